/** The stage of a journey: the whole system in a folder of its own, and people at their Playgrounds in Chromium. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox';
import { type Device, type JourneyBrowser, openBrowser } from './browser';
import type { PlaygroundPage } from './playground-page';

export type Seat = keyof Sandbox['playgrounds'];

export interface WholeSystem {
  readonly sandbox: Sandbox;
  /** Everything Graph was asked and answered, and every Teams activity: one JSON record a line, across restarts. */
  readonly recordFile: string;
  readonly trafficFile: string;
  /** Where a picture of that name goes. */
  picture(name: string): string;
  /** Opens the page of one of the three in a window of its own. */
  open(seat: Seat): Promise<PlaygroundPage>;
  /** Opens a page of the tab, its first by default, and signs in as somebody. */
  openTab(name: string, path?: string): Promise<Page>;
  /** Opens a path of the bot, "/request", as somebody without Teams. */
  openPlain(path: string, device: Device): Promise<Page>;
  /** Opens the letters to an address, the newest first; their links go on in the same window. */
  openMail(address: string, device: Device): Promise<Page>;
  /** What the bot has printed since the beginning. */
  botLog(): string;
  /** Stops everything, as at the end of a day, and starts it again in the same folder. Pages must be opened again. */
  restart(): Promise<void>;
}

/**
 * Starts it before the first test of a story and takes it away after the last.
 * @param story names the folder of its pictures, `.sandbox/pictures/<story>`.
 */
export function theWholeSystem(story: string, options: Omit<SandboxOptions, 'dir'> = {}): WholeSystem {
  const dir = mkdtempSync(join(tmpdir(), 'journey-'));
  const recordFile = join(dir, 'graph.jsonl');
  const trafficFile = join(dir, 'teams.jsonl');
  const pictures = resolve(__dirname, '..', '..', '.sandbox', 'pictures', story);
  let running: Sandbox | undefined;
  let browser: JourneyBrowser | undefined;

  const start = async (): Promise<void> => {
    const { settings, ...rest } = options;
    running = await startSandbox({
      dir,
      recordFile,
      trafficFile,
      settings: { POLICY_ANSWER_CHECK_SECONDS: '1', ...settings },
      ...rest,
    });
  };
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  const sandbox = (): Sandbox => {
    if (!running) throw new Error('Expected the system to be used inside a test');
    return running;
  };

  const plain = (url: string, device: Device): Promise<Page> => {
    if (!browser) throw new Error('Expected a page to be opened inside a test');
    return browser.openPlain(url, device);
  };

  beforeAll(async () => {
    await start();
    browser = await openBrowser(pictures);
  });

  afterAll(async () => {
    await browser?.close();
    await stop();
    rmSync(dir, { recursive: true });
  });

  return {
    recordFile,
    trafficFile,
    picture: (name) => join(pictures, `${name}.png`),
    get sandbox() {
      return sandbox();
    },
    async open(seat) {
      if (!browser) throw new Error('Expected a page to be opened inside a test');
      return browser.openPlayground(sandbox().playgrounds[seat]);
    },
    async openTab(name, path = '/tab') {
      if (!browser) throw new Error('Expected the tab to be opened inside a test');
      const page = await browser.openPage(`${sandbox().bot.url}${path}`);
      await page.getByRole('button', { name }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    openPlain: (path, device) => plain(`${sandbox().bot.url}${path}`, device),
    openMail: (address, device) =>
      plain(`${sandbox().microsoft365.url}/sandbox/mail?address=${encodeURIComponent(address)}`, device),
    botLog: () => readFileSync(join(dir, 'bot.log'), 'utf8'),
    async restart() {
      await stop();
      await start();
    },
  };
}
