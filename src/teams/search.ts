/** Finding one's own requests from the compose box, to show others how one of them stands. */
import type { Instant } from '../domain/intervals';
import type { Person } from '../domain/people';
import type { Requests } from '../ports';
import type { Answer } from './answers';
import { renderCard } from './cards';
import { presentProgress } from './present/progress';
import { CHAT } from './wording/chat';

export interface SearchNeeds {
  readonly requests: Pick<Requests, 'ofPerson'>;
  readonly now: () => Instant;
}

export interface Search {
  /** One's own requests, newest first; with a text those whose reference or state has it. */
  mine(by: Person, text: string): Promise<Answer>;
}

/** As many as Teams shows at once. */
const MOST_FOUND = 25;

export function createSearch({ requests, now }: SearchNeeds): Search {
  return {
    async mine(by, text) {
      const wanted = letters(text);
      const own = (await requests.ofPerson(by.id)).map((request) => presentProgress(request, now()));
      const fitting = own.filter(({ reference, state }) => letters(`${reference} ${state}`).includes(wanted));
      const found = fitting.slice(0, MOST_FOUND).map((progress) => ({
        title: `${progress.reference}: ${progress.state}`,
        text: progress.next,
        card: renderCard('progress', progress),
      }));
      return { kind: 'found', found, none: own.length === 0 ? CHAT.noneYet : CHAT.noneFound };
    },
  };
}

/** References are typed with and without their hyphens. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
