import { decide } from '../../../src/domain/decide';
import { isRefusal } from '../../../src/domain/decisions/decision';
import type { MailNews } from '../../../src/domain/mail-news';
import { defaultPolicy } from '../../../src/domain/policy';
import type { Command, Request } from '../../../src/domain/request';
import { newsInLetter } from '../../../src/web/outside/letters/about-request';
import { recipientOn } from '../../../src/web/outside/link-holders';
import { anotherFacilitator, theFacilitator, theRequester } from '../../builders';
import { commands, entitled, now, requests, STATES } from '../../domain/decided';

const PEOPLE: readonly unknown[] = [theRequester, theFacilitator, anotherFacilitator].map(({ id }) => id);

/** The same, with its requester and facilitators outside. */
function outside<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) => {
    const isOne = typeof each === 'object' && each !== null && 'team' in each && 'id' in each;
    return isOne && PEOPLE.includes(each.id) ? { ...each, outside: true } : each;
  }) as T;
}

interface Written {
  readonly what: string;
  readonly news: MailNews;
  readonly next: Request;
  readonly isTold: boolean;
}

/** Each mail that any command of anybody asks for, in any state. */
const WRITTEN: readonly Written[] = STATES.flatMap((state) =>
  Object.values<Omit<Command, 'requestId'>>(commands).flatMap((command) => {
    const request = outside(requests[state]);
    const addressed = outside({ ...command, requestId: request.id } as Command);
    const decided = decide(request, addressed, entitled(addressed, { now }));
    if (isRefusal(decided)) return [];
    const { next, effects } = decided;
    return effects.flatMap((effect): Written[] => {
      if (effect.kind !== 'mail') return [];
      const { to, news } = effect;
      const about = { request: next, to, policy: defaultPolicy };
      const isTold = recipientOn(next, to) !== undefined && newsInLetter(about, news) !== undefined;
      return [{ what: `${command.kind} in ${state}: ${news} to the ${to.as}`, news, next, isTold }];
    });
  }),
);

it('Whatever a decision has mailed can be told of the request as it is then', () => {
  expect(WRITTEN.filter(({ isTold }) => !isTold).map(({ what }) => what)).toEqual([]);
  // So that it is about something.
  const news = new Set(WRITTEN.map((each) => each.news));
  for (const each of ['received', 'state', 'asked', 'theirs', 'no-longer-theirs', 'invited', 'note'] as const)
    expect(news).toContain(each);
});
