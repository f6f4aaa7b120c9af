/** Those who took part say how it was, on the cards they were sent. */
import { STATEMENTS } from '../../src/domain/evaluation';
import type { RequestId } from '../../src/domain/request';
import { THANKS } from '../../src/wording/evaluation';
import { everybody, type SandboxPerson } from '../sandbox/people';
import { personalChatId } from '../sandbox/teams/conversations';
import { press } from './pressing';
import type { Act } from './plan';
import type { Town } from './town';

export interface AskedFor {
  readonly token: string;
  readonly start: number;
  readonly end: number;
  readonly by: SandboxPerson;
}

/** By the token: whether it was said that it has been counted. */
export type Answered = Map<string, { readonly id: RequestId; counted: boolean }>;

const TOKEN = /"token":"([a-z0-9-]{8,64})\.([\w-]{43})"/;

/** The cards that ask for it, one for each person and session. */
export function asked(town: Town, ids: readonly RequestId[]): readonly AskedFor[] {
  return town.posts.flatMap(({ content, conversation, delivered }) => {
    const found = delivered ? TOKEN.exec(content) : null;
    const by = everybody.find((each) => personalChatId(each) === conversation);
    if (!found || !by || !ids.includes(found[1]!)) return [];
    const instant = (name: string): number => Number(new RegExp(`"${name}":(\\d+)`).exec(content)?.[1]);
    return [{ token: `${found[1]}.${found[2]}`, start: instant('start'), end: instant('end'), by }];
  });
}

/** One of them answers, or answers again; with `twice` at both bots at once. */
export async function answers(
  town: Town,
  all: readonly AskedFor[],
  { request, n, twice }: Act,
  answered: Answered,
): Promise<void> {
  const card = all[(request * 7 + n) % Math.max(all.length, 1)];
  if (!card) return;
  const { token, start, end, by } = card;
  const agreements = STATEMENTS.map((each, i) => [each, String(((n + i) % 5) + 1)] as const);
  const data = { token, start, end, ...Object.fromEntries(agreements), also: 'none', lesson: '' };
  const note = answered.get(token) ?? { id: token.split('.')[0]!, counted: false };
  answered.set(token, note);
  const presses = (twice ? [n, n + 1] : [n]).map((bot) => press(town, { by, verb: 'evaluate', data }, bot));
  for (const { text } of await Promise.all(presses))
    if (text.includes(JSON.stringify(THANKS.heading).slice(1, -1))) note.counted = true;
}
