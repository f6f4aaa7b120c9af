import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TeamsInfo } from 'botbuilder';
import { coordinators, practitioners } from '../people';
import { COORDINATION, TEAM, personalChatId } from './conversations';
import { setStage, type Stage } from './stage';

const [petra] = practitioners;
const [cora, colin] = coordinators;

describe('the Bot Connector of the simulated Teams', () => {
  let dir: string;
  let trafficFile: string;
  let stage: Stage;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'simulated-teams-'));
    trafficFile = join(dir, 'traffic.jsonl');
    stage = await setStage({ trafficFile });
  });

  afterEach(async () => {
    await stage.stop();
    rmSync(dir, { recursive: true });
  });

  function connector(path: string, method = 'GET', body?: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return fetch(`${stage.hub.url}/v3/${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  const hello = { type: 'message', text: 'hello' };
  const petrasChat = `conversations/${encodeURIComponent(personalChatId(petra))}/activities`;

  it('knows the members of the channel and of the team', async () => {
    await stage.bot.inConversation(COORDINATION.id, async (turn) => {
      turn.activity.channelData = { team: { id: TEAM.id } };
      const { members } = await TeamsInfo.getPagedTeamMembers(turn);
      expect(members.map(({ id, aadObjectId }) => [id, aadObjectId])).toEqual([
        [cora.teamsId, cora.id],
        [colin.teamsId, colin.id],
      ]);
      expect(await TeamsInfo.getTeamDetails(turn)).toMatchObject({ id: TEAM.id, name: TEAM.name });
      expect((await TeamsInfo.getTeamChannels(turn)).map(({ id }) => id)).toContain(COORDINATION.id);
    });
  });

  it.each([
    ['roster id', cora.teamsId],
    ['Entra id', cora.id],
    ['address', cora.mail],
  ])('finds a member by %s', async (_what, id) => {
    await stage.bot.inConversation(COORDINATION.id, async (turn) => {
      expect(await TeamsInfo.getMember(turn, id)).toMatchObject({ name: cora.name, email: cora.mail });
    });
  });

  it.each([
    ['a member who is elsewhere', `conversations/${encodeURIComponent(COORDINATION.id)}/members/${petra.id}`],
    ['an unknown conversation', 'conversations/19:unknown/members'],
    ['an unknown team', 'teams/19:unknown'],
  ])('says that it does not know %s', async (_what, path) => {
    expect((await connector(path)).status).toBe(404);
  });

  it('gives a long roster page by page', async () => {
    const path = `conversations/${encodeURIComponent(COORDINATION.id)}/pagedmembers?pageSize=1`;
    const first = (await (await connector(path)).json()) as { members: unknown[]; continuationToken: string };
    const second = (await (
      await connector(`${path}&continuationToken=${first.continuationToken}`)
    ).json()) as object;
    expect(first.members).toHaveLength(1);
    expect(second).toEqual({ members: [expect.objectContaining({ name: colin.name })] });
  });

  it('starts a thread in a channel the bot names', async () => {
    const created = await connector('conversations', 'POST', {
      isGroup: true,
      channelData: { channel: { id: COORDINATION.id } },
      activity: hello,
    });
    const { id, activityId } = (await created.json()) as { id: string; activityId: string };
    expect(id).toBe(`${COORDINATION.id};messageid=${activityId}`);
  });

  it('answers an update of an unknown message with 404', async () => {
    expect((await connector(`${petrasChat}/12345`, 'PUT', hello)).status).toBe(404);
  });

  describe('on demand', () => {
    it.each([
      ['throttles with the time to wait', { kind: 'throttled', retryAfterSeconds: 2 }, 429, '2'],
      ['throttles without it', { kind: 'throttled' }, 429, null],
      ['fails', { kind: 'server-error' }, 500, null],
    ] as const)('%s, and delivers nothing', async (_what, fault, status, retryAfter) => {
      const petras = await stage.playground(petra);
      stage.hub.faults.add(fault);
      const response = await connector(petrasChat, 'POST', hello);
      expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
      expect(petras.shown).toEqual([]);
      expect((await connector(petrasChat, 'POST', hello)).status).toBe(201);
    });

    it('cuts the connection after it has delivered', async () => {
      const petras = await stage.playground(petra);
      stage.hub.faults.add({ kind: 'reset-after-delivery' });
      await expect(connector(petrasChat, 'POST', hello)).rejects.toThrow('fetch failed');
      expect(petras.shown).toHaveLength(1);
    });

    it('delivers and never answers', async () => {
      const petras = await stage.playground(petra);
      stage.hub.faults.add({ kind: 'lost-reply' });
      const answer = fetch(`${stage.hub.url}/v3/${petrasChat}`, {
        method: 'POST',
        body: JSON.stringify(hello),
        signal: AbortSignal.timeout(500),
      });
      await expect(answer).rejects.toThrow('timeout');
      expect(petras.shown).toHaveLength(1);
    });

    it('fails only the calls that are meant, as often as is meant', async () => {
      stage.hub.faults.add({ kind: 'server-error' }, { times: 2, when: ({ method }) => method === 'GET' });
      const statuses = [];
      for (let n = 0; n < 3; n += 1) statuses.push((await connector(`teams/${TEAM.id}`)).status);
      expect(statuses).toEqual([500, 500, 200]);
      expect((await connector(petrasChat, 'POST', hello)).status).toBe(201);
    });
  });

  it('writes down everything that went to and fro', async () => {
    const petras = await stage.playground(petra);
    await petras.say('find these words');
    const lines = readFileSync(trafficFile, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(stage.hub.traffic);
    const ways = stage.hub.traffic.filter((entry) => JSON.stringify(entry.body).includes('find these words'));
    expect(ways.map(({ way }) => way)).toEqual(
      expect.arrayContaining(['person→bot', 'bot→connector', 'hub→person']),
    );
  });
});
