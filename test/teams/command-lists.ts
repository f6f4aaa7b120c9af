/** Which of what people can say is offered where, and why not elsewhere. */
import type { Intent } from '../../src/teams/intent';

export const SCOPES = ['personal', 'team', 'groupChat'] as const;
export type Scope = (typeof SCOPES)[number];

/** Why somebody who could say it there is not offered it; the bot understands it all the same. */
const FOR_FEW =
  'Everybody in the organisation sees the list of their own chat, and this is for coordinators alone, who are offered it in their team.';
const OWN_CHAT =
  'It shows what is one’s own, in one’s own chat: offered there. Where others read along it would only move the answer.';
const NOT_THEIRS = 'It is for coordinators alone, and their team is where they work.';
const NO_CHANNEL = 'There is no channel here to show requests in.';
const SAME_AS_MINE = 'It opens the same list as “my requests”, which is offered.';

/** For everything people can say, in every scope: offered, or the reason why not. */
export const OFFERED: Readonly<
  Record<Exclude<Intent, 'unknown'>, Readonly<Record<Scope, 'offered' | { readonly not: string }>>>
> = {
  request: { personal: 'offered', team: 'offered', groupChat: 'offered' },
  choose: { personal: 'offered', team: 'offered', groupChat: 'offered' },
  help: { personal: 'offered', team: 'offered', groupChat: 'offered' },
  status: { personal: 'offered', team: { not: OWN_CHAT }, groupChat: { not: OWN_CHAT } },
  sessions: { personal: 'offered', team: { not: OWN_CHAT }, groupChat: { not: OWN_CHAT } },
  facilitating: { personal: 'offered', team: { not: OWN_CHAT }, groupChat: { not: OWN_CHAT } },
  withdraw: {
    personal: { not: SAME_AS_MINE },
    team: { not: SAME_AS_MINE },
    groupChat: { not: SAME_AS_MINE },
  },
  queue: { personal: { not: FOR_FEW }, team: 'offered', groupChat: { not: NOT_THEIRS } },
  digest: { personal: { not: FOR_FEW }, team: 'offered', groupChat: { not: NOT_THEIRS } },
  'use-channel': { personal: { not: NO_CHANNEL }, team: 'offered', groupChat: { not: NO_CHANNEL } },
};
