/** What people say of their own part in a session, and how others read it. */

export const OWN_PART = {
  cannotCome: 'You have said that you cannot come.',
  absentNoted:
    'Thank you for saying so. The requester and the coordinators are told, so that somebody else can be asked. Please decline the invitation in Outlook too.',
  comingNoted: 'Thank you: it has been noted that you can come after all.',
  arrangementsNoted:
    'It has been noted, and the coordinators see to it. They get in touch if anything is unclear.',
  nothingChosen: 'Nothing was noted yet. Please tick what is to be arranged.',
} as const;

/** For whoever named them, and for a coordinator's own view. */
export function cannotCome(names: readonly string[]): string {
  return `Cannot come: ${names.join(', ')}.`;
}

/** For everybody who reads the channel. */
export function cannotComeInAll(people: number): string {
  return `${people === 1 ? '1 person' : `${people} people`} said that they cannot come.`;
}

export const TOO_FEW_LEFT = {
  coordinators:
    'Without them there are too few agencies. Please agree with the requester who else could come, or on another time.',
  requester:
    'Without them there are too few agencies for a JAGS. If somebody else can come, please say so under “Change who takes part”; otherwise ask for another time.',
} as const;

/** To the requester, where there are enough agencies all the same. */
export const OTHERS_CAN_COME =
  'If somebody else can come instead, you can say so under “Change who takes part”.';
