/** What a coordinator may enter about a facilitator: a right example, and whatever can be saved, for properties. */
import fc from 'fast-check';
import { addDays, localDate } from '../src/domain/calendar';
import type { FacilitatorAnswers, FacilitatorDraft } from '../src/domain/facilitator-form';
import type { Policy } from '../src/domain/policy';
import { askedAt } from './builders';

/** What a coordinator types about somebody new to the pool: right in every field at `askedAt`. */
export function facilitatorAnswers(over: Partial<FacilitatorAnswers> = {}): FacilitatorAnswers {
  return {
    name: 'Scarlet Sepia',
    mail: 'scarlet.sepia@health-sandbox.example',
    team: 'hl-sn',
    trainedOn: '2026-03-16',
    trainedUntil: '',
    refresherOn: '',
    supervisedOn: '',
    localities: ['norwich', 'south'],
    weight: '',
    sessionsPerMonth: '',
    joinedOn: '',
    facilitatedBefore: '',
    accepts: '',
    excludedTeams: [],
    ...over,
  };
}

/** A page nobody has typed on. */
export const noAnswers: FacilitatorAnswers = {
  name: '',
  mail: '',
  team: '',
  trainedOn: '',
  trainedUntil: '',
  refresherOn: '',
  supervisedOn: '',
  localities: [],
  weight: '',
  sessionsPerMonth: '',
  joinedOn: '',
  facilitatedBefore: '',
  accepts: '',
  excludedTeams: [],
};

const SURNAMES = [
  'Sepia',
  'Umber',
  "O'Olive",
  'Rose-Red',
  '=Crimson',
  '+Gold',
  '@Grey',
  "'Lime",
  '"Teal"; Tan',
];

/** Right on the day of `askedAt`. */
export function drafts(policy: Policy): fc.Arbitrary<FacilitatorDraft> {
  const teams = policy.agencies.flatMap((agency) => agency.teams.map(({ code }) => code));
  const some = (codes: readonly string[]) => fc.subarray([...codes], { minLength: 1 });
  const past = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(localDate(askedAt), -days));
  const local = fc.stringMatching(/^[a-z=+'-][a-z0-9-]{0,9}$/);
  return fc
    .record(
      {
        name: fc.tuple(fc.stringMatching(/^[-=+@'"A-Za-zÀ-ž]{1,12}$/), fc.constantFrom(...SURNAMES)),
        mail: local,
        team: fc.constantFrom(...teams),
        trained: fc.record({
          trainedOn: fc.option(past, { nil: undefined }),
          days: fc.integer({ min: 0, max: 2000 }),
        }),
        refresherOn: past,
        supervisedOn: past,
        localities: some(policy.localities.map(({ code }) => code)),
        weight: fc.integer({ min: 25, max: 400 }).map((hundredths) => hundredths / 100),
        sessionsPerMonth: fc.integer({ min: 0, max: 31 }),
        joinedOn: past,
        facilitatedBefore: past,
        acceptsAutomatically: fc.constant(true as const),
        excludedTeams: some(teams),
      },
      { requiredKeys: ['name', 'mail', 'team'] },
    )
    .map(({ name, mail, trained, ...rest }) => ({
      ...rest,
      name: name.join(' '),
      mail: `${mail}@drafts.example`,
      ...(trained && {
        ...(trained.trainedOn !== undefined && { trainedOn: trained.trainedOn }),
        trainedUntil: addDays(trained.trainedOn ?? localDate(askedAt), trained.days),
      }),
    }));
}
