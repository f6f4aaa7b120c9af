/** What a facilitator sees of what participants said: pooled, with what each share is of, and of nobody else. */
import { STATEMENTS } from '../../src/domain/evaluation';
import type { OwnFeedback } from '../../src/domain/monitoring/monitoring';
import { presentFeedback } from '../../src/present/own-feedback';
import { STATEMENT_TEXTS } from '../../src/wording/evaluation';
import { OWN_FEEDBACK } from '../../src/wording/own-feedback';
import { aFacilitator } from '../builders';
import { facilitators } from '../sandbox/people';
import { wordsOn } from './card-in-hand';
import { cardOf, type Office, openOffice } from './office';

const [fay, amber] = facilitators;
const pooled: OwnFeedback = {
  sessions: 3,
  answers: 14,
  fidelity: { count: 71, of: 80 },
  statements: Object.fromEntries(
    STATEMENTS.map((statement, n) => [statement, { count: 13 - n, of: 14 }]),
  ) as OwnFeedback['statements'],
};

let office: Office;
beforeEach(async () => {
  office = await openOffice({ pool: [aFacilitator(), aFacilitator({ ...amber, team: 'vs-fa' })] });
});
afterEach(() => office.close());

const own = async (person = fay) => wordsOn(cardOf((await office.says(person, 'my facilitating'))[0]));

describe('a facilitator’s own feedback', () => {
  it('is shown with the number of sessions and answers, and each share with what it is of', async () => {
    office.feedback.known.set(fay.id, pooled);
    const words = await own();
    for (const text of [
      OWN_FEEDBACK.heading,
      'Of 3 of your sessions together, 14 answers.',
      'for you alone',
      `${OWN_FEEDBACK.fidelity}: 89% (agreed 71 of 80 times`,
      `${STATEMENT_TEXTS['safe-to-say']}: 93% (13 of 14 agreed)`,
      `${STATEMENT_TEXTS['carrying-more']}: 50% (7 of 14 agreed)`,
    ])
      expect(words).toContain(text);
  });

  it('is not there before three sessions, and says so', async () => {
    const words = await own();
    expect(words).toContain(OWN_FEEDBACK.tooFew);
    expect(words).not.toContain('%');
  });

  it('is not shown to whoever sees the figures of all sessions, and says why', async () => {
    office.feedback.known.set(fay.id, 'sees-all');
    const words = await own();
    expect(words).toContain(OWN_FEEDBACK.seesAll);
    expect(words).not.toContain('%');
  });

  it('is each facilitator’s own', async () => {
    office.feedback.known.set(fay.id, pooled);
    expect(await own(amber)).toContain(OWN_FEEDBACK.tooFew);
  });

  it('of a statement that applied to nobody is no share', () => {
    const statements = { ...pooled.statements, 'feelings-held': { count: 0, of: 0 } };
    const { feedback } = presentFeedback({ ...pooled, statements });
    expect(feedback.find(({ label }) => label === STATEMENT_TEXTS['feelings-held'])?.value).toBe(
      OWN_FEEDBACK.none,
    );
  });

  it('is nothing at all where nobody counts it', () => {
    expect(presentFeedback(undefined)).toMatchObject({ hasFeedback: false, feedback: [] });
  });
});
