/**
 * Mail from the organiser's mailbox, and what comes back to it. Needs Mail.Send and, to look among what was sent and what
 * came back, Mail.Read, both scoped to the organiser.
 */
import type { Message } from '@microsoft/microsoft-graph-types';
import type { PersonId } from '../domain/people';
import type { Bounce, Mail } from '../ports/mail';
import type { Graph } from './client';
import { keyOf, lettersOfConversation, lettersOfKey, messageOf, undeliverableSince } from './letter';
import { path } from './odata';

export interface MailNeeds {
  readonly graph: Pick<Graph, 'pages' | 'post'>;
  /** Object id. */
  readonly organiser: PersonId;
}

export function createMail({ graph, organiser }: MailNeeds): Mail {
  const mailbox = path`/users/${organiser}`;
  const sent = `${mailbox}/mailFolders/sentitems/messages`;
  const inbox = `${mailbox}/mailFolders/inbox/messages`;

  return {
    wasSent,

    // Graph takes a letter at once and puts it among the sent some seconds later: a try that follows an unknown outcome
    // comes after a longer wait than that.
    async send(letter) {
      const message = messageOf(letter);
      if (await wasSent(letter.key)) return;
      await graph.post(`${mailbox}/sendMail`, { message, saveToSentItems: true });
    },

    async bounced(since) {
      const returned = await graph.pages<Message>(inbox + undeliverableSince(new Date(since).toISOString()));
      const bounces: Bounce[] = [];
      for (const report of returned) bounces.push(...(await lettersIn(report)));
      return bounces;
    },
  };

  async function wasSent(key: string): Promise<boolean> {
    const found = await graph.pages<Message>(sent + lettersOfKey(key));
    return found.some((message) => keyOf(message) === key);
  }

  /** A report of what is undeliverable is in the conversation of the letter. None of ours: an invitation, say. */
  async function lettersIn({ conversationId, receivedDateTime }: Message): Promise<Bounce[]> {
    if (!conversationId || !receivedDateTime) return [];
    const letters = await graph.pages<Message>(sent + lettersOfConversation(conversationId));
    const keys = new Set(letters.map(keyOf).filter((key) => key !== undefined));
    return [...keys].map((key) => ({ key, at: Date.parse(receivedDateTime) }));
  }
}
