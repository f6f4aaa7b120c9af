import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { settingsOf } from '../sandbox/bot-process';
import { freePort } from '../sandbox/steady-ports';

const root = join(__dirname, '../..');
const script = join(root, 'infra/app-folder.mjs');

describe('the folder that is deployed', () => {
  const parent = mkdtempSync(join(tmpdir(), 'app-folder-'));
  const folder = join(parent, 'app');
  let running: ChildProcess | undefined;

  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [script, folder, '--no-install'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  afterAll(async () => {
    if (running?.exitCode === null) {
      running.kill('SIGTERM');
      await once(running, 'exit');
    }
    rmSync(parent, { recursive: true });
  });

  it('holds what runs, and neither tests nor sources of them', () => {
    expect(readdirSync(folder).sort()).toEqual([
      '.npmrc',
      'build',
      'package-lock.json',
      'package.json',
      'src',
    ]);
    expect(readdirSync(join(folder, 'build')).sort()).toEqual(['cards', 'infra', 'src']);
    const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' });
    expect(sources.filter((path) => /\.(tsx?|png)$/.test(path))).toEqual([]);
  });

  it('holds every file pages ask for', () => {
    const assets = (where: string) => readdirSync(join(where, 'src/web/tab/assets')).sort();
    expect(assets(folder)).toEqual(assets(root));
    expect(existsSync(join(folder, 'src/web/outside/assets/outside.css'))).toBe(true);
  });

  it('is started with what azure starts, and lives', async () => {
    const web = readFileSync(join(root, 'infra/web.bicep'), 'utf8');
    const command = /appCommandLine: '(.+)'/.exec(web)![1]!;
    const health = /healthCheckPath: '(.+)'/.exec(web)![1]!;
    // The packages are the checkout's: which of them are for production, npm knows from the same lock file.
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    const port = await freePort();
    const [program, ...args] = command.split(' ');
    expect(program).toBe('node');
    running = spawn(process.execPath, args, {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        // Nothing listens at either: it lives nevertheless, as App Service's health check needs.
        ...settingsOf({ port, storage: unreachableStorage, graph: 'http://127.0.0.1:9' }),
        TAB_ISSUER: 'http://127.0.0.1:9',
        TAB_AUDIENCE: 'b0700000-0000-4000-8000-000000000001',
      },
      stdio: 'ignore',
    });
    expect(await alive(`http://127.0.0.1:${port}${health}`, running)).toMatchObject({ live: true });
    const style = await fetch(`http://127.0.0.1:${port}/tab/assets/tab.css`);
    expect(await style.text()).toBe(readFileSync(join(root, 'src/web/tab/assets/tab.css'), 'utf8'));
  });

  it('is the one azd makes and takes', () => {
    const azure = readFileSync(join(root, 'azure.yaml'), 'utf8');
    expect(azure).toContain('language: custom\n    dist: .deploy\n');
    expect(readFileSync(script, 'utf8')).toContain("folder = join(root, '.deploy')");
    const scripts = [...azure.matchAll(/node ([\w/-]+\.mjs)/g)].map(([, path]) => path!);
    expect(scripts.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(new Set(scripts).size).toBe(3);
  });

  it('is not made over the project itself', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, root, '--no-install'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('which holds the project itself');
    expect(existsSync(join(root, 'package.json'))).toBe(true);
  });
});

const unreachableStorage =
  'DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=bm9uZQ==;' +
  'TableEndpoint=http://127.0.0.1:9/nobody;QueueEndpoint=http://127.0.0.1:9/nobody;' +
  'BlobEndpoint=http://127.0.0.1:9/nobody';

async function alive(url: string, child: ChildProcess): Promise<unknown> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return response.json();
    await pause(100);
  }
  throw new Error(`Expected the program to live, got exit code ${child.exitCode}`);
}
