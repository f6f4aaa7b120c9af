/** The organiser's account and calendar, in the order in which a session goes through them. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  eventsLeft,
  leftByFormerRun,
  MEETING_NOT_FOUND,
  NO_JOIN_LINK,
  NO_MAILBOX,
  optionsNotKept,
} from './advice';
import { type Check, failed, ok } from './check';
import type { Ground } from './ground';
import { named } from './people';
import { remedyOf } from './wording';
import { refusedWith } from './faults';

export const ORGANISER: readonly Check[] = [
  { name: 'organiser', needs: ['graph'], run: named('ORGANISER', ({ organiser }) => [organiser]) },
  {
    name: 'calendar-read',
    needs: ['organiser'],
    async run({ trial }) {
      try {
        const left = await trial.clear();
        return left > 0 ? ok(leftByFormerRun(left)) : ok();
      } catch (error) {
        if (refusedWith(error) === 404) return failed(NO_MAILBOX);
        throw error;
      }
    },
  },
  {
    name: 'calendar-write',
    needs: ['calendar-read'],
    async run({ trial }) {
      await trial.make();
      return ok();
    },
  },
  {
    name: 'join-link',
    needs: ['calendar-write'],
    async run({ trial }) {
      const found = await trial.joinUrl();
      return found === undefined ? failed({ why: NO_JOIN_LINK, remedy: remedyOf('join-link') }) : ok();
    },
  },
  {
    name: 'meeting',
    needs: ['join-link'],
    async run(ground) {
      return (await meetingIsFound(ground))
        ? ok()
        : failed({ why: MEETING_NOT_FOUND, remedy: remedyOf('meeting') });
    },
  },
  {
    name: 'meeting-options',
    needs: ['meeting'],
    async run({ trial, options }) {
      const unset = await options.tryOut((await trial.joinUrl()) ?? '');
      const names = unset === 'not-found' ? [unset] : unset;
      return names.length > 0
        ? failed({ why: optionsNotKept(names), remedy: remedyOf('meeting-options') })
        : ok();
    },
  },
  {
    name: 'calendar-tidy',
    // Whatever became of the event, also where nobody heard whether it was made.
    needs: ['calendar-read'],
    after: ['calendar-write', 'join-link', 'meeting', 'meeting-options', 'outside-meetings'],
    async run({ trial }) {
      const left = await trial.remove();
      return left > 0 ? failed({ why: eventsLeft(left), remedy: remedyOf('calendar-tidy') }) : ok();
    },
  },
];

/** Teams may take a moment to know a new event's meeting. A refusal and an answer without it look alike from here. */
async function meetingIsFound({ probe, trial, config, rereads }: Ground): Promise<boolean> {
  const joinUrl = (await trial.joinUrl()) ?? '';
  for (let reads = 0; ; reads += 1) {
    const looked = await probe.findMeeting(config.organiser, joinUrl);
    if (looked === 'in') return true;
    if (looked === 'refused' || reads === rereads.times) return false;
    await wait(rereads.waitMs);
  }
}
