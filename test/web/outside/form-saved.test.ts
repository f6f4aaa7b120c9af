/** What the form takes and what it refuses is what the domain's checks say, whatever is filled in; see form.ts. */
import fc from 'fast-check';
import { TIMES_OF_DAY, WEEKDAYS } from '../../../src/domain/calendar';
import { checkForm, type FormAnswers, markToConfirm } from '../../../src/domain/form';
import { askedAt } from '../../builders';
import { bodyOf, type Form, HETTY, openOutsideOffice, type OutsideOffice } from './outside-office';

/** Names of who asks, and whether one may stand there. */
const NAMES: readonly (readonly [string, boolean])[] = [
  ['Hetty Headteacher', true],
  [' Ms. Headteacher-O’Hara (acting) ', true],
  ['Жанна Demo', true],
  ['H'.repeat(80), true],
  ['H'.repeat(81), false],
  ['', false],
  [' \u200b ', false],
  ['Hetty 999 000 0018', false],
  [HETTY, false],
];

/** Right more often than not, so that whole forms come out right as well. */
function mostly<Value>(right: readonly Value[], wrong: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
}

const someOf = (all: readonly string[]) => fc.subarray([...all], { minLength: 1 });

const REASONS = [
  'We are stuck.',
  ' We go round in circles.\n\n\tIt is heavy & "hard": 3 < 4. ',
  'x'.repeat(2000),
  'Tom Fletcher is tired of it.',
];

const person = fc.record({
  name: mostly(
    ['Scarlet Sepia', 'Umber O’Ultramarine', 'Tom Fletcher'],
    ['', 'x'.repeat(81), 'Scarlet 999 000 0018'],
  ),
  mail: mostly(
    ['scarlet.sepia@health.example.org', 'UMBER+jags@police.example.org', 'violet@school.example.org'],
    ['', 'scarlet at health', 'scarlet@localhost'],
  ),
  team: mostly(['hl-sn', 'po-ne', 'ed-pri'], ['', 'hl-xx']),
});
const role = fc.constantFrom(
  { name: 'school nurse', mail: '', team: 'hl-sn' },
  { name: 'police officer (3/5/2015)', mail: '', team: 'po-ne' },
);

const answers: fc.Arbitrary<FormAnswers> = fc.record({
  caseReference: mostly(['SCH-2041', ' a/b & "c" '], ['', 'x'.repeat(41), '999 000 0018']),
  team: mostly(['ed-pri', 'cs-fs'], ['', 'ed-xx']),
  phone: mostly(['', '01632 960 456', '+44 1632 960456 ext 7'], ['ring me', '12']),
  colleague: mostly(['', 'Deputy.Dora@school.example.org'], ['dora', 'dora@school']),
  reason: mostly(REASONS, ['', ' \n ', 'x'.repeat(2001), 'Her number is 999 000 0018.']),
  familyTold: mostly(['yes', 'not-yet', 'not-appropriate'], ['', 'no']),
  riskKnown: fc.boolean(),
  otherNeeds: mostly<readonly string[]>([[], ['tasks']], [['decision', 'tasks'], ['minutes']]),
  place: mostly(['online', 'in-person'], ['', 'by post']),
  venue: mostly(
    ['', 'Market Street library, room 2', ' At Tom Fletcher’s '],
    ['x'.repeat(201), 'Library 999 000 0018'],
  ),
  locality: mostly(['', 'norwich'], ['atlantis']),
  arrangements: mostly<readonly string[]>([[], ['bsl', 'step-free']], [['gold']]),
  participants: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: person }, { weight: 1, arbitrary: role }), {
        minLength: 2,
        maxLength: 3,
        selector: ({ mail }) => mail.toLowerCase(),
      }),
    },
    { weight: 1, arbitrary: fc.array(person, { maxLength: 13 }) },
  ),
  earliest: mostly(['2026-12-09', '2026-11-24'], ['', '2026-02-31', '2026-11-23', '2026-12-22']),
  latest: mostly(['2026-12-18', '2027-01-15'], ['', 'soon', '2026-12-01', '2028-01-01']),
  days: fc.oneof(
    { weight: 40, arbitrary: someOf(WEEKDAYS) },
    { weight: 1, arbitrary: fc.constantFrom([], ['sunday']) },
  ),
  times: fc.oneof(
    { weight: 40, arbitrary: someOf(TIMES_OF_DAY) },
    { weight: 1, arbitrary: fc.constantFrom([], ['night']) },
  ),
  schoolsAgree: fc.boolean(),
  notNames: fc.constant(''),
  goesOn: mostly(['tasks'], ['', 'decision']),
});

describe('the form behind a mailed link', () => {
  let office: OutsideOffice;
  beforeAll(async () => void (office = await openOutsideOffice()));
  afterAll(() => office.close());

  it('saves what the checks take, just as they leave it, and nothing that they refuse', async () => {
    let tries = 0;
    const came = { saved: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        answers,
        fc.boolean(),
        mostly(
          NAMES.filter(([, isName]) => isName),
          NAMES.filter(([, isName]) => !isName),
        ),
        async (typed, isAnswered, [name, isName]) => {
          const { policy } = office;
          const given = { ...typed, notNames: isAnswered ? markToConfirm(typed, askedAt, policy) : '' };
          const checked = checkForm(given, askedAt, policy);
          const nonce = `try-${(tries += 1)}`;
          const link = await office.linkFor(HETTY, nonce);
          const answer = await office.posts(link, asPosted(given, name));
          const saved = await office.sentBy(HETTY, nonce);
          if ('problems' in checked || !isName) {
            came.refused += 1;
            expect([answer.status, saved]).toEqual([422, undefined]);
            return;
          }
          came.saved += 1;
          expect(answer.status).toBe(303);
          expect(saved?.ask).toEqual(checked.ask);
          expect(saved?.requester).toEqual({
            ...checked.requester,
            id: saved?.requester.id,
            mail: HETTY,
            name: name.trim(),
            outside: true,
          });
        },
      ),
      { numRuns: 120 },
    );
    // Else nothing was tried.
    expect(Math.min(came.saved, came.refused)).toBeGreaterThan(10);
  });
});

/** As the last page carries it. */
function asPosted(
  { participants, riskKnown, schoolsAgree, ...fields }: FormAnswers,
  name: string,
): URLSearchParams {
  const people = participants.flatMap((each, n) => [
    [`person-${n}-name`, each.name] as const,
    [`person-${n}-mail`, each.mail] as const,
    [`person-${n}-team`, each.team] as const,
  ]);
  const form: Form = {
    ...fields,
    ...Object.fromEntries(people),
    ...{ step: 'check', go: 'send', checked: 'yes', name },
    ...{ risk: riskKnown ? 'known' : 'no', schoolsAgree: schoolsAgree ? 'true' : '' },
  };
  return bodyOf(form);
}
