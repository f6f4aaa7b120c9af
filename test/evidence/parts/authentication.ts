import { runJest } from '../jest-run';
import type { Finding, Part } from '../part';

const TABLE = 'test/doors/authentication.test.ts';
const DOORS = ['bot', 'api', 'tab', 'notifications', 'person links'] as const;
const FEWEST = 40;

const part: Part = {
  name: 'authentication',
  title: 'Who gets in',
  async measure() {
    const { tests: ran } = await runJest([TABLE]);
    const findings = DOORS.map((door): Finding => {
      const rows = ran.filter(({ groups }) => groups[0] === `the door of the ${door}`);
      const failed = rows.filter(({ passed }) => !passed);
      return {
        promise: `What is forged, expired, replayed or meant for another door is refused at the door of the ${door}, without detail, and nothing of it is kept or logged; the same, right, is taken.`,
        aim: `at least ${FEWEST} rows, each as expected`,
        seen: `${rows.length} rows, ${failed.length} not as expected${failed.map(({ title }) => `; ${title}`).join('')}`,
        met: rows.length >= FEWEST && failed.length === 0 ? 'met' : 'not-met',
        command: `npx jest ${TABLE} -t 'the door of the ${door}'`,
      };
    });
    return { findings, text: TEXT };
  },
};

const TEXT = `Calls of the bot, the API and the tab that are refused with 401 get the same answer, header by header, as a call without a token. Notifications are
answered 202 whoever posts, so that a stranger learns nothing; what counts is that nothing is queued. Not shown here: a key
that Microsoft published for the Bot Framework without naming channels would be believed for each of them, as the SDK does.`;

export { part };
