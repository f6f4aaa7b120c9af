/** What is shipped for Power Platform and Power BI hangs together, and the checkers find nothing in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { teamLabel } from '../../../src/domain/agencies';
import { ARRANGEMENTS } from '../../../src/domain/ask';
import { TIMES_OF_DAY, WEEKDAYS } from '../../../src/domain/calendar';
import { defaultPolicy } from '../../../src/domain/policy';
import { FORM } from '../../power/flows/a-response';
import { workflowText } from '../../power/flows/definition';
import { FOLDER, hasCheckers, powerQueryFindings, solutionFolderFindings } from './checkers';

const read = (path: string) => readFileSync(join(FOLDER, path), 'utf8');

interface Mapping {
  readonly answers: Readonly<Record<string, string>>;
  readonly people: readonly Readonly<Record<string, string>>[];
  readonly codes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const flow = workflowText(join(FOLDER, 'flows/form-to-request'));
const { inputs: mapping } = (
  JSON.parse(flow) as {
    properties: { definition: { actions: { Mapping: { inputs: Mapping } } } };
  }
).properties.definition.actions.Mapping;

describe('the Form', () => {
  it('is documented question by question, as the data have it', () => {
    const rows = read('forms/README.md')
      .split('\n')
      .filter((line) => line.startsWith('| `q-'))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
    const shown = ({ options = [] }: (typeof FORM.questions)[number]) =>
      typeof options === 'string'
        ? `the list "${options}" below`
        : options.map((each) => `"${each}"`).join(' · ');
    expect(rows).toEqual(
      FORM.questions.map((each) => [
        `\`${each.id}\``,
        each.question,
        each.kind,
        shown(each),
        each.required ? 'yes' : 'no',
        `\`${each.field}\``,
      ]),
    );
  });

  it("offers the policy's teams and localities, in the guide too", () => {
    const { agencies, localities } = defaultPolicy;
    expect(FORM.options).toEqual({
      teams: agencies.flatMap(({ teams }) => teams.map(({ code }) => teamLabel(agencies, code))),
      localities: localities.map(({ name }) => name),
    });
    for (const each of [...FORM.options.teams, ...FORM.options.localities])
      expect(read('forms/README.md')).toContain(`\n- ${each}\n`);
  });

  it('is known to the flow in one place: every question and no other', () => {
    const asked = (text: string) => [...text.matchAll(/'(q-[\w-]+)'/g)].map(([, id]) => id);
    expect(new Set(asked(flow))).toEqual(new Set(FORM.questions.map(({ id }) => id)));
    expect(asked(flow)).toHaveLength(asked(JSON.stringify(mapping)).length);
    for (const { id, field } of FORM.questions) {
      const [, person, part] = /^participants\[(\d)\]\.(\w+)$/.exec(field) ?? [];
      const answer = person === undefined ? mapping.answers[field] : mapping.people[Number(person)]![part!];
      expect(answer).toContain(`?['${id}']`);
    }
  });

  it('has for each option a code the request may have, and leaves none out', () => {
    expect(Object.values(mapping.codes['days']!)).toEqual([...WEEKDAYS]);
    expect(Object.values(mapping.codes['times']!)).toEqual([...TIMES_OF_DAY]);
    expect(Object.values(mapping.codes['arrangements']!)).toEqual([...ARRANGEMENTS]);
    const coded = FORM.questions.filter(({ field }) => Object.hasOwn(mapping.codes, field));
    expect(coded).toHaveLength(Object.keys(mapping.codes).length);
    for (const { field, options } of coded.filter((each) => each.field !== 'childAtImmediateRisk'))
      expect(Object.keys(mapping.codes[field]!)).toEqual(options);
  });

  it('goes on from two answers to the safety question, and from no other', () => {
    expect(mapping.codes['childAtImmediateRisk']).toEqual({
      No: 'no',
      'Yes, and CADS, the social worker or the police already know': 'reported',
    });
  });
});

describe('the flows', () => {
  it.each(['form-to-request', 'booked-to-notice'])('have their variables explained: %s', (folder) => {
    for (const name of readdirSync(join(FOLDER, 'flows', folder, 'environmentvariabledefinitions')))
      expect(read('flows/README.md')).toContain(`| \`${name}\``);
  });
});

describe('the connector', () => {
  it("has the Teams app's icon", () => {
    const icon = readFileSync(join(FOLDER, 'connector/icon.png'));
    expect(icon.equals(readFileSync(join(FOLDER, '../../appPackage/color.png')))).toBe(true);
  });
});

const strictly = hasCheckers ? it : it.skip;
const where = hasCheckers ? '' : ' (no checker here; set SHARED_TOOLS)';

describe('the checkers find nothing', () => {
  strictly.each(['form-to-request', 'booked-to-notice'])(`in the flow %s as it lies here${where}`, (folder) =>
    expect(solutionFolderFindings(join(FOLDER, 'flows', folder), '${{CONNECTOR_NAME}}')).toEqual([]),
  );

  strictly(`in the queries of Power BI${where}`, () => {
    const folder = join(FOLDER, 'power-bi');
    const files = readdirSync(folder).filter((name) => name.endsWith('.pq'));
    expect(files).toHaveLength(5);
    expect(powerQueryFindings(files.map((name) => join(folder, name)))).toEqual([]);
  });
});
