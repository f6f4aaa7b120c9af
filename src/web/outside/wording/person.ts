/** Sentences of the page each person has of a request, and of its further pages. */
import type { Purpose } from '../../../ports/links';

export const NO_LINK = {
  title: 'This link does not open anything',
  texts: [
    'It may be too old or have been cut short, a newer one may have taken its place, or somebody else may take part in your place.',
    'If there is still something for you, we can mail a new one to the address it was sent to.',
  ],
  button: 'Send me a new link',
  first: 'To ask for a JAGS, or for new links to everything you have with us:',
  firstLink: 'Go to the first page',
} as const;

export const ENDED_LINK = {
  title: 'This link has been ended',
  texts: [
    'Nobody can open your page with it any more, here or anywhere else, nor with an older one you were mailed for the same.',
    'Nothing else has changed. When you want to see your page again, ask for a new link: it goes to the address this one was mailed to.',
  ],
} as const;

export const CLOSED_LINK = {
  title: 'This is closed',
  texts: [
    'The request this link was for is closed, so links to it do not open anything any more. How it ended is in the last mail you had from us.',
    'If something is unclear, please speak to whoever asked for it, or to the coordinators.',
  ],
  askAgain: 'Ask for another JAGS',
} as const;

export const NEW_LINK = {
  title: 'If there is something for you, a new link is on its way',
  text: 'It goes to the address that the old one was sent to, and can take a few minutes. Please look in the folder for unwanted mail too.',
} as const;

export const PAGE_TITLES: Readonly<Record<Exclude<Purpose, 'ask'>, string>> = {
  requester: 'Your JAGS request',
  facilitator: 'JAGS session',
  participant: 'Your JAGS session',
  facilitating: 'Your facilitating',
};

export const PERSON_TEXTS = {
  done: 'Done',
  notDone: 'Nothing has been done',
  actions: 'What you can do',
  forwarding: 'Please do not pass this page’s link on: whoever has it can act in your name.',
  keeping: 'The link to this page',
  shared: 'If others use this computer, end the link when you are done.',
  endLink: 'Leave, and end this link',
  people: 'Who takes part',
  person: 'Name',
  agency: 'Agency and team',
  checks: 'Please check when you open the meeting',
  join: 'Join in Teams',
  joinHint: 'You need no account: Teams opens in your browser.',
  back: 'Back, without doing anything',
  backToPage: 'Back to your page',
  notSaved:
    'Sorry, this was NOT saved: our storage could not be reached. It is not your doing, and what you filled in is still here. Please try again in a few minutes.',
  unreadable:
    'This form could not be read, so nothing has been done. It may be from an older page. Please try again here.',
} as const;

/** Asked of whoever was named by a form. */
export const CONFIRM = {
  heading: 'Did you ask for this?',
  text: 'It was sent in your name through a form, so nobody knows yet that it was you.',
  button: 'Yes, I asked for it',
  notMe: 'No, it was not me: withdraw it',
} as const;

export const REQUESTER_ACTIONS = {
  change: 'Change the request',
  changeHint: 'The form as you sent it. We mail you a code first, because it shows what you wrote.',
  dates: 'Give other dates',
  move: 'Ask for another time',
  propose: 'Change who takes part',
  withdraw: 'Withdraw the request',
  askAgain: 'Ask for another JAGS',
} as const;

export const ARRANGING = {
  link: 'Say what the session needs so that you can take part',
  fact: 'Arrangements',
  linkRequester: 'Ask for arrangements',
  title: 'What does the session need?',
  hint: 'Say what is to be arranged; please never for whom or why. What was asked for before stays.',
  arranged: (what: string) => `Asked for already: ${what}.`,
  label: 'Arrangements to be added',
  button: 'Ask for this',
  missing: 'Choose what is to be arranged.',
} as const;

export const ABSENCE = {
  link: 'I cannot come',
  title: 'You cannot come to this session?',
  text: 'The requester and the coordinators are told, so that somebody else of your agency can be asked. You stay on the list: you can say here at any time before it begins that you can come after all. Please decline the calendar invitation too.',
  button: 'Yes, I cannot come',
  said: 'You have said that you cannot come.',
  after: 'I can come after all',
} as const;

