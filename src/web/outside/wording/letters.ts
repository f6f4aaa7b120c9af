/** Sentences of the letters to people without Teams. Nothing of a case: a mailbox is read by delegates, and on lock screens. */
import { dayOf, momentInWords } from '../../../wording/when';

export const LETTER_SUBJECTS = {
  request: (reference: string) => `Your JAGS request ${reference}`,
  session: (reference: string) => `JAGS ${reference}`,
  'ask-link': 'Your link to ask for a JAGS',
  'new-links': 'Your JAGS links',
  code: 'Your code for JAGS',
  facilitating: 'Your JAGS facilitating',
} as const;

export const BECAUSE = {
  requester: 'You get this because you asked for a JAGS and gave this address.',
  facilitator:
    'You get this because you are one of the facilitators of the Norfolk Safeguarding Children Partnership.',
  participant: (requester: string) =>
    `You get this because you are named, with this address, as somebody who takes part in the JAGS that ${requester} asked for.`,
  somebodyAsked:
    'You get this because somebody gave this address on our page. If it was not you, you need not do anything: nothing has been asked for in your name.',
  ownPage:
    'You get this because somebody asked for it on your page. If it was not you, please do not use it.',
} as const;

export const LINK_LABELS = {
  ask: 'The form to ask for a JAGS',
  requester: 'Your page for this request',
  facilitator: 'Your page for this session',
  participant: 'Your page for this session',
  facilitating: 'Your sessions, hours and breaks',
  askAgain: 'To ask for a JAGS again',
  evaluation: 'Say how the session was',
} as const;

/** Where several stand in one letter. */
export const LINK_LISTED = {
  requester: (reference: string) => `Your request ${reference}`,
  facilitator: (reference: string) => `${reference}, which you facilitate or are asked to`,
  participant: (reference: string) => `${reference}, in which you take part`,
} as const;

export const ABOUT_LINKS = {
  /** Links were mailed so that they open without signing in. */
  yours: (until: number) =>
    `The link is for you alone: whoever has it sees your page, so please do not pass it on. It works until ${dayOf(until)}; the page sends you a new one after that.`,
  once: 'The link is for you alone and counts once, so please do not pass it on.',
  form: (until: number) =>
    `The link is for you alone, so please do not pass it on. It works until ${momentInWords(until)}.`,
  several: (until: number) =>
    `These links are for you alone, so please do not pass them on. They work until ${dayOf(until)}, and those you had before no longer do.`,
  instead: 'The link you had before no longer works.',
} as const;

export const LETTER_TEXTS = {
  noFamily: 'Answers to this mail are not read. Please do not write about the family by mail.',
  received: 'Your request for a Joint Agency Group Supervision (JAGS) has come in.',
  inYourName:
    'Somebody, most likely you, has filled in a form to ask for a Joint Agency Group Supervision (JAGS) in your name. Please open your page and say whether it was you: the coordinators are shown that nobody has said so yet.',
  notConfirmed: 'It is not confirmed yet. You get a mail when that changes.',
  page: 'On your page you can see how it stands, change it and withdraw it.',
  returned:
    'A coordinator has sent it back to you. Your page says what needs to be changed, and lets you do it.',
  offered: (answerBy: number) => `A facilitator has been asked, and answers by ${momentInWords(answerBy)}.`,
  planned: (slot: string) => `Planned for ${slot}. You get a mail when it is booked.`,
  bookedWith: (name: string) => `Your session is booked, with ${name}.`,
  wayThere: 'The way there is in the calendar invitation that you are sent.',
  held: 'Your session has taken place. Thank you for thinking together.',
  withdrawn: 'Your request has been withdrawn, and nothing more is arranged.',
  silent: 'Your request has been closed, because we asked you for other dates and had no answer.',
  stillThinking: 'If you would still like to think together, please ask again.',
  reminder: 'A reminder, because we have not heard from you yet:',
  timeKept: 'Another time was asked for, and a coordinator has kept the one it has.',
  cannotCome: 'Somebody has said that they cannot come to your session. Your page says who.',
  canPropose: 'You can ask for another time there, or propose other people to take part.',
  note: 'A coordinator has written to you about your request. You can read it on your page.',
  asked: 'You are asked to facilitate a Joint Agency Group Supervision (JAGS).',
  stillAsked: 'A reminder: we still wait to hear whether you can facilitate this session.',
  answerBy: (by: number) => `Please answer by ${momentInWords(by)}, on your page.`,
  theirs: 'Booked: you facilitate this session.',
  who: 'Your page has who takes part, and what to look at when you open the session.',
  where: { online: 'It is held online, in Teams.', 'in-person': 'It is held in person.' },
  askedFor: (requester: string) => `Asked for by ${requester}.`,
  invited: (requester: string) =>
    `${requester} has asked for a Joint Agency Group Supervision (JAGS), and you are invited to take part.`,
  whatItIs:
    'It is a safe, reflective space: time to think together about work that feels complex or stuck, and about what it asks of us. There are no minutes, no tasks and no recording.',
  cannotBeThere: 'On your page you can say that you cannot come, and what you need to take part.',
  soon: 'A reminder of your JAGS session.',
  opening: 'To open and to close with:',
  record:
    'A session you facilitated is over. Please record on your page how it was: two minutes, and nothing about the case.',
  evaluation:
    'The JAGS session you took part in is over. How was it? Please say so on the page below: seven statements and a few boxes to tick, in under a minute.',
  stillEvaluation:
    'A reminder, and the only one: how was the JAGS session you took part in? You can still say so on the page below, in under a minute.',
  answeredThere: 'If you have answered at the session itself, there is nothing more to do.',
  evaluateBy: (closesAt: number) => `You can answer until ${momentInWords(closesAt)}.`,
  poll: (requester: string) =>
    `${requester} has asked for a Joint Agency Group Supervision (JAGS) in which you would take part. A time is being looked for. It could be on:`,
  ownPoll: 'A time for your session is being looked for. It could be on:',
  pollAnswer: (closesAt: number) =>
    `Please say on your page which of them would suit you, by ${momentInWords(closesAt)}. It takes a minute, and only coordinators see what you answer. Nothing is booked yet.`,
  onTheDay: (contact: string) => `If something does not work on the day, please turn to ${contact}.`,
  askLink:
    'With the link below you can ask for a Joint Agency Group Supervision (JAGS). It opens the form; nothing is asked for until you send it.',
  newLinks: 'Here is everything open that you have a page for.',
  newLink: 'Here is the new link you asked for.',
  code: (code: string) => `Your code is ${code}`,
  codeUse: (minutes: number) =>
    `Please type it into the page that asked for it, within ${minutes} minutes. Nobody will ever ring you to ask for it.`,
  facilitating: 'With the link below you see your sessions, keep your hours up to date and take a break.',
} as const;
