/** Who is in a chat, or in the team of a channel, as Teams tells a bot that is there too. */
import { type TeamsChannelAccount, TeamsInfo, type TurnContext } from 'botbuilder';
import type { PersonId } from '../../domain/people';
import type { Reference } from './conversations';

export interface Member {
  readonly id: PersonId;
  /** "29:…", by which Teams knows a member in a conversation. */
  readonly teamsId: string;
  readonly name: string;
  /** Empty where Teams does not tell. */
  readonly mail: string;
}

/** What somebody may see of the roster of where they asked from. */
export type Roster =
  | { readonly kind: 'listed'; readonly members: readonly Member[] }
  | { readonly kind: 'too-many' }
  /** Not asked from anywhere with others in it, or not by one of them. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unreachable' };

/** More would be no help on a telephone. */
export const MOST_LISTED = 20;

const PAGE = 500;

/** The members with an account, or the first of them when only so many are wanted. */
export async function readMembers(
  turn: TurnContext,
  { teamId }: Pick<Reference, 'teamId'>,
  most = Infinity,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  let token: string | undefined;
  do {
    const page = teamId
      ? await TeamsInfo.getPagedTeamMembers(turn, teamId, PAGE, token)
      : await TeamsInfo.getPagedMembers(turn, PAGE, token);
    members.push(...page.members.flatMap(asMember));
    token = page.continuationToken;
  } while (token && members.length < most);
  return members;
}

/**
 * The others in it, for one who is in it themselves; nothing for anybody else, because where it was asked from comes back
 * with a card.
 */
export async function readRosterFor(
  asker: PersonId,
  turn: TurnContext,
  origin: Pick<Reference, 'teamId'>,
): Promise<Roster> {
  const members = await readMembers(turn, origin, MOST_LISTED + 2);
  const others = members.filter(({ id }) => id !== asker);
  if (others.length > MOST_LISTED)
    return { kind: (await isMember(asker, turn, origin)) ? 'too-many' : 'none' };
  if (others.length === members.length) return { kind: 'none' };
  return { kind: 'listed', members: others.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) };
}

async function isMember(
  asker: PersonId,
  turn: TurnContext,
  { teamId }: Pick<Reference, 'teamId'>,
): Promise<boolean> {
  const { aadObjectId } = teamId
    ? await TeamsInfo.getTeamMember(turn, teamId, asker)
    : await TeamsInfo.getMember(turn, asker);
  return aadObjectId?.toLowerCase() === asker;
}

function asMember({ id, aadObjectId, name, email, userPrincipalName }: TeamsChannelAccount): Member[] {
  if (!aadObjectId) return [];
  const mail = (email ?? userPrincipalName ?? '').toLowerCase();
  return [{ id: aadObjectId.toLowerCase(), teamsId: id, name: name ?? '', mail }];
}
