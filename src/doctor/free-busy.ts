/** Free and busy time, as matching asks for it. */
import { localDate } from '../domain/calendar';
import { isInPool } from '../domain/facilitator';
import { type Interval, MINUTE_MS } from '../domain/intervals';
import { NO_FACILITATOR_HERE, noFacilitatorSeen, organiserUnseen, someFacilitatorsUnseen } from './advice';
import { type Check, failed, ok, skipped } from './check';
import type { Ground } from './ground';
import { remedyOf } from './wording';

const DAY_MS = 24 * 60 * MINUTE_MS;

export const FREE_BUSY: readonly Check[] = [
  {
    name: 'free-busy',
    needs: ['organiser'],
    async run(ground) {
      const { directory, config } = ground;
      const [organiser] = await directory.known({ mails: [], ids: [config.organiser] });
      const unseen = organiser ? await unseenOf([organiser.mail], ground) : 1;
      return unseen > 0 ? failed({ why: organiserUnseen, remedy: remedyOf('free-busy') }) : ok();
    },
  },
  {
    name: 'facilitators-free-busy',
    needs: ['free-busy', 'tables'],
    async run(ground) {
      const mails = await facilitatorsHere(ground);
      if (mails.length === 0) return skipped(NO_FACILITATOR_HERE);
      const unseen = await unseenOf(mails, ground);
      if (unseen === mails.length)
        return failed({ why: noFacilitatorSeen(mails.length), remedy: remedyOf('facilitators-free-busy') });
      return unseen > 0 ? ok(someFacilitatorsUnseen(unseen, mails.length)) : ok();
    },
  },
];

/** Addresses of those in the pool whose calendars are read: of this tenant, and not by hours they declared. */
async function facilitatorsHere({ pool, now }: Ground): Promise<readonly string[]> {
  const today = localDate(now());
  return (await pool.all())
    .map(({ facilitator }) => facilitator)
    .filter((each) => !each.outside && !each.declared && isInPool(each, today))
    .map(({ mail }) => mail);
}

/** How many of them nothing is told of. Only that is looked at, and not what they do. */
async function unseenOf(mails: readonly string[], { calendars, now }: Ground): Promise<number> {
  const over: Interval = { start: now(), end: now() + DAY_MS };
  const told = await calendars.availability(mails, over, true);
  return mails.filter((mail) => !told.get(mail)?.known).length;
}
