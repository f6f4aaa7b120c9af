/** What no single setting of the policy can say: settings that cannot both be meant. */
import type { Policy } from '../domain/policy';

/** Whoever hears of what is wrong. */
interface Complaints {
  complain(problem: string): void;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Names every contradiction, with what to change. */
export function refuseContradictions(policy: Policy, reader: Complaints): void {
  const { leastAgencies, leastParticipants, mostParticipants, noticeDays, horizonDays } = policy;
  const { dayStart, noon, dayEnd, digestTime, sessionMinutes } = policy;
  if (leastParticipants > mostParticipants) {
    reader.complain(
      `Expected POLICY_LEAST_PARTICIPANTS to be at most POLICY_MOST_PARTICIPANTS, got ${leastParticipants} and ${mostParticipants}.`,
    );
  }
  if (leastAgencies > mostParticipants) {
    reader.complain(
      `Expected POLICY_LEAST_AGENCIES to be at most POLICY_MOST_PARTICIPANTS, got ${leastAgencies} and ${mostParticipants}.`,
    );
  }
  if (leastAgencies > policy.agencies.length) {
    reader.complain(
      `Expected POLICY_TEAMS to list at least POLICY_LEAST_AGENCIES agencies, got ${policy.agencies.length} and ${leastAgencies}.`,
    );
  }
  if (!(dayStart < noon && noon < dayEnd)) {
    reader.complain(
      `Expected POLICY_DAY_START, POLICY_NOON and POLICY_DAY_END to follow one another, got ${dayStart}, ${noon} and ${dayEnd}.`,
    );
  } else if (sessionMinutes > minutesOf(dayEnd) - minutesOf(dayStart)) {
    reader.complain(
      `Expected POLICY_SESSION_MINUTES to fit between POLICY_DAY_START and POLICY_DAY_END, got ${sessionMinutes} minutes, ${dayStart} and ${dayEnd}.`,
    );
  }
  if (digestTime >= noon) {
    reader.complain(`Expected POLICY_DIGEST_TIME to be before POLICY_NOON, got ${digestTime} and ${noon}.`);
  }
  // Seven calendar days hold five working days; bank holidays make it fewer, so this is the least that can work.
  if (noticeDays * 7 >= horizonDays * 5) {
    reader.complain(
      `Expected POLICY_HORIZON_DAYS to reach beyond POLICY_NOTICE_DAYS, got ${horizonDays} days and ${noticeDays} working days.`,
    );
  }
}
