/** What a link opens: whose it is, and the request or the place in the pool it is of. */
import { partOf } from '../../../domain/mailed';
import { mayActFor } from '../../../domain/people';
import { isOpen, type Request } from '../../../domain/request';
import { participantOf } from '../../../domain/taking-part';
import type { Requests } from '../../../ports';
import type { Link, LinkHolder, Links, LinkTerms } from '../../../ports/links';
import type { FeedbackOf } from '../../../ports/figures';
import type { Pool, PoolEntry } from '../../../ports/pool';
import type { FeedbackKnown } from '../../../domain/monitoring/monitoring';

/** As whom somebody sees it. */
export type Subject =
  | { readonly as: 'requester'; readonly request: Request }
  | { readonly as: 'facilitator'; readonly request: Request; readonly attempt: number }
  | { readonly as: 'participant'; readonly request: Request }
  | {
      readonly as: 'facilitating';
      readonly entry: PoolEntry;
      /** Absent where nobody counts what participants said. */
      readonly feedback?: FeedbackKnown;
    };

export interface Opened {
  readonly token: string;
  readonly link: Link;
  /** Who acts through it. */
  readonly by: LinkHolder;
  readonly subject: Subject;
}

export interface OpeningNeeds {
  readonly links: Pick<Links, 'find'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly pool: Pick<Pool, 'find'>;
  readonly feedbackOf?: FeedbackOf;
}

/** 256 bits as base64url: anything else was never given out, and is not looked for. */
const TOKEN = /^[\w-]{43}$/;

/** The link of a token, whatever has become of it. */
export async function linkOf(
  token: string,
  { links }: Pick<OpeningNeeds, 'links'>,
): Promise<Link | undefined> {
  return TOKEN.test(token) ? links.find(token) : undefined;
}

/**
 * Undefined for whatever opens nothing (any more): why is nobody's business. `closed`: its request is closed, and with it
 * every link to it is revoked; that much whoever was mailed it may know.
 */
export async function open(token: string, needs: OpeningNeeds): Promise<Opened | 'closed' | undefined> {
  const link = await linkOf(token, needs);
  if (link?.state !== 'valid') return undefined;
  const { terms } = link;
  const subject = await subjectOf(terms, needs);
  if (!subject) return undefined;
  if (subject.as !== 'facilitating' && !isOpen(subject.request)) return 'closed';
  return { token, link, by: terms.person, subject };
}

/** Undefined too where the person is no longer who they were when the link was mailed: handed over, taken off the list. */
async function subjectOf(terms: LinkTerms, needs: OpeningNeeds): Promise<Subject | undefined> {
  const { purpose, person, requestId } = terms;
  if (purpose === 'facilitating') {
    const entry = await needs.pool.find(person.id);
    if (!entry) return undefined;
    const feedback = await needs.feedbackOf?.(person.id);
    return { as: purpose, entry, ...(feedback && { feedback }) };
  }
  const request = requestId === undefined ? undefined : (await needs.requests.load(requestId))?.request;
  if (!request) return undefined;
  switch (purpose) {
    case 'requester':
      return mayActFor(request.requester, person) ? { as: purpose, request } : undefined;
    case 'participant':
      return participantOf(request, person) ? { as: purpose, request } : undefined;
    case 'facilitator':
      return terms.attempt === undefined
        ? undefined
        : // A session that was moved has a later attempt than they were asked in.
          { as: purpose, request, attempt: partOf(request, person.id)?.attempt ?? terms.attempt };
    case 'ask':
      return undefined;
  }
}
