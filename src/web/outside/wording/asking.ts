/** Sentences of the pages on which a link is asked for. */
import type { Policy } from '../../../domain/policy';

export const choosingWords = {
  next: 'What to do next',
  ask: 'Ask for a JAGS',
  askAllTheSame: 'Ask for a JAGS all the same',
} as const;

export const linkWords = {
  ask: {
    title: 'Your work e-mail',
    hint: 'We mail you a link to the form. It opens the form for you alone, so please do not pass it on.',
    send: 'Mail me the link',
  },
  again: {
    title: 'Get a new link',
    hint: 'Give the work e-mail you asked from, or were invited at. We mail new links to whatever is open for it, and the links you had before stop working.',
    send: 'Mail me new links',
  },
  wrong: 'Give a full work e-mail address, such as name@example.org.',
  /** Of the field nobody sees. */
  lure: 'Please leave this empty',
} as const;

export const mailedWords = {
  title: 'Now look in your mail',
  ask: 'If mail can reach the address you gave, a link to the form is on its way there. It can take a few minutes.',
  again:
    'If there is anything open for the address you gave, new links are on their way there. It can take a few minutes.',
  nothingCame: 'If nothing comes',
  tips: [
    'Look among junk mail, and for mail that your organisation holds back.',
    'Check the address and ask once more. Within an hour only a few mails go to one address.',
    "If your organisation lets no mail from us through, ask a colleague in Children's Services to ask for the JAGS in Teams.",
  ],
  once: 'Nothing has been asked for yet: the form is behind the link.',
  onceMore: 'Ask for the link once more',
} as const;

export const FULL_WORDS = {
  title: 'No more links can be mailed within this hour',
  text: 'Far more people than usual have asked for one, so we have stopped for now and told the coordinators. Nothing has been saved. Please try again after the hour.',
  ring: ({ onTheDayContact }: Policy): string =>
    onTheDayContact === ''
      ? "If it cannot wait, ask a colleague in Children's Services to ask in Teams: coordinators see that at once."
      : `If it cannot wait, turn to ${onTheDayContact}, or ask a colleague in Children's Services to ask in Teams.`,
} as const;
