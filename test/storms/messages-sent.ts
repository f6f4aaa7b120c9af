/** What was said in Teams, with what whoever said it could know of it. */
import type { Instant } from '../../src/domain/intervals';
import type { AroundCall } from '../crash/gate';

export interface Post {
  readonly conversation: string;
  readonly content: string;
  /** Real time at which it was asked for, and answered. */
  readonly askedAt: number;
  doneAt: number;
  /** On the clock of the town. */
  readonly at: Instant;
  /** It is there. */
  delivered: boolean;
  /** Whoever posted it was told so. */
  known: boolean;
}

const POSTED = /^\/v3\/conversations\/([^/]+)\/activities(\/[^/]+)?$/;

/** Keeps every post; what breaks calls goes inside of it. */
export function createMessagesSent(now: () => Instant): {
  readonly posts: Post[];
  around(inner: AroundCall): AroundCall;
} {
  const posts: Post[] = [];
  return {
    posts,
    around: (inner) => async (call, pass) => {
      const found = call.method === 'POST' ? POSTED.exec(call.path) : null;
      if (!found) return inner(call, pass);
      const sent = JSON.parse(call.body.toString()) as {
        text?: string;
        attachments?: { content?: unknown }[];
      };
      const post: Post = {
        conversation: decodeURIComponent(found[1]!),
        content: JSON.stringify(sent.attachments?.map(({ content }) => content) ?? sent.text ?? ''),
        askedAt: Date.now(),
        doneAt: Infinity,
        at: now(),
        delivered: false,
        known: false,
      };
      posts.push(post);
      try {
        const answer = await inner(call, async () => {
          const delivered = await pass();
          post.delivered = delivered.status < 300;
          return delivered;
        });
        post.known = answer.status < 300;
        return answer;
      } finally {
        post.doneAt = Date.now();
      }
    },
  };
}
