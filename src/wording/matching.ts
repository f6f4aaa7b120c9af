/** Why a match is a good one, why there is none, and why an arrangement came back. */
import type { Beside, HardRule, Matches, OverruleReason, Reason, Relaxation } from '../domain/match';
import type { ArrangementTrouble, Setback } from '../domain/setback';
import { dayInWords, monthInWords } from './when';

/** "free · trained until March 2027 · another agency than the requester · 1 session this month". */
export function reasonsInWords(reasons: readonly Reason[]): string {
  return reasons.map(reasonInWords).join(' · ');
}

function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case 'free':
      return 'free';
    case 'facilitated-before':
      return 'facilitated the earlier session';
    case 'trained-until':
      return `trained until ${monthInWords(reason.until)}`;
    case 'agency':
      return reason.another ? 'another agency than the requester' : "the requester's agency, another team";
    case 'team-takes-part':
      return 'somebody of their team takes part';
    case 'team-not-checkable':
      return 'team not in the list, so please check that it is independent';
    case 'fair-share':
      return shareInWords(reason);
    case 'locality':
      return reason.same ? 'works in that locality' : 'works in another locality';
    case 'declared':
      return `hours as declared on ${dayInWords(reason.on)}`;
    case 'participants-free':
      return reason.answered === undefined
        ? `${reason.free} of ${reason.seen} calendars seen are free`
        : `suits ${reason.free} of the ${reason.seen} whose calendar was seen or who answered`;
  }
}

/** "1 session in 12 months, an even share would be 1.4"; of a pool that has had none, no share either. */
function shareInWords({ sessions, share, months }: Extract<Reason, { kind: 'fair-share' }>): string {
  const had = `${sessions === 0 ? 'no session' : count(sessions, 'session')} in ${months} months`;
  return share < 0.05 ? had : `${had}, an even share would be ${share.toFixed(1)}`;
}

const HARD_RULES: Record<HardRule, string> = {
  left: 'who left the pool',
  'not-joined': 'who joins the pool later',
  passed: 'could not take this request',
  'facilitated-before': 'who facilitated the earlier session',
  'knows-family': 'who knows the family',
  participant: 'invited as a participant',
  'same-team': 'in a team they must be independent of',
  'same-agency': "of the requester's agency",
  excluded: 'who said they are too close to a team that takes part',
  'not-trained': 'without valid training on the day',
  paused: 'paused in these dates',
  'calendar-unknown': 'whose time is unknown',
  cap: 'with no session left that month',
  'no-free-slot': 'without free time in these dates',
};

/** Which rule removed how many facilitators, for a coordinator who sees none. */
export function removedInWords({ removed }: Matches): string[] {
  return (Object.keys(HARD_RULES) as HardRule[]).flatMap((rule) => {
    const facilitators = removed[rule];
    return facilitators ? [`${count(facilitators, 'facilitator')} ${HARD_RULES[rule]}`] : [];
  });
}

/** "Participants' calendars seen: 2 of 6". What cannot be seen is unknown, never free. */
export function calendarsInWords({ calendars: { seen, asked } }: Pick<Matches, 'calendars'>): string {
  const unknown = seen < asked ? ' The others are unknown: please check with the requester.' : '';
  return `Participants' calendars seen: ${seen} of ${asked}.${unknown}`;
}

/** Where a school takes part and nobody has told this service when its holidays are. */
export const HOLIDAYS_NOT_SET = 'School holidays are not set, so they were not left out.';

/** For whoever is about to approve. */
export function duplicateInWords(reference: string, people: number): string {
  return `Possible duplicate of ${reference}: ${people} people in common and overlapping dates. Please check before you approve.`;
}

export function moreDuplicatesInWords(more: number): string {
  return `Possible duplicate of ${count(more, 'more request')}.`;
}

