/** The dialog in which a facilitator records a session: new, with what is wrong, and with the most it can hold. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { RecordAnswers } from '../../src/domain/record-form';
import { presentRecordCard } from '../../src/teams/present/record';
import { TROUBLE } from '../../src/teams/wording/refusals';
import { aRequest } from '../builders';
import { someRecord } from '../some-record';
import { longText } from './long-ask';

const id = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const held = aRequest.held({ id });
const incomplete: RecordAnswers = {
  came: [],
  began: '10:00',
  ended: '09:00',
  also: ['none', 'case-updates'],
  agreement: { 'held-feelings': '4' },
  themes: ['thresholds'],
  concern: '',
};
const many = (kind: string) =>
  Array.from({ length: 30 }, (_, n) => ({ code: `${kind}${n}`, name: `${longText(40)} ${n}`, teams: [] }));

export const recordSamples = {
  sample: presentRecordCard(held, {}, policy),
  recorded: presentRecordCard(
    { ...held, record: someRecord({ themes: ['roles'], concern: true }) },
    {},
    policy,
  ),
  wrong: presentRecordCard(
    held,
    {
      answers: incomplete,
      problems: [
        { field: 'came', fault: 'empty' },
        { field: 'ended', fault: 'reversed' },
        { field: 'also', fault: 'empty' },
        { field: 'agreement', fault: 'empty' },
        { field: 'concern', fault: 'empty' },
      ],
    },
    policy,
  ),
  worst: presentRecordCard(
    held,
    { answers: incomplete, notice: TROUBLE.dialogNotSaved },
    { ...policy, agencies: many('agency'), themes: many('theme') },
  ),
};
