/** What the bot says in the chat, and on the cards that are not about one request. */
export const WELCOME = {
  title: 'Joint Agency Group Supervision (JAGS)',
  is: 'A JAGS is a safe, reflective space for practitioners of several agencies to think together about work with a child or family that feels stuck or complex, held by an independent, trained facilitator.',
  isNot:
    'It is not for sharing new information, setting tasks or making case decisions: the existing meetings with the family are for those.',
  words: 'You can also type "request", "help me choose", "my requests", "my sessions" or "help" at any time.',
} as const;

/** Over a dialog, beside the app's own name. */
export const DIALOG_TITLE = 'Request a JAGS';

export const CHAT = {
  channelKept:
    'Thank you. Requests for a JAGS are now shown in this channel. Coordinators decide on them here, and can say "queue" to me for everything that is open.',
  channelNotHere:
    "Please say this in a channel of the coordinators' team: that is where requests will be shown.",
  goesOnInPrivate: 'I have written to you in our own chat, so that nothing about a family is seen here.',
  openPrivate:
    'Nothing about a family should be seen here. Please open a chat with me (choose my name, then Chat) and say "request" there.',
  noneYet: 'You have not asked for a JAGS yet.',
  noneFound: 'No request of yours matches that. Try its reference, or empty the box to see them all.',
  startTitle: 'Ask for a JAGS',
  start:
    'This opens a window that only you can see: nothing about a family is shown here. To see how your requests are doing, say "my requests".',
  unknownTitle: 'How can I help?',
  unknown:
    'I did not understand that. You can choose one of these, or type "request", "help me choose", "my requests", "my sessions" or "help".',
  teamWelcome:
    'I arrange Joint Agency Group Supervision (JAGS). A coordinator can say "use this channel" where requests should be shown. To ask for a JAGS, choose the button, or open a chat with me and say "request".',
} as const;
