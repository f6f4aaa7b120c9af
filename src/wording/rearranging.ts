/** What people are told while a session that stands is to be changed. */
import type { AskedBy } from '../domain/rearranging';

/** For coordinators: who would like another time. */
export const WANTED_BY: Record<AskedBy, string> = {
  requester: 'The requester asks for another time. It stays as it is booked until you decide.',
  facilitator: 'The facilitator asks for another time. It stays as it is booked until you decide.',
  coordinator: 'Another time is wanted. It stays as it is booked until you choose one.',
  outlook: 'It was moved in Outlook.',
};

/** The same once nobody facilitates it any more. */
export const WANTED_TOO_BY: Record<AskedBy, string> = {
  requester: 'The requester had asked for another time.',
  facilitator: 'The facilitator had asked for another time.',
  coordinator: 'Another time was wanted.',
  outlook: WANTED_BY.outlook,
};

export const STANDING = {
  /** Without a facilitator. */
  others: 'Everybody else stays invited. With somebody else at the same time they see only a changed name.',
  looking: 'Looking for matches. This takes a moment.',
  unreachable: 'The calendars could not be reached, so no matches were found. Please look again later.',
  none: 'Nobody is free, at this time or another in the weeks to come. It can be cancelled, or looked at again later.',
  noneElsewhen: 'No other time was found in the weeks to come.',
  /** For the facilitator and the requester. */
  wanted: 'Another time is being looked for. Until you are told otherwise it stays as it is.',
  /** For the requester, once nobody facilitates it any more. */
  wantedToo: 'They know that another time was asked for.',
  moved: 'This session was moved',
  movedLines: ['A newer card in this chat has its time. Any calendar entry moves by itself.'],
  dropOut:
    'The coordinators look for somebody else for the same time, and everybody else stays invited. You need not give a reason.',
  orAnotherTime: 'If another time would do, ask for that instead.',
  beingOffered: 'Being offered to another facilitator',
  anotherTime: 'Another time, for everybody:',
  move: 'Moving it to',
  asking: 'Inviting',
} as const;