export const POLL = {
  heading: 'Which of these times would suit you?',
  text: (until: string) =>
    `We are looking for a time for this JAGS, and cannot see your calendar. Please answer by ${until}. Only the coordinators see who answered what. Nothing is booked yet.`,
  answered: 'You have answered. Until then you can change your answer.',
  label: 'Tick every time that suits you',
  hint: 'If none of them does, tick nothing and send it all the same.',
  button: 'Send my answer',
} as const;

export const MISSING = {
  heading: 'Has the facilitator not come?',
  hint: 'From five minutes after it should begin the coordinators are told at once, and never who said it.',
  button: 'The facilitator has not come',
} as const;

export const WITHDRAWING = { title: 'Withdraw the request?', button: 'Yes, withdraw it' } as const;

export const CHANGING = {
  title: 'Change the request',
  text: 'You get the form back as you sent it. It shows what you wrote, so we mail you a code first: only whoever reads your mail can go on.',
  button: 'Mail me the code',
} as const;

export const MOVING = {
  title: 'Ask for another time?',
  requester:
    'The coordinators look for another time. Until you are told otherwise the session stays as it is, and everybody keeps it free.',
  facilitator:
    'The coordinators look for another time that suits you and the others. Until you are told otherwise the session stays as it is.',
  button: 'Yes, ask for another time',
} as const;

export const DATES = {
  title: 'Give other dates',
  earliest: 'Earliest day',
  latest: 'Latest day',
  days: 'Days that could work',
  times: 'Times that could work',
  schools: 'School holidays (optional)',
  button: 'Send these dates',
} as const;

export const PROPOSE = {
  standing: 'Who takes part now, besides you',
  standingHint: 'Tick whoever is to be left out.',
  add: 'Add people',
  person: (number: number) => `Person ${number}`,
  name: 'Name',
  mail: 'Work e-mail',
  team: 'Agency and team',
  button: 'Send to the coordinators',
} as const;

export const OFFER = {
  heading: 'Your answer',
  accept: 'Accept',
  acceptHint: 'We mail you a code to enter, so that nobody else can accept in your name.',
  cannotLink: 'I cannot facilitate it',
  dropLink: 'I cannot do it after all',
} as const;

export const CANNOT = {
  title: 'You cannot facilitate this session?',
  button: 'Yes, ask somebody else',
  family: 'If you know this family',
  familyHint:
    'It is kept with your entry, so that no request about this family comes to you again. Nothing else is said or asked.',
  familyButton: 'I know this family',
} as const;

export const NOT_HELD = {
  title: 'It did not take place',
  question: 'What kept it from happening?',
  button: 'Yes, it did not take place',
  missing: 'Choose what kept it from happening.',
} as const;

export const ATTENDING_TEXTS = {
  closed: 'This session does not take place, or is over. There is nothing you need to do.',
  notArranged: 'No session is arranged just now. If one is, you will get an invitation.',
} as const;

export const FACILITATING = {
  sessions: 'Your sessions',
  when: 'When',
  none: 'No session of yours is to come.',
  observing: '(as an observer)',
  sessionsHint:
    'Times you have been asked about and not answered yet are among them. Each has a page of its own: its link is in the mail about it.',
  pause: 'Take a break',
  pauseUntil: 'No session up to and including',
  pauseHint: 'A break builds up no debt: you go on where the others are.',
  pauseButton: 'Take a break until then',
  endPause: 'End my break',
  declare: 'My hours',
  declareHint:
    'When could you facilitate? Your calendar cannot be seen from here, so this is what coordinators go by.',
  leave: 'Leave to be added (optional)',
  leaveFrom: 'First day of leave',
  leaveUntil: 'Last day of leave',
  declareButton: 'Save my hours',
  ownPage: 'Your own page',
  ownLinkHint: 'All your sessions, your hours and your breaks are on a page of their own.',
  ownLink: 'Mail me the link to it',
} as const;

export const CODE = {
  title: 'Enter the code we have mailed you',
  text: (minutes: number) =>
    `We have just sent a code of six digits to the address this page’s link was mailed to. It can take a few minutes to come. It can be entered for ${minutes} minutes.`,
  label: 'Code',
  hint: 'Six digits, for example 012345',
  button: 'Go on',
  again: 'Mail me another code',
  empty: 'Enter the six digits of the code.',
  wrong: 'This is not the code. Look at the newest mail from us, and enter its six digits.',
  over: 'This code counts no longer: it is too old, was used, or was entered wrongly too often. Have another one mailed.',
  tooMany:
    'Too many codes have been asked for. Nothing has been done. Please use the newest one, or try again in an hour.',
} as const;
