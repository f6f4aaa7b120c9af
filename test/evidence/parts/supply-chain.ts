/** The supply chain: what is installed, by which licences, and what is known about it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { audit, toldOf } from '../../../infra/supply-chain/audit';
import { ENDED, importersOf, namings } from '../../../infra/supply-chain/importers';
import { notAllowed } from '../../../infra/supply-chain/licences';
import { type Locked, lockedPackages, packageFile } from '../../../infra/supply-chain/locked';
import type { Finding, Part } from '../part';

export const part: Part = {
  name: 'supply-chain',
  title: 'Supply chain: what comes from others',
  async measure() {
    const root = process.cwd();
    const locked = lockedPackages(root);
    return {
      findings: [
        ...ofPackages(root, locked),
        ofLicences(locked),
        ofEnded(root),
        ofAudit(root),
        ofDeadCode(root),
      ],
      text: 'What is known about each package: [infra/dependencies.md](../infra/dependencies.md). `npm run sbom` writes the bill of materials (CycloneDX 1.6) and the list of licences.',
    };
  },
};

function ofPackages(root: string, locked: readonly Locked[]): readonly Finding[] {
  const { dependencies, devDependencies, allowScripts } = packageFile(root);
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  const ranges = asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  const unheld = locked.filter(({ integrity }) => !integrity?.startsWith('sha512-'));
  const scripts = [...new Set(locked.filter((each) => each.hasInstallScript).map(({ name }) => name))];
  const run = scripts.filter((name) => allowScripts[name] !== false);
  return [
    {
      promise: 'Every package is asked for in one version, and its archive held against its hash.',
      aim: '0 ranges, 0 without a hash',
      seen: `${asked.length} asked for, ${ranges.length} by a range; ${locked.length} locked (${locked.filter(({ dev }) => !dev).length} of them part of what runs), ${unheld.length} without a hash`,
      met: ranges.length === 0 && unheld.length === 0 ? 'met' : 'not-met',
      command: 'npx jest test/infra/supply-chain/locked',
    },
    {
      promise: 'No package runs anything by being installed.',
      aim: '0 allowed',
      seen: `${scripts.length} would (${scripts.join(', ')}), ${run.length} may`,
      met: run.length === 0 ? 'met' : 'not-met',
      command: 'npx jest test/infra/supply-chain/locked',
    },
  ];
}

function ofLicences(locked: readonly Locked[]): Finding {
  const wrong = locked.filter((each) => notAllowed(each).length > 0);
  return {
    promise: 'Every licence is known, and on the list of those that may be.',
    aim: '0 that are not',
    seen: `${locked.length} looked at, ${wrong.length} not on the list${wrong.map(({ name }) => `; ${name}`).join('')}`,
    met: wrong.length === 0 ? 'met' : 'not-met',
    command: 'npm run sbom',
  };
}

function ofEnded(root: string): Finding {
  const all = namings(root);
  const places = Object.entries(ENDED).map(([name, folder]) => ({
    name,
    folder,
    paths: importersOf(name, all),
  }));
  const outside = places.flatMap(({ folder, paths }) => paths.filter((path) => !path.startsWith(folder)));
  return {
    promise: 'Packages that get no more corrections are each in one folder, and nothing else knows of them.',
    aim: '0 files elsewhere',
    seen: `${places.map(({ name, folder, paths }) => `${name} in ${paths.length} files of ${folder}`).join(', ')}; ${outside.length} elsewhere`,
    met: outside.length === 0 ? 'met' : 'not-met',
    command: 'npx jest test/infra/supply-chain/dependencies',
  };
}

function ofAudit(root: string): Finding {
  const audited = audit(root);
  const { lines, exitCode } = toldOf(audited);
  return {
    promise: 'No package that runs has a known fault that is high or critical.',
    aim: '0',
    seen: lines.join(' '),
    met: audited.kind === 'not-asked' ? 'not-shown' : exitCode === 0 ? 'met' : 'not-met',
    command: 'npm run audit',
  };
}

function ofDeadCode(root: string): Finding {
  const knip = join(root, 'node_modules', 'knip', 'bin', 'knip.js');
  const { status, stdout } = spawnSync(process.execPath, [knip, '--no-progress', '--reporter', 'compact'], {
    cwd: root,
    encoding: 'utf8',
  });
  const found = stdout.trim();
  return {
    promise: 'No file, export or package is there that nothing uses.',
    aim: '0',
    seen:
      status === 0
        ? 'knip finds none'
        : `knip ends with ${status}: ${found.split('\n').slice(0, 5).join('; ')}`,
    met: status === 0 ? 'met' : 'not-met',
    command: 'npx knip',
  };
}
