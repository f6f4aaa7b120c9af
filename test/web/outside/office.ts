/** A mailer over everything in memory, with requests and facilitators to begin with. */
import type { Facilitator } from '../../../src/domain/facilitator';
import { MINUTE_MS } from '../../../src/domain/intervals';
import type { Request } from '../../../src/domain/request';
import type { Link, LinkTerms } from '../../../src/ports/links';
import { createMailer } from '../../../src/web/outside/mailer';
import { at } from '../../builders';
import { createClock, createMemoryOpenRequests, createMemoryStore } from '../../fakes';
import { createMemoryEvaluations } from '../../memory/evaluations';
import { createMemoryPool } from '../../memory/pool';
import { createMemoryCodes, createMemoryLinks, createMemoryMail } from '../../outside-fakes';
import { ID, policy } from './marked';

export const PUBLIC_URL = 'https://jags.norfolk-sandbox.example';

export async function aMailOffice({
  requests = [],
  facilitators = [],
}: { readonly requests?: readonly Request[]; readonly facilitators?: readonly Facilitator[] } = {}) {
  const clock = createClock(at('2026-11-26T10:00'));
  const wire = { cut: false };
  const store = createMemoryStore();
  for (const next of requests)
    await store.save({ next, effects: [], audit: { at: clock.now(), by: 'system', what: 'submit' } });
  const links = createMemoryLinks(clock);
  const codes = createMemoryCodes(clock);
  const mail = createMemoryMail(wire);
  const evaluations = createMemoryEvaluations(clock);
  await evaluations.open({ requestId: ID, quarter: '2026-Q4', invited: 3, closesAt: at('2026-12-22T17:00') });
  const mailer = createMailer({
    links,
    codes,
    evaluations,
    mail,
    openRequests: createMemoryOpenRequests(store),
    requests: store,
    pool: createMemoryPool(undefined, facilitators),
    policy,
    publicUrl: PUBLIC_URL,
    now: clock.now,
  });
  return {
    clock,
    wire,
    store,
    links,
    codes,
    evaluations,
    mail,
    mailer,
    /** The addresses in the last letter, and what each opens. */
    lastLinks: async () => {
      const urls = mail.sent.at(-1)?.text.match(/https:\S+/g) ?? [];
      return Promise.all(
        urls.map(async (url) => {
          const token = new URL(url).pathname.split('/').at(-1)!;
          return { url, token, link: await links.find(token) };
        }),
      );
    },
  };
}

type Office = Awaited<ReturnType<typeof aMailOffice>>;

/** A link as a letter had given it out. */
export async function given(
  { links, clock }: Office,
  terms: Partial<LinkTerms> & Pick<LinkTerms, 'purpose' | 'person'>,
): Promise<Link> {
  const token = await links.mint({ requestId: ID, expiresAt: clock.now() + 60 * MINUTE_MS, ...terms });
  return (await links.find(token))!;
}
