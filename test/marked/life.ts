/**
 * A request that lives through everything, with a mark in every field: asked in Teams, returned, changed, completed, approved,
 * accepted, with other people proposed, held, evaluated, recorded and counted; beside it the pool in the tab, a form's submission in
 * somebody's name, and programs that read and listen. Through the doors of the bot as it is shipped.
 */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { localDate } from '../../src/domain/calendar';
import { STATEMENTS } from '../../src/domain/evaluation';
import { referenceOf, type Request, type RequestId } from '../../src/domain/request';
import { OWN_STATEMENTS } from '../../src/domain/session-record';
import { createDeliveries } from '../../src/azure/delivery-table';
import { createSubscriptions } from '../../src/azure/subscription-table';
import { createRequestIndex } from '../../src/azure/request-index';
import { until } from '../journeys/until';
import { formIn } from '../web/outside/outside-office';
import type { Town } from '../crash/town';
import { exampleBody, operation } from '../power/described';
import { type BotProcess, MAIN, settingsOf } from '../sandbox/bot-process';
import type { Entra } from '../sandbox/entra';
import { coordinators, facilitators, practitioners, type SandboxPerson } from '../sandbox/people';
import { createDoors, type Exchange } from './doors';
import { datesFrom, whole } from './filled-in';
import { typed } from './marks';

const [petra, sam] = practitioners;
const [cora] = coordinators;
const [fay] = facilitators;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

export interface LifeNeeds {
  readonly town: Town;
  readonly entra: Entra;
  /** Where programs are called back. */
  readonly callbackUrl: string;
}

