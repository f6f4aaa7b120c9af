/** In what is typed: forms, records, evaluations, notes and the answers to a poll. */
import type { Explained } from '../report';

export const IN_FORMS: readonly Explained[] = [
  {
    file: 'src/domain/earlier-draft.ts',
    why: 'Only so that the form is whole: both are answered before it is given out.',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/domain/earlier-draft.ts',
    why: 'For the compiler: what is online has no venue.',
    mutants: [["place.kind === 'in-person'", 'true']],
  },
  {
    file: 'src/domain/evaluating.ts',
    why: 'A word that is no address keeps nobody away, here as where those who are asked are counted.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/evaluation-form.ts',
    why: 'The mark is of the words alone, whatever field they are typed into.',
    mutants: [["'lesson'", '""']],
  },
  {
    file: 'src/domain/evaluation-form.ts',
    why: 'For the compiler: whatever is found in a text has its places.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/evaluation-form.ts',
    why: 'For the compiler: an identifier in a text is certain or likely, and there is no third fault.',
    mutants: [["fault === 'likely-identifier'", 'true']],
  },
  {
    file: 'src/domain/form.ts',
    why: 'The mark is only compared with another of the same few codes, which run together are told apart as well.',
    mutants: [["'+'", '""']],
  },
  {
    file: 'src/domain/form-dates.ts',
    why: 'A word is no span, and no day is within it.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/note.ts',
    why: 'The mark is of the words alone, whatever field they are typed into.',
    mutants: [["'note'", '""']],
  },
  {
    file: 'src/domain/poll.ts',
    why: 'For the compiler: no request in another state has a poll.',
    mutants: [["request.state === 'submitted'", 'true']],
  },
  {
    file: 'src/domain/poll.ts',
    why: 'It is the address of nobody.',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/record-form.ts',
    why: 'A word is as little an agreement as nothing is.',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/domain/record-form.ts',
    why: 'What has more before its time is no time to the calendar either, which reads it from its first letter on.',
    mutants: [['/^([01]\\d|2[0-3]):[0-5]\\d$/', '/([01]\\d|2[0-3]):[0-5]\\d$/']],
  },
];
