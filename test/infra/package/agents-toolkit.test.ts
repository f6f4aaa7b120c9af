/** `m365agents.yml` names nothing that is not there: it is read by a toolkit that no test here can run. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../../../package.json';
import { readEnvironment } from '../../../infra/package/environment';
import { packTeamsApp } from '../../../infra/package/teams-app';

const root = join(__dirname, '../../..');
const file = readFileSync(join(root, 'm365agents.yml'), 'utf8');
const valuesOf = (key: string) =>
  [...file.matchAll(new RegExp(`^\\s*(?:- )?${key}: (.+)$`, 'gm'))].map(([, value]) => value!);

describe('m365agents.yml', () => {
  it('makes the package by a script there is', () => {
    const run = valuesOf('args').map((args) => /^run (\w+)$/.exec(args)?.[1]);
    expect(run).toEqual(['package', 'package']);
    for (const script of run) expect(Object.keys(scripts)).toContain(script);
  });

  it('looks for the package where it is made, by the name the toolkit gives an environment', () => {
    const variables = {
      TEAMSFX_ENV: 'pilot',
      AZURE_ENV_NAME: 'another',
      BOT_ID: 'b0700000-0000-4000-8000-000000000001',
      PUBLIC_URL: 'https://jags.example.org',
    };
    const made = packTeamsApp(root, readEnvironment(undefined, variables));
    if ('problems' in made) throw new Error(made.problems.join('\n'));
    const wanted = valuesOf('appPackagePath').map((path) => path.replace('${{TEAMSFX_ENV}}', 'pilot'));
    expect(new Set(wanted)).toEqual(new Set(made.map(({ file: name }) => `./dist/${name}`)));
    expect(wanted).toHaveLength(4);
  });

  it('keeps its settings in a hidden folder that stays out of Git', () => {
    const [folder] = valuesOf('environmentFolderPath');
    expect(folder).toMatch(/^\.\/\.\w+$/);
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain(`${folder!.slice(2)}/`);
    expect(existsSync(join(root, 'env'))).toBe(false);
  });

  it('puts the id of the app where the package takes it from', () => {
    const [id] = valuesOf('teamsAppId');
    expect(readFileSync(join(root, 'appPackage/manifest.json'), 'utf8')).toContain(`"id": "\${{${id}}}"`);
  });
});