/** What programs were answered; throws where a step is not taken as it should be. */
export async function live({ town, entra, callbackUrl }: LifeNeeds): Promise<readonly Exchange[]> {
  let ahead = 0;
  let bot: BotProcess = await town.startBot();
  const now = () => Date.now() + ahead;
  const { api, program, inTab, post, press } = createDoors({ town, entra, url: () => bot.url, now });
  const { subscriptions: table, deliveries: untold } = town.tables;
  const deliveries = createDeliveries({ deliveries: untold, now });
  await createSubscriptions({ subscriptions: table, deliveries, now }).add({
    caller: 'flow',
    events: ['submitted', 'answered', 'offered', 'booked', 'changed', 'held', 'closed'],
    callbackUrl,
  });
  try {
    await keepPool();
    const id = await ask();
    await lookAfter(id);
    await arrange(id);
    await submitByForm();
    await hold(id);
    await end(id);
    await backUp();
    return api;
  } finally {
    await bot.stop();
  }

  async function ask(): Promise<RequestId> {
    await press(petra, 'form-send', whole(now()));
    const id = await until(async () => (await ownOf(petra))[0], 'the request to be there');
    await quiet(id);
    return id;
  }

  /** Returned, changed by the requester, completed and written to by a coordinator. */
  async function lookAfter(id: RequestId): Promise<void> {
    await press(cora, 'return', { request: id, text: `please say more, ${typed('missing')}` }, true);
    await reaches(id, 'returned');
    await quiet(id);
    await press(
      petra,
      'form-send',
      whole(now(), { request: id, revision: (await town.state(id)).revision ?? 0 }),
    );
    await reaches(id, 'submitted');
    await quiet(id);
    await press(cora, 'note', { request: id, text: `thank you, ${typed('note')}` }, true);
    const { revision = 0 } = await town.state(id);
    const { earliest, latest, days, times } = datesFrom(now());
    await press(
      cora,
      'edit',
      {
        ...{ request: id, basedOn: revision, earliest, latest, days, times, minutes: '90' },
        ...{
          place: 'in-person',
          venue: `${typed('editedVenue')} hall`,
          locality: 'norwich',
          arrangements: 'bsl',
        },
        ...{ name0: typed('named'), mail0: typed('namedMail'), dropped0: 'false' },
        ...{ interpreterName0: typed('interpreterName'), interpreterMail0: typed('interpreterMail') },
      },
      true,
    );
    await until(
      async () => (await town.state(id)).ask.interpreters !== undefined,
      'the request to be completed',
    );
    await until(async () => matchOf(await town.state(id)) !== undefined, 'matches to be found');
    await quiet(id);
  }

  async function arrange(id: RequestId): Promise<void> {
    const match = matchOf(await town.state(id))!;
    await press(cora, 'approve', { request: id, match: match.id }, true);
    await reaches(id, 'offered');
    await quiet(id);
    await press(fay, 'accept', { request: id, attempt: (await town.state(id)).attempt });
    await reaches(id, 'booked');
    await quiet(id);
    await press(petra, 'propose-participants', {
      ...{
        request: id,
        removed: '',
        name0: typed('proposedName'),
        mail0: typed('proposedMail'),
        team0: 'hl-hv',
      },
    });
    const proposed = await until(async () => proposalAt(await town.state(id)), 'the proposal');
    await press(cora, 'agree-proposal', { request: id, at: proposed }, true);
    await until(
      async () => JSON.stringify((await town.state(id)).ask.participants).includes('zqproposed'),
      'them to be invited',
    );
    await press(sam, 'ask-arrangements', { request: id, arrangements: 'captions' });
    await quiet(id);
  }

  async function hold(id: RequestId): Promise<void> {
    const request = await town.state(id);
    if (!('match' in request)) throw new Error(`Expected ${id} to be arranged, got ${request.state}`);
    const { slot } = request.match;
    await at(slot.end + HOUR_MS);
    await reaches(id, 'held');
    await quiet(id);
    const token = await until(async () => evaluateToken(), 'a letter that asks how it was');
    const answer = new URLSearchParams({
      ...Object.fromEntries(STATEMENTS.map((each) => [each, '4'])),
      ...{ also: 'none', lesson: `write sooner, ${typed('lesson')}`, seat: '' },
    });
    await post(`/evaluate/${token}`, answer);
    const [began, ended] = [slot.start, slot.end].map((instant) =>
      new Date(instant).toLocaleTimeString('en-GB', {
        timeZone: 'Europe/London',
        hour: '2-digit',
        minute: '2-digit',
      }),
    );
    await press(fay, 'record-session', {
      ...{
        request: id,
        attempt: request.attempt,
        came: 'cs,ed',
        began,
        ended,
        also: 'none',
        themes: 'roles',
        concern: 'no',
      },
      ...Object.fromEntries(OWN_STATEMENTS.map((each) => [each, '4'])),
    });
    await until(async () => 'record' in (await town.state(id)), 'it to be recorded');
  }

  async function end(id: RequestId): Promise<void> {
    await at(now() + 21 * DAY_MS);
    await reaches(id, 'closed');
    await quiet(id);
    await readByPrograms(id);
    const responses = new URLSearchParams({
      theme: 'roles',
      text: `We wrote down who leads, ${typed('response')}.`,
    });
    await inTab('/tab/monitoring/responses', responses);
  }

  /** In the tab: one by the form, another in a list, which is looked through before it is saved. */
  async function keepPool(): Promise<void> {
    const trainedOn = localDate(now() - 100 * DAY_MS);
    const added = { name: typed('poolName'), mail: typed('poolMail'), team: 'hl-sn', trainedOn };
    await inTab('/tab/facilitators/new', new URLSearchParams(added));
    const day = trainedOn.split('-').reverse().join('/');
    const row = `${typed('rosterName')},${typed('rosterMail')},Health: school nursing,${day}`;
    const text = `Name,E-mail,Team,Trained on\n${row}\n`;
    const preview = await inTab('/tab/import', new URLSearchParams({ text }));
    const rows = formIn(preview);
    rows.set('do', 'save');
    await inTab('/tab/import', rows);
    const pool = JSON.stringify(await town.poolOf());
    if (!pool.includes(typed('rosterMail')))
      throw new Error('Expected the list to be saved, got a pool without it');
  }

  /** In somebody's name, as a Microsoft Form is sent on; and withdrawn by whoever sent it. */
  async function submitByForm(): Promise<void> {
    const { earliest, latest } = datesFrom(now());
    const body = {
      ...exampleBody(operation('SubmitRequest')),
      ...{ requesterName: typed('apiName'), requesterMail: typed('apiMail'), earliest, latest },
      ...{ caseReference: typed('apiCase'), reason: `going round in circles, ${typed('apiReason')}` },
    };
    const { answer } = await program('POST', '/requests', body);
    const { id } = JSON.parse(answer) as { id: string };
    await quiet(id);
    await program('GET', `/requests/${id}`);
  }

  async function readByPrograms(id: RequestId): Promise<void> {
    for (const path of [
      `/requests/${id}`,
      '/sessions',
      '/choices',
      '/monitoring/measures',
      '/monitoring/figures',
      '/monitoring/figures.csv',
    ])
      await program('GET', path);
  }

  async function reaches(id: RequestId, state: Request['state']): Promise<void> {
    await until(async () => (await town.state(id)).state === state, `${referenceOf(id)} to be ${state}`);
  }

  /** Nothing of it is left to do at this moment. */
  async function quiet(id: RequestId): Promise<void> {
    await until(
      async () => (await town.toDo(id, now())).length === 0,
      `nothing to be left to do for ${referenceOf(id)}`,
    );
  }

  async function at(instant: number): Promise<void> {
    await bot.stop();
    ahead = instant - Date.now();
    bot = await town.startBot(ahead);
  }

  function ownOf({ id }: SandboxPerson): Promise<readonly RequestId[]> {
    return createRequestIndex(town.tables.index).ofPerson(id);
  }

  function evaluateToken(): string | undefined {
    const letters = town.microsoft365.tenant.mail.lettersTo(typed('participantMail'));
    return letters.flatMap(({ html }) => /\/evaluate\/([\w.-]+)/.exec(html)?.[1] ?? [])[0];
  }

  async function backUp(): Promise<void> {
    const env = settingsOf({ port: 0, storage: town.connectionString, graph: 'http://127.0.0.1:9/' });
    await promisify(execFile)(process.execPath, [join(dirname(MAIN), 'backup.js')], {
      env: { PATH: process.env['PATH'], ...env },
    });
  }
}

function matchOf(request: Request) {
  return request.state === 'submitted' ? request.matches?.best[0] : undefined;
}

function proposalAt(request: Request): number | undefined {
  return 'proposal' in request ? request.proposal?.at : undefined;
}
