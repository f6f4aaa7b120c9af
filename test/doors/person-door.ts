/** The pages behind links that are mailed, with everything they keep, and how something is sent to them. */
import { MINUTE_MS } from '../../src/domain/intervals';
import type { LinkTerms, Purpose } from '../../src/ports/links';
import { olive, openPersonOffice, type PersonOffice } from '../web/outside/person-office';
import type { Knock, Opened } from './door';

export interface PersonDoor extends Opened {
  readonly office: PersonOffice;
}

export type Form = Readonly<Record<string, string | readonly string[]>>;
export const DAY_MS = 24 * 60 * MINUTE_MS;

export async function openPersonDoor(): Promise<PersonDoor> {
  const office = await openPersonOffice();
  return {
    office,
    port: Number(new URL(office.url).port),
    async stored() {
      const sessions = [...office.evaluations.sessions.values()].map(({ evaluations }) => evaluations.length);
      return { requests: office.store.all(), pool: await office.pool.history(olive.id), sessions };
    },
    logged: () => JSON.stringify(office.log.lines),
    close: () => office.close(),
  };
}

export function post(path: string, form: Form = {}, headers: Knock['headers'] = []): Knock {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(form))
    for (const value of [values].flat()) body.append(name, value);
  const token = path.split('/')[2] ?? '';
  return {
    ...{ method: 'POST', path, body: body.toString(), secrets: token.length > 20 ? [token] : [] },
    headers: [['Content-Type', 'application/x-www-form-urlencoded'], ...headers],
  };
}

/** A link as it was mailed, to a request that is there. */
export async function link({ office }: PersonDoor, purpose: Purpose, over: Partial<LinkTerms> = {}) {
  return office.linkFor(purpose, over);
}

/** A code for a link, as it is mailed. */
export async function mailed(at: PersonDoor, path: string): Promise<string> {
  return at.office.codes.mint(await idOf(at, path));
}

export async function idOf({ office }: PersonDoor, path: string): Promise<string> {
  return (await office.links.find(path.split('/')[2]!))!.id;
}
