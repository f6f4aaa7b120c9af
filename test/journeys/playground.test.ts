import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coordinators, practitioners, type SandboxPerson } from '../sandbox/people';
import { startEchoBot, type EchoBot } from '../sandbox/teams/echo-bot';
import { startHub, type Hub } from '../sandbox/teams/hub';
import { startPlayground, type Playground } from '../sandbox/teams/playground';
import { chromiumPath } from '../chromium';
import { journey, openBrowser, type JourneyBrowser } from './browser';
import type { PlaygroundPage } from './playground-page';

const [petra] = practitioners;
const [cora, colin] = coordinators;

journey('three people in their Playgrounds', () => {
  let dir: string;
  let bot: EchoBot;
  let hub: Hub;
  let playgrounds: [Playground, Playground, Playground];
  let browser: JourneyBrowser;
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let colins: PlaygroundPage;

  function start(person: SandboxPerson): Promise<Playground> {
    return startPlayground({ person, members: coordinators, hubUrl: hub.url, dir: join(dir, 'playgrounds') });
  }

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'playgrounds-'));
    bot = await startEchoBot(() => hub.url);
    hub = await startHub({ bot: bot.url, stateFile: join(dir, 'state.jsonl') });
    playgrounds = await Promise.all([start(petra), start(cora), start(colin)]);
    browser = await openBrowser(join(dir, 'pictures'));
    petras = await browser.openPlayground(playgrounds[0]);
    coras = await browser.openPlayground(playgrounds[1]);
    colins = await browser.openPlayground(playgrounds[2]);
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all(playgrounds?.map((playground) => playground.stop()) ?? []);
    await hub?.stop();
    await bot?.stop();
    rmSync(dir, { recursive: true });
  });

  it('are reachable from this machine only', () => {
    const listening = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .filter((line) => / 0A /.test(line));
    for (const { url } of playgrounds) {
      const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0');
      const addresses = listening
        .map((line) => line.trim().split(/\s+/)[1])
        .filter((address) => address?.endsWith(`:${port}`));
      expect(addresses).toEqual([`0100007F:${port}`]);
    }
  });

  it('get an answer to what they type, which nobody else sees', async () => {
    await petras.say('a quiet word');
    await petras.waitForText('Heard "a quiet word"');
    expect(await coras.readable()).not.toContain('a quiet word');
  });

  it('can fill in every kind of field', async () => {
    await petras.askFor('form');
    await petras.fill('Your name', 'Petra');
    await petras.fill('Story', 'First line\nand a second');
    await petras.fill('How many', '5');
    await petras.date('Day', '2027-03-05');
    await petras.fill('Time', '09:15');
    await petras.tick('I agree');
    await petras.choose('Compact', 'Green');
    await petras.choose('Filtered', 'Blue');
    await petras.choose('Expanded', 'Red');
    await petras.choose('Several', 'Red', 'Blue');
    await petras.choose('Several in a list', 'Green', 'Blue');
    await petras.press('Send form');
    await petras.waitForText('Form:');
    const sent = hub.traffic.findLast(
      ({ way, body }) => way === 'person→bot' && JSON.stringify(body).includes('"form"'),
    );
    expect(sent?.body).toMatchObject({
      value: {
        form: 'all',
        name: 'Petra',
        story: 'First line\nand a second',
        count: '5',
        day: '2027-03-05',
        time: '09:15',
        agreed: 'true',
        compact: 'green',
        filtered: 'blue',
        expanded: 'red',
        several: 'red,blue',
        severalCompact: 'green,blue',
      },
    });
  });

  it('are told what a card needs before it is sent, though it comes after a while', async () => {
    await petras.askFor('form, slowly');
    expect(await petras.cardsWith('Your name')).toBe(2);
    await petras.press('Send form');
    await petras.waitForText('Please say your name');
  });

  it('see an error beside the card that was refused, and keep the card', async () => {
    await petras.askFor('own');
    await petras.press('Refuse');
    await petras.waitForText('You cannot refuse this.');
    await petras.waitForText(`Only for ${petra.name}`);
  });

  it('see the card that was answered in place of the one they pressed', async () => {
    await petras.press('Approve');
    await petras.waitForText(`Approved by ${petra.name}`);
  });

  it('go through a dialog from a card, alone', async () => {
    await petras.askFor('own');
    await petras.press('Details');
    await petras.waitForText('Dialog: Why it is asked for');
    await petras.fill('Reason', 'no');
    await petras.press('Send');
    await petras.waitForText('Please say more');
    await petras.fill('Reason', 'a reason for nobody else');
    await petras.press('Send');
    await petras.waitForText('Thank you: a reason for nobody else');
    expect(await coras.readable()).not.toContain('a reason for nobody else');
  });

  it('share a channel, where a card refreshes for the one it lists and for nobody else', async () => {
    bot.refreshFor.push(cora.teamsId);
    await colins.go('Coordination');
    await coras.say('post', 'Coordination');
    await coras.waitForText(`Only for ${cora.name}`);
    await colins.waitForText('A request is waiting');
    await hub.settled();
    expect(await colins.readable()).not.toContain('Only for');
    expect(await petras.readable()).not.toContain('A request is waiting');
  });

  it('open a dialog from a card in the channel, alone', async () => {
    await coras.press('Details');
    await coras.waitForText('Dialog: Why it is asked for');
    await coras.press('Never mind');
    await coras.waitForText('closed');
    expect(await colins.readable()).not.toContain('Dialog');
  });

  it('see a card change in place when another of them decides', async () => {
    await coras.cardWith(`Only for ${cora.name}`).press('Approve');
    await coras.waitForText(`Approved by ${cora.name}`);
    await colins.waitForText(`Approved by ${cora.name}`);
    expect(await colins.readable()).not.toContain('A request is waiting');
  });

  it('are written to first', async () => {
    await bot.writeTo(colin.teamsId, 'A word from the bot');
    await colins.go('Personal Chat');
    await colins.waitForText('A word from the bot');
    expect(await coras.readable()).not.toContain('A word from the bot');
  });

  it('find what was said when they open the page again', async () => {
    await colins.reload();
    await colins.waitForText('A word from the bot');
    await colins.go('Coordination');
    await colins.waitForText(`Approved by ${cora.name}`);
  });

  it('find their cards again after everything was stopped and started', async () => {
    await Promise.all([hub.stop(), ...playgrounds.map((playground) => playground.stop())]);
    hub = await startHub({ bot: bot.url, stateFile: join(dir, 'state.jsonl') });
    playgrounds = [await start(petra), await start(cora), await start(colin)];
    colins = await browser.openPlayground(playgrounds[2]);
    await colins.waitForText('A word from the bot');
    await colins.go('Coordination');
    await colins.waitForText(`Approved by ${cora.name}`);
  });

  it('can be photographed', async () => {
    expect(readFileSync(await colins.screenshot('coordinator')).byteLength).toBeGreaterThan(10_000);
  });
});

describe('the Chromium of the journeys', () => {
  it('is the one that is asked for', () => {
    expect(chromiumPath({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  });

  it.each([
    [
      'the one that is asked for is not there',
      { CHROMIUM_PATH: '/nowhere/chromium' },
      /no file "\/nowhere\/chromium"/,
    ],
    [
      'there is none and journeys must not be skipped',
      { PATH: '', CI: 'true' },
      /CI=true does not let them be skipped/,
    ],
  ])('is an error when %s', (_what, env, message) => {
    expect(() => chromiumPath(env)).toThrow(message);
  });

  it('is nothing when there is none, so that journeys are skipped', () => {
    expect(chromiumPath({ PATH: '' })).toBeUndefined();
  });
});
