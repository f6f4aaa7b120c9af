/**
 * Whether Graph lets the app into a mailbox. Nothing is changed and nobody is written to: what is sent has no recipient, which
 * Exchange refuses only after it has let the app in.
 */
import type { OnlineMeeting } from '@microsoft/microsoft-graph-types';
import type { PersonId } from '../domain/people';
import type { Graph } from './client';
import { GraphFault } from './fault';
import { literal, path, query } from './odata';

/** `nothing-there`: no such mailbox, which says nothing about permissions; of a meeting, that the app may look in vain. */
export type Let = 'in' | 'refused' | 'nothing-there';

export interface MailboxProbe {
  readCalendar(of: PersonId): Promise<Let>;
  readMail(of: PersonId): Promise<Let>;
  sendMail(as: PersonId): Promise<Let>;
  /** Looks for a meeting of somebody's. Its link must be a real one: others Graph refuses before it looks at permissions. */
  findMeeting(of: PersonId, joinUrl: string): Promise<Let>;
}

const FIRST = query({ $select: 'id', $top: '1' });
/** Bad request: it was read, by somebody who may. */
const UNDERSTOOD = 400;

export function createMailboxProbe(graph: Pick<Graph, 'get' | 'post'>): MailboxProbe {
  return {
    readCalendar: (of) => letInto(graph.get(path`/users/${of}/events` + FIRST)),
    readMail: (of) => letInto(graph.get(path`/users/${of}/mailFolders/inbox/messages` + FIRST)),
    sendMail: (as) =>
      letInto(graph.post(path`/users/${as}/sendMail`, { message: WITHOUT_RECIPIENT }), [UNDERSTOOD]),
    async findMeeting(of, joinUrl) {
      const $filter = `JoinWebUrl eq ${literal(joinUrl)}`;
      const found = graph.get<{ value: OnlineMeeting[] }>(
        path`/users/${of}/onlineMeetings` + query({ $filter }),
      );
      const looked = await letInto(found);
      return looked === 'in' && (await found).value.length === 0 ? 'nothing-there' : looked;
    },
  };
}

const WITHOUT_RECIPIENT = {
  subject: 'JAGS',
  body: { contentType: 'html', content: '' },
  toRecipients: [],
};

async function letInto(call: Promise<unknown>, also: readonly number[] = []): Promise<Let> {
  try {
    await call;
    return 'in';
  } catch (error) {
    if (!(error instanceof GraphFault) || error.answer.status === undefined) throw error;
    const { status } = error.answer;
    if (status === 403) return 'refused';
    if (status === 404) return 'nothing-there';
    if (also.includes(status)) return 'in';
    throw error;
  }
}
