/** "I would like to talk this over": told to the named contact and the deputy alone, and noted nowhere. */
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Pool } from '../../ports/pool';
import type { TalkingOver } from '../../ports/talking-over';
import { POOL } from '../../wording/pool';
import { maybeToldInWords, ringInWords, toldToTalkInWords } from '../../wording/session-record';
import { isolated } from '../../wording/typed-text';
import { type Answer, refused, said } from '../answers';
import { inTime } from '../in-time';

export interface TalkOverNeeds {
  readonly pool: Pick<Pool, 'find'>;
  /** Absent where nobody is named who can be told in Teams. */
  readonly talkingOver?: TalkingOver;
  readonly policy: Policy;
}

/** Of the three seconds Teams waits. */
const TELL_MS = 2_000;

export type TalkOver = (by: Person) => Promise<Answer>;

export function createTalkOver({ pool, talkingOver, policy }: TalkOverNeeds): TalkOver {
  const contact = policy.supportContact === '' ? '' : isolated(policy.supportContact);
  return async (by) => {
    if (!(await pool.find(by.id))) return refused(POOL.notInPool);
    if (!talkingOver) return said(ringInWords(contact));
    const told = await inTime(talkingOver.tell(by), TELL_MS, () => 'slow' as const);
    if (told === 'slow') return said(maybeToldInWords(contact));
    return said(told === 'told' ? toldToTalkInWords(contact) : ringInWords(contact));
  };
}
