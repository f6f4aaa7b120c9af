/** What Microsoft must refuse the bot: with RBAC for Applications a consent too many opens every mailbox of the tenant. */
import type { PersonId } from '../domain/people';
import type { Let } from '../graph/mailbox-probe';
import { letInto, meetingsOpen, NO_OUTSIDE_MAILBOX, NOBODY_OUTSIDE } from './advice';
import { type Advice, type Check, failed, ok, type Outcome, skipped } from './check';
import type { Ground } from './ground';
import { canDecide, coordinatorAccounts } from './people';

export const OUTSIDE: readonly Check[] = [
  {
    name: 'outside-calendar',
    needs: ['coordinators', 'tables'],
    run: (ground) =>
      refusedOutside(ground, (id) => ground.probe.readCalendar(id), letInto('Calendars.ReadWrite')),
  },
  {
    name: 'outside-mail',
    needs: ['coordinators', 'tables'],
    run: (ground) => refusedOutside(ground, (id) => ground.probe.readMail(id), letInto('Mail.Read')),
  },
  {
    name: 'outside-sending',
    needs: ['coordinators', 'tables'],
    run: (ground) => refusedOutside(ground, (id) => ground.probe.sendMail(id), letInto('Mail.Send')),
  },
  {
    name: 'outside-meetings',
    // Where the organiser's own meeting is refused too, a refusal says nothing.
    needs: ['coordinators', 'tables', 'meeting'],
    run: (ground) => refusedOutside(ground, (id) => lookForMeeting(id, ground), meetingsOpen),
  },
];

async function refusedOutside(
  ground: Ground,
  tried: (id: PersonId) => Promise<Let>,
  open: Advice,
): Promise<Outcome> {
  const outside = ground.outsideMailbox ?? (await coordinatorOutside(ground));
  if (outside === undefined) return skipped(NOBODY_OUTSIDE);
  switch (await tried(outside)) {
    case 'refused':
      return ok();
    case 'in':
      return failed(open);
    case 'nothing-there':
      return skipped(NO_OUTSIDE_MAILBOX);
  }
}

/** Not one who facilitates too: the scope of free and busy time may take facilitators' mailboxes in. */
async function coordinatorOutside(ground: Ground): Promise<PersonId | undefined> {
  const [accounts, pool] = await Promise.all([coordinatorAccounts(ground), ground.pool.all()]);
  const inside = [ground.config.organiser, ...pool.map(({ facilitator }) => facilitator.id)];
  return accounts.filter(canDecide).find(({ id }) => !inside.includes(id))?.id;
}

/** Whoever may look, and looks in vain, may look. */
async function lookForMeeting(id: PersonId, { probe, trial }: Ground): Promise<Let> {
  const looked = await probe.findMeeting(id, (await trial.joinUrl()) ?? '');
  return looked === 'refused' ? 'refused' : 'in';
}
