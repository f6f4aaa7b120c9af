/** Sentences for the facilitator's card. */
import type { OpeningCheck } from '../domain/request';

export const OPENING_CHECKS: Record<OpeningCheck, string> = {
  recording: 'Recording could not be switched off beforehand: please make sure nobody records.',
  transcription:
    'Transcription could not be switched off beforehand: please make sure it stays off. Live captions are fine.',
  lobby: 'The lobby could not be set beforehand: please let people of other organisations in yourself.',
  presenters: 'Presenting could not be limited beforehand: please make sure only you share your screen.',
  'ai-notes': 'AI notes could not be switched off beforehand: please make sure no assistant takes notes.',
};

export const FACILITATOR_TEXTS = {
  offered: 'Would you facilitate this session?',
  offeredLine: 'Your answer in Outlook counts as well.',
  booked: 'Booked: you facilitate this session',
  invited: 'The participants are invited.',
  notInvited: 'The participants could not be invited yet. The coordinators have been told.',
  bookedLine: 'There are no minutes, no tasks and no recording.',
  uncovered: 'You are no longer down for this session',
  held: 'This session has taken place. Thank you.',
  cannot: "You said you can't. Thank you for telling us",
  missed: 'The time to answer has passed',
  cancelled: 'This session was cancelled',
  notHeld: 'This session did not take place',
  notNeeded: 'No longer needed',
  nothingToDo: 'There is nothing you need to do. Any calendar entry is removed for you.',
  notCounted: 'It does not count for your share.',
  asksSomebodyElse: 'The coordinators ask somebody else. Any calendar entry is removed for you.',
  refusing:
    "If you can't, the calendar entry is removed and the coordinators ask somebody else. You need not give a reason.",
} as const;
