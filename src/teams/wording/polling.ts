/** The question which times suit: what those asked read on their card, and what coordinators read of the answers. */

export const POLLED = {
  title: 'Which times suit you?',
  nothingBooked: 'Nothing is booked yet. Only the coordinators see who answered what.',
  noted: 'Thank you, your answer has been noted.',
  noneNoted: 'Thank you, it has been noted that none of these times suits you.',
  nothingTicked:
    'Nothing was noted yet. Please tick every time that suits you, or press “None of these suits me”.',
  others: 'The times have changed since you were shown them, so nothing was noted. Please answer for these.',
  over: 'This question is over. If a session is arranged, you will get an invitation.',
} as const;

/** @param until as a moment in words. */
export function askedWhichSuit(isOwn: boolean, until: string): string {
  return `We are looking for a time for ${isOwn ? 'your' : 'this'} JAGS and cannot see your calendar. Please answer by ${until}.`;
}

/** Below an answer that was noted. */
export function canBeChangedUntil(until: string): string {
  return `You can change your answer until ${until}.`;
}

export const POLLING = {
  unseen: 'Calendars not seen',
  suits: (name: string) => `Suits ${name}`,
  none: 'none of them',
  noAnswer: 'no answer yet',
  noAnswerGiven: 'no answer',
} as const;

/** For everybody who reads the channel: how many, and never who or what. */
export function answeredSoFar(answers: number, asked: number, until: string): string {
  return `${answers} of ${asked} ${answers === 1 ? 'has' : 'have'} answered which times suit; open until ${until}.`;
}

export function answeredInAll(answers: number, asked: number): string {
  return `${answers} of ${asked} answered which times suit.`;
}

export function askInFull(people: number, times: number): string {
  return `Asks ${people === 1 ? 'the one person' : `the ${people} people`} whose calendars cannot be seen which of ${times} times suit`;
}
