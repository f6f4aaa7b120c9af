/** What coordinators and the requester are told of what was done to a session in Outlook. */
import type { OpeningCheck } from '../domain/request';

export const OUTLOOK = {
  linkGone:
    'Its join link was taken away in Outlook, so that nobody could come in. Please have it arranged anew; everybody is told.',
  list: 'If that is not meant, please put the list right; only whoever is touched gets mail.',
  answers: 'Answers in Outlook',
} as const;

const OPTIONS: Record<OpeningCheck, string> = {
  recording: 'recording',
  transcription: 'transcription',
  lobby: 'the lobby',
  presenters: 'who presents',
  'ai-notes': 'AI notes',
};

export function movedInOutlook(there: string, here: string): string {
  return `In Outlook it now stands at ${there}. Here it is booked for ${here}, and nobody has agreed to the new time. Please take it over, or put it back.`;
}

/** Names where only a coordinator reads them; in the channel their number is enough. */
export function missingInOutlook(names: readonly string[], own: boolean): string {
  if (own) return `Taken off its list in Outlook: ${names.join(', ')}.`;
  return `${names.length === 1 ? '1 person was' : `${names.length} people were`} taken off its list in Outlook.`;
}

export function uninvitedInOutlook(names: readonly string[], own: boolean): string {
  if (own) return `On its list in Outlook, and not invited: ${names.join(', ')}.`;
  return `${names.length === 1 ? '1 person is' : `${names.length} people are`} on its list in Outlook and not invited.`;
}

export function putRightInWords(checks: readonly OpeningCheck[]): string {
  return `Somebody had changed in Teams, and it was set again: ${checks.map((check) => OPTIONS[check]).join(', ')}.`;
}

export function tooFewForCoordinators(coming: number, needed: number): string {
  return `${agencies(coming)} said so far that they come, and ${needed} are needed. You can find another time, or cancel it.`;
}

export function tooFewForRequester(coming: number, needed: number): string {
  return `${agencies(coming)} said so far that they come, and ${needed} are needed. Please ask the others to answer in Outlook, or ask for another time.`;
}

/** "Police: 1 comes, 1 cannot, 2 not answered". */
export function answersOfAgency(agency: string, all: number, coming: number, notComing: number): string {
  const open = all - coming - notComing;
  const told = [
    ...(coming > 0 ? [`${coming} ${coming === 1 ? 'comes' : 'come'}`] : []),
    ...(notComing > 0 ? [`${notComing} cannot`] : []),
    ...(open > 0 ? [`${open} not answered`] : []),
  ];
  return `${agency}: ${told.join(', ')}`;
}

function agencies(count: number): string {
  if (count === 0) return 'Nobody of any agency has';
  return count === 1 ? 'People of only 1 agency have' : `People of only ${count} agencies have`;
}