const SETBACKS: Record<Setback['why'], (facilitator: string) => string> = {
  'slot-taken': (name) => `${name} was booked for another session at that time.`,
  'cap-reached': (name) => `${name} has no session left that month.`,
  'not-in-force': (name) => `${name} may not take a session on that day any more.`,
  replaced: (name) => `Somebody else is wanted in place of ${name}.`,
  'beside-lost': () => 'Whoever was to come beside the facilitator is not free at that time any more.',
  'diary-busy': (name) => `${name}'s diary is no longer free at that time.`,
  'could-not-arrange': (name) => `The session with ${name} could not be arranged. Please try again.`,
  'facilitator-cannot': (name) => `${name} can't take it.`,
  'knows-family': (name) => `${name} knows the family.`,
  'no-answer': (name) => `${name} did not answer in time.`,
  'event-moved': (name) =>
    `The calendar entry for ${name} was moved in Outlook before it was booked. Please choose again.`,
  'link-gone': (name) => `The join link of the session with ${name} was taken away in Outlook.`,
  'event-gone': (name) => `The calendar entry for ${name} was removed. Please try again.`,
};

/** Why what was arranged, or chosen, came to nothing. */
export function whyInWords({ why, facilitator }: Setback): string {
  return SETBACKS[why](facilitator);
}

/** The same of a request that has come back to the coordinators. */
export function setbackInWords(setback: Setback): string {
  return `Came back: ${startsWithName(setback.why) ? whyInWords(setback) : lowerFirst(whyInWords(setback))}`;
}

function startsWithName(why: Setback['why']): boolean {
  return !['replaced', 'beside-lost', 'could-not-arrange', 'event-gone', 'event-moved', 'link-gone'].includes(
    why,
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const RELAXATIONS: {
  readonly [Kind in Relaxation['kind']]: (relaxation: Extract<Relaxation, { kind: Kind }>) => string;
} = {
  later: ({ latest }) => `if the dates ran to ${dayInWords(latest)}`,
  shorter: ({ minutes }) => `with ${minutes} minutes`,
  'any-day': () => 'on any weekday',
  'any-time': () => 'in mornings and afternoons',
  online: () => 'if it were online',
  'school-holidays': () => 'if the schools agreed to their holidays',
};

/** "2 facilitators more if the dates ran to Friday 20 March 2026". */
export function relaxationInWords(relaxation: Relaxation): string {
  const inWords = RELAXATIONS[relaxation.kind] as (relaxation: Relaxation) => string;
  return `${count(relaxation.more, 'facilitator')} more ${inWords(relaxation)}`;
}

/** What would help, in one sentence for a card; '' where nothing would. */
export function relaxationsInWords({ relaxations = [] }: Matches): string {
  if (relaxations.length === 0) return '';
  return `What would help, if the requester agrees: ${relaxations.map(relaxationInWords).join('; ')}.`;
}

/** Why a coordinator chose another match than the first. */
export const OVERRULED: Record<OverruleReason, string> = {
  'time-suits': 'The time suits better',
  experience: 'Their experience fits this request',
  near: 'They are nearer',
  'spare-first': 'The first has enough on just now',
  agreed: 'Agreed with the requester',
};

/** "Amber Azure (observes)". */
export function besideInWords(name: string, as: Beside['as']): string {
  return `${name} (${as === 'observer' ? 'observes' : 'second facilitator'})`;
}

/** What a coordinator does about it. */
export const TROUBLES: Record<ArrangementTrouble['kind'], string> = {
  'not-invited':
    'The participants could NOT be invited, so they do not know about it. It is tried again every hour. Please tell them yourselves for now, and ask whoever runs this service to look into it.',
  'facilitator-paused':
    'The facilitator has been paused since, across this session. Please find somebody else, or ask them whether they will still come.',
  'facilitator-untrained':
    'The facilitator’s training ends before this session. Please find somebody else, or record their refresher.',
  'facilitator-left': 'The facilitator has left the pool. Please find somebody else.',
  'beside-unavailable':
    'Whoever was to come beside the facilitator is not available on that day any more. Please find somebody else, or tell the facilitator.',
  'not-removed':
    'A calendar entry that is no longer needed could NOT be removed, if there is one. It is tried again every hour. Please tell those it may have been sent to, and ask whoever runs this service to look into it.',
};

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** What the button to find somebody else does. */
export const REPLACE = {
  arranged: 'Takes this arrangement back and looks for other matches',
  booked: 'Lets them go, and looks for somebody else for the same time; the others stay invited',
} as const;
