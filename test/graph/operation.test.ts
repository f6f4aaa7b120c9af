import { operationOf } from '../../src/graph/operation';

it.each([
  ['/users/marked@example.org/calendar/getSchedule', 'users-calendar-getSchedule'],
  [
    "/users('0a900000-0000-4000-8000-000000000001')/calendarView/delta?$deltatoken=marked",
    'users-calendarView-delta',
  ],
  ['/users/0a90/events/AAMkMarked%3D/cancel', 'users-events-cancel'],
  ['/users/0a90/mailFolders/sentitems/messages?$filter=marked', 'users-mailFolders-sentitems-messages'],
  ['/groups/marked/transitiveMembers?$select=id', 'groups-transitiveMembers'],
  ['/$batch', 'batch'],
  ['/marked/marked', 'other'],
])('calls %s by its words alone', (path, operation) => {
  expect(operationOf(path)).toBe(operation);
});
