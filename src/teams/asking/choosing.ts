/**
 * People who are chosen, not typed: from the directory by Teams' people picker, or from the chat or team it is asked
 * from. A card sends their ids; names and addresses come from Teams and from the directory, or not yet.
 */
import type { Activity } from 'botbuilder';
import { findTeam } from '../../domain/agencies';
import type { ParticipantAnswer } from '../../domain/form';
import { LONGEST_NAME } from '../../domain/form-people';
import { isSamePerson, type KnownPerson, type Person, type PersonId } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Directory } from '../../ports';
import { type FormDraft, NOBODY_CHOSEN } from '../../domain/form-draft';
import { inTime } from '../in-time';
import type { TeamsLog } from '../log';
import { originReference } from './origin';
import { createReach, type ReachNeeds } from '../reaching/reach';
import type { Roster } from '../reaching/roster';

export interface ChoosingNeeds extends ReachNeeds {
  readonly directory: Pick<Directory, 'known'>;
  readonly policy: Policy;
  readonly log: TeamsLog;
}

/** Who presses, and where. */
export interface Asker {
  readonly by: Person;
  readonly activity: Activity;
}

export interface Choosing {
  roster(draft: FormDraft, asker: Asker): Promise<Roster>;
  /**
   * The draft with those chosen on its list, and the roster they were chosen from. `nobody` counts those who are not in
   * the directory. Without a team everybody stays where they are.
   */
  withChosen(
    draft: FormDraft,
    asker: Asker,
  ): Promise<{ readonly draft: FormDraft; readonly roster: Roster; readonly nobody: number }>;
}

/** A click may take three seconds in all. Whoever is not found in this time is looked up once the request is sent. */
const LOOK_UP_MS = 1_000;

export function createChoosing(needs: ChoosingNeeds): Choosing {
  const { directory, policy, log } = needs;
  const reach = createReach(needs);
  return { roster, withChosen };

  async function roster({ origin }: FormDraft, { by, activity }: Asker): Promise<Roster> {
    const from = originReference(origin, activity);
    if (!from) return { kind: 'none' };
    return (await soon(reach.rosterOf(from, by.id.toLowerCase()), 'roster')) ?? { kind: 'unreachable' };
  }

  async function withChosen(draft: FormDraft, asker: Asker): ReturnType<Choosing['withChosen']> {
    const { chosen, added } = draft;
    const ids = chosen.ids.filter((id) => !isSamePerson(id, asker.by.id));
    const canMove = findTeam(policy.agencies, chosen.team) !== undefined && ids.length > 0;
    const [listed, known] = await Promise.all([
      roster(draft, asker),
      canMove ? soon(directory.known({ mails: [], ids }), 'directory') : [],
    ]);
    if (!canMove)
      return { draft: { ...draft, chosen: { ...chosen, ids } }, roster: listed, nobody: chosen.strangers };
    const people = ids.map((id) => fromRoster(id, listed) ?? fromDirectory(id, known));
    const found = people.flatMap((person) => (person ? [{ ...person, team: chosen.team }] : []));
    const nobody = chosen.strangers + people.length - found.length;
    return {
      draft: {
        ...draft,
        added: [...added, ...found],
        // Kept for whoever is chosen instead.
        chosen: { ...NOBODY_CHOSEN, team: nobody > 0 ? chosen.team : '' },
      },
      roster: listed,
      nobody,
    };
  }

  /** Undefined when it is not there in time, or not at all. */
  async function soon<T>(asked: Promise<T>, what: string): Promise<T | undefined> {
    const without = `could not read the ${what} for a form; it goes on without`;
    const read: Promise<T | undefined> = asked.catch((error: unknown) => {
      log.warn({ err: error }, without);
      return undefined;
    });
    return inTime(read, LOOK_UP_MS, () => {
      log.warn({}, without);
      return undefined;
    });
  }
}

type Named = Omit<ParticipantAnswer, 'team'>;

function fromRoster(id: PersonId, roster: Roster): Named | undefined {
  const member = roster.kind === 'listed' ? roster.members.find((each) => each.id === id) : undefined;
  return member?.mail ? named(member) : undefined;
}

/** Undefined when the directory says that it is nobody. */
function fromDirectory(id: PersonId, known: readonly KnownPerson[] | undefined): Named | undefined {
  if (!known) return { id, name: '', mail: '' };
  const person = known.find((each) => isSamePerson(each.id, id));
  return person && named(person);
}

function named({ id, name, mail }: KnownPerson): Named {
  return { id, name: name.slice(0, LONGEST_NAME), mail };
}
