/**
 * Stand-ins for what serves people without Teams: links, codes, mail, errands and limits. Each keeps state the way the
 * real one does; see fakes.ts.
 */
import { createHash } from 'node:crypto';
import { type Instant, MINUTE_MS } from '../src/domain/intervals';
import { isSamePerson } from '../src/domain/people';
import type { Codes, Limits, Link, LinkId, Links, LinkTerms } from '../src/ports/links';
import type { Bounce, Letter, Mail } from '../src/ports/mail';
import type { Errand, Errands, ReceivedErrand } from '../src/ports/mailer';
import { Fault } from '../src/ports';
import { type Clock, overWire, type Wire } from './fakes';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface MemoryLinks extends Links {
  /** Every link ever given out, the oldest first. */
  all(): readonly Link[];
}

/** Only hashes are kept. Tokens are of the real length, and the same in every run. */
export function createMemoryLinks(clock: Pick<Clock, 'now'>, wire: Wire = { cut: false }): MemoryLinks {
  const rows = new Map<LinkId, { readonly terms: LinkTerms; revoked: boolean }>();
  let minted = 0;
  const linkOf = (id: LinkId): Link | undefined => {
    const row = rows.get(id);
    if (!row) return undefined;
    return {
      id,
      terms: row.terms,
      state: row.revoked || row.terms.expiresAt <= clock.now() ? 'over' : 'valid',
    };
  };
  return {
    async mint(terms) {
      await overWire(wire);
      const token = createHash('sha256')
        .update(`token ${(minted += 1)}`)
        .digest('base64url');
      rows.set(hashOf(token), { terms, revoked: false });
      return token;
    },
    async find(token) {
      await overWire(wire);
      return linkOf(hashOf(token));
    },
    async byId(id) {
      await overWire(wire);
      return linkOf(id);
    },
    async revoke({ purpose, requestId, person }) {
      await overWire(wire);
      for (const row of rows.values()) {
        const { terms } = row;
        if (
          terms.purpose === purpose &&
          terms.requestId === requestId &&
          isSamePerson(terms.person.id, person.id)
        )
          row.revoked = true;
      }
    },
    all: () => [...rows.keys()].flatMap((id) => linkOf(id) ?? []),
  };
}

const CODE_TRIES = 5;

/** Codes of six digits that stand for a quarter of an hour; proofs for half an hour. */
export function createMemoryCodes(clock: Pick<Clock, 'now'>, wire: Wire = { cut: false }): Codes {
  const codes = new Map<LinkId, { readonly code: string; readonly until: Instant; tries: number }>();
  const proofs = new Map<string, Instant>();
  let minted = 0;
  return {
    async mint(link) {
      await overWire(wire);
      const code = String(parseInt(hashOf(`code ${(minted += 1)}`).slice(0, 12), 16) % 1_000_000).padStart(
        6,
        '0',
      );
      codes.set(link, { code, until: clock.now() + 15 * MINUTE_MS, tries: 0 });
      return code;
    },
    async enter(link, code) {
      await overWire(wire);
      const standing = codes.get(link);
      if (!standing || standing.until <= clock.now() || standing.tries >= CODE_TRIES) return { is: 'over' };
      standing.tries += 1;
      if (standing.code !== code) return { is: 'wrong' };
      codes.delete(link);
      const proof = hashOf(`proof of ${link} ${minted}`);
      proofs.set(`${link} ${proof}`, clock.now() + 30 * MINUTE_MS);
      return { is: 'right', proof };
    },
    async isProven(link, proof) {
      await overWire(wire);
      return (proofs.get(`${link} ${proof}`) ?? 0) > clock.now();
    },
  };
}

export interface MemoryMail extends Mail {
  /** One for each key, the oldest first. */
  readonly sent: Letter[];
  /** Takes mail no longer: sending there is a permanent fault. */
  refuse(mail: string): void;
  /** Comes back as not delivered. */
  bounce(bounce: Bounce): void;
}

/** A letter of a key that was sent is not sent again. */
export function createMemoryMail(wire: Wire = { cut: false }): MemoryMail {
  const sent: Letter[] = [];
  const refused = new Set<string>();
  const bounces: Bounce[] = [];
  return {
    sent,
    refuse: (mail) => void refused.add(mail),
    bounce: (bounce) => void bounces.push(bounce),
    async send(letter) {
      await overWire(wire);
      if (refused.has(letter.to.mail))
        throw new Fault('Expected an address that takes mail, got one that takes none', { permanent: true });
      if (!sent.some(({ key }) => key === letter.key)) sent.push(letter);
    },
    async wasSent(key) {
      await overWire(wire);
      return sent.some((letter) => letter.key === key);
    },
    async bounced(since) {
      await overWire(wire);
      return bounces.filter(({ at }) => at >= since);
    },
  };
}

export interface MemoryErrands extends Errands {
  readonly waiting: { readonly key: string; readonly errand: Errand }[];
}

/** Hidden while being run; one to be tried later shows up again at once. */
export function createMemoryErrands(wire: Wire = { cut: false }): MemoryErrands {
  const waiting: { readonly key: string; readonly errand: Errand }[] = [];
  let sent = 0;
  return {
    waiting,
    async send(errand) {
      await overWire(wire);
      waiting.push({ key: `errand-${(sent += 1)}`, errand });
    },
    async receive() {
      await overWire(wire);
      return waiting.splice(0).map((each): ReceivedErrand => ({
        ...each,
        done: () => overWire(wire),
        async later() {
          await overWire(wire);
          waiting.push(each);
        },
      }));
    },
  };
}

/** Counts in each hour of the clock. */
export function createMemoryLimits(clock: Pick<Clock, 'now'>, wire: Wire = { cut: false }): Limits {
  const counts = new Map<string, number>();
  return {
    async take({ kind, of }, most) {
      await overWire(wire);
      const name = `${kind} ${hashOf(of)} ${Math.floor(clock.now() / (60 * MINUTE_MS))}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      if (count <= most) return 'within';
      return count === most + 1 ? 'reached' : 'above';
    },
  };
}
