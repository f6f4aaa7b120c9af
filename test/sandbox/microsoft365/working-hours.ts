import { facilitators, type SandboxPerson } from '../people';
import type { Store } from './store';
import type { WorkingHours } from './state';

const OFFICE_HOURS: WorkingHours = {
  daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  startTime: '09:00:00.0000000',
  endTime: '17:00:00.0000000',
  timeZone: { name: 'GMT Standard Time' },
};

/** Britain's rules written out: what Exchange gives for somebody whose device has a zone of its own making. */
const CUSTOM_ZONE: WorkingHours['timeZone'] = {
  '@odata.type': '#microsoft.graph.customTimeZone',
  bias: 0,
  name: 'Customized Time Zone',
  standardOffset: { time: '02:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
  daylightOffset: {
    daylightBias: -60,
    time: '01:00:00.0000000',
    dayOccurrence: 5,
    dayOfWeek: 'sunday',
    month: 3,
    year: 0,
  },
};

/** The facilitators whose zone is not simply Britain's. */
const ELSEWHERE: Readonly<Record<string, WorkingHours>> = {
  [facilitators[1].mail]: { ...OFFICE_HOURS, timeZone: { name: 'W. Europe Standard Time' } },
  [facilitators[2].mail]: { ...OFFICE_HOURS, timeZone: CUSTOM_ZONE },
};

/** A person's working hours as their mailbox has them: 09:00 to 17:00 on weekdays, in their own zone, unless changed. */
export function workingHoursOf(person: SandboxPerson, store: Store): WorkingHours {
  return store.state.workingHours[person.mail] ?? ELSEWHERE[person.mail] ?? OFFICE_HOURS;
}
