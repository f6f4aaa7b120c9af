/** Setting and lifting a legal hold. */
import { randomUUID } from 'node:crypto';
import { checkLegalHold, holdReasonMark, type LegalHoldAnswers } from '../../../domain/legal-hold-form';
import type { LegalHold } from '../../../domain/legal-hold';
import { problemInWords } from '../../../wording/form';
import type { Wrong } from '../fields';
import { notFound } from '../not-found';
import type { Asked, Shown, TabPage } from '../page';
import { holdWords } from '../wording/governance';
import { type Governed, noted } from './governed';
import { liftPage } from './hold-part';
import { HOLD_LIFT, HOLDS } from './paths';
import type { StartGiven } from './start-page';

type StartWith = (said: Omit<StartGiven, 'holds' | 'acts'>) => Promise<Shown>;

export function holdPages(governed: Governed, startWith: StartWith): readonly Omit<TabPage, 'openTo'>[] {
  const { records, holds, hold } = governed;
  return [
    { name: 'tab-governance-hold', method: 'post', path: HOLDS, show: set },
    { name: 'tab-governance-hold-lift', method: 'post', path: HOLD_LIFT, show: lift },
  ];

  async function set(asked: Asked): Promise<Shown> {
    const { form, now, by } = asked;
    const answers = answersIn(form);
    const mark = holdReasonMark(answers.why, now);
    const typed = { ...answers, ...(mark !== '' && { mark }) };
    if (await hold.find()) return startWith({ isHeld: true, typed });
    const checked = checkLegalHold(answers, now);
    if ('problems' in checked) {
      const wrong = checked.problems.map((problem): Wrong => {
        return { field: problem.field, text: `${FIELDS[problem.field]}: ${problemInWords(problem)}` };
      });
      return startWith({ wrong, typed });
    }
    const of = await heldIn(checked.of);
    if (!of)
      return startWith({
        wrong: [{ field: 'reference', text: `${holdWords.reference}: ${holdWords.notFound}` }],
        typed,
      });
    const { id, name } = by;
    const made: LegalHold = { id: randomUUID(), of, why: checked.why, setBy: { id, name }, setAt: now };
    await holds.set(made);
    await noted(governed, asked, 'hold-set', aboutIt(made));
    return startWith({ done: 'set' });
  }

  async function heldIn(
    of: Extract<ReturnType<typeof checkLegalHold>, { of: unknown }>['of'],
  ): Promise<LegalHold['of'] | undefined> {
    if (of.kind === 'period') return of;
    const { requests } = await records.search(of.reference);
    const [request, ...more] = requests;
    return request && more.length === 0 ? { kind: 'request', requestId: request.id } : undefined;
  }

  async function lift(asked: Asked): Promise<Shown> {
    const { form, params } = asked;
    const found = (await holds.all()).find(({ id }) => id === params['id']);
    if (!found) return notFound();
    if (await hold.find()) return startWith({ isHeld: true });
    if (form.get('lift') !== 'yes') return liftPage(found);
    if (form.get('sure') !== 'yes') return liftPage(found, [{ field: 'sure', text: holdWords.notSure }]);
    await holds.lift(found.id);
    await noted(governed, asked, 'hold-lifted', aboutIt(found));
    return startWith({ done: 'lifted' });
  }
}

const FIELDS = {
  kind: holdWords.kind,
  reference: holdWords.reference,
  from: holdWords.from,
  until: holdWords.until,
  why: holdWords.why,
} as const;

function answersIn(form: URLSearchParams): LegalHoldAnswers {
  const [kind = '', reference = '', from = '', until = '', why = '', notNames = ''] = [
    ...['kind', 'reference', 'from', 'until', 'why', 'notNames'].map((name) => form.get(name) ?? ''),
  ];
  return { kind, reference, from, until, why, notNames };
}

function aboutIt({ id, of }: LegalHold) {
  return {
    hold: id,
    ...(of.kind === 'request' ? { requestId: of.requestId } : { from: of.from, until: of.until }),
  };
}
