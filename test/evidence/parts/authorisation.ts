import { runJest } from '../jest-run';
import type { Finding, Part } from '../part';

const TABLES = ['test/doors/authorisation.test.ts', 'test/doors/verbs.test.ts'];

const SUBJECTS: readonly (readonly [group: RegExp, promise: string])[] = [
  [
    /^the tables$/,
    'Each verb, command, operation and act has a written rule, and there is no rule for what is not there.',
  ],
  [
    /^the command /,
    'Each command is accepted from whom the papers name, and from nobody else, in every state.',
  ],
  [/^a verb$/, 'Each verb of the bot does nothing for those it is not for, and says only that.'],
  [
    /^the tab$/,
    'Each page and form of the tab is open to coordinators, released figures to the quality role too, and nothing to others.',
  ],
  [/^the API$/, 'Each operation of the API is open to the roles and scopes written down, and to no others.'],
  [/^a link$/, 'Each link that was mailed does what is of its purpose, and nothing else exists for it.'],
];

const part: Part = {
  name: 'authorisation',
  title: 'Who may do what',
  async measure() {
    const { tests: ran } = await runJest(TABLES);
    const findings = SUBJECTS.map(([group, promise]): Finding => {
      const cells = ran.filter(({ groups }) => group.test(groups[0] ?? ''));
      const failed = cells.filter(({ passed }) => !passed);
      return {
        promise,
        aim: 'every cell as written down in test/doors/rules.ts',
        seen: `${cells.length} cells, ${failed.length} not as written${failed.map(({ title }) => `; ${title}`).join('')}`,
        met: cells.length > 0 && failed.length === 0 ? 'met' : 'not-met',
        command: `npx jest ${TABLES.join(' ')}`,
      };
    });
    return { findings, text: TEXT };
  },
};

const TEXT = `Not shown: an operation of the API on somebody else's request is tried with an id that is not there; a subscription outlives the role of the person who made
it, until a coordinator ends it under Connections (it is told ids and states only).`;

export { part };
