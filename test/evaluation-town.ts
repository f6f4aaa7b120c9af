/**
 * A session's evaluation with everything real but the mail service: tables and queues in Azurite, the pages over HTTP, the
 * log as it is written. And everything that is left of it anywhere, to be looked through.
 */
import type { TableClient } from '@azure/data-tables';
import type { QueueClient } from '@azure/storage-queue';
import type { Storage } from '../src/azure/clients';
import { createCodes } from '../src/azure/code-table';
import { createErrands } from '../src/azure/errand-queue';
import { createEvaluations } from '../src/azure/evaluation-table';
import { createLimits } from '../src/azure/limit-table';
import { createLinks } from '../src/azure/link-table';
import { createWakeUps } from '../src/azure/wake-up-queue';
import { type Evaluation, STATEMENTS } from '../src/domain/evaluation';
import { respondentsOf } from '../src/domain/evaluating';
import { defaultPolicy as policy } from '../src/domain/policy';
import type { Held } from '../src/domain/request';
import { personIdFor } from '../src/ids';
import { createEvaluating } from '../src/performing/evaluating';
import { createWriting } from '../src/performing/writing';
import { createPoolKeeping } from '../src/pool-keeping';
import { createServer } from '../src/server';
import { createMailer } from '../src/web/outside/mailer';
import { createOutsidePages } from '../src/web/outside/pages';
import { outsideFaultPages } from '../src/web/outside/plain-page';
import { createWorkflow } from '../src/workflow';
import { anAsk, aParticipant, aRequest, aRequester, at } from './builders';
import { onTables, saved } from './azure/embedded-storage';
import { createMemoryDirectory, createMemoryLog } from './fakes';
import { createMemoryMail } from './outside-fakes';
import { formIn } from './web/outside/outside-office';

export const ID = '7k3mq9a1b2c3d4e5f6g7h8j9ka';
const NOW = at('2026-12-08T12:00');

/** Plainly invented, none of them in the tenant. */
export const PEOPLE = [
  { name: 'Hetty Headteacher', mail: 'hetty.headteacher@school.example.org' },
  { name: 'Scarlet Sepia', mail: 'scarlet.sepia@health.example.org' },
  { name: 'Umber Ultramarine', mail: 'umber@police.example.org' },
  { name: 'Nora Navy', mail: 'nora.navy@health.example.org' },
  { name: 'Percy Plum', mail: 'percy.plum@police.example.org' },
  { name: 'Vera Violet', mail: 'vera.violet@charity.example.org' },
] as const;
const [hetty, ...others] = PEOPLE;

export const held: Held = aRequest.held({
  id: ID,
  requester: aRequester({ ...hetty, id: personIdFor(hetty.mail), team: 'ed-pri', outside: true }),
  ask: anAsk({ participants: others.map((each) => aParticipant({ ...each, team: 'hl-sn' })) }),
  evaluating: { closesAt: at('2026-12-22T17:00'), invited: PEOPLE.length, agencies: ['ed', 'hl'] },
});

export interface StoredRow {
  readonly where: string;
  /** Everything of the row but its version and its time. */
  readonly holds: string;
  readonly etag: string;
  readonly time: number;
}

/** Of every table. */
export async function everyRow(storage: Storage): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for (const [name, table] of Object.entries(storage).filter(([, each]) => isTable(each)))
    for await (const row of (table as TableClient).listEntities()) {
      const { etag, timestamp, ...rest } = row;
      const where = `${name} ${row.partitionKey} ${row.rowKey}`;
      rows.push({ where, holds: JSON.stringify(rest), etag, time: Date.parse(timestamp!) });
    }
  return rows;
}

async function everyMessage(storage: Storage): Promise<readonly string[]> {
  const queues = Object.values(storage).filter(isQueue);
  const peeked = await Promise.all(queues.map((queue) => queue.peekMessages({ numberOfMessages: 32 })));
  return peeked.flatMap(({ peekedMessageItems }) => peekedMessageItems.map((each) => JSON.stringify(each)));
}

function isTable(each: unknown): each is TableClient {
  return typeof (each as Partial<TableClient>).listEntities === 'function';
}

function isQueue(each: unknown): each is QueueClient {
  return typeof (each as Partial<QueueClient>).peekMessages === 'function';
}

export async function openEvaluationTown(storage: Storage) {
  const now = () => NOW;
  const log = createMemoryLog();
  const { requests, openRequests, pool } = onTables(storage, now);
  const evaluations = createEvaluations({ evaluations: storage.evaluations, now });
  const links = createLinks({ links: storage.links, now });
  const codes = createCodes({ links: storage.links, now, codeMinutes: policy.codeMinutes });
  const mail = createMemoryMail();
  const directory = createMemoryDirectory({ people: [], coordinators: new Set() });
  const publicUrl = 'https://jags.norfolk-sandbox.example';
  const common = { links, codes, evaluations, requests, openRequests, pool, policy, now };
  const mailer = createMailer({ ...common, mail, publicUrl });
  const wakeUps = createWakeUps({ wakeUps: storage.wakeUps, log });
  const server = createServer({
    port: 0,
    anonymous: true,
    messages: async () => ({ status: 200 }),
    pages: createOutsidePages({
      ...common,
      workflow: createWorkflow({ requests, wakeUps, directory, policy, now, log }),
      limits: createLimits({ limits: storage.limits, now }),
      errands: createErrands({ errands: storage.errands, log }),
      poolKeeping: createPoolKeeping({ pool, directory, lookAfter: async () => [], now }),
      most: policy,
      alerts: { raise: async () => 'shown' },
      count: () => undefined,
      report: (fault) => log.error({ err: fault }, 'a page could not be shown'),
    }),
    faultPages: outsideFaultPages(policy),
    ready: async () => [],
    log,
  });
  const url = `http://127.0.0.1:${await server.listen()}`;
  const evaluating = createEvaluating({
    evaluations,
    directory,
    messenger: { call: async () => 'shown' },
    writing: createWriting({ mailer }),
  });
  await saved(requests, held);

  return {
    ...{ evaluations, mail, log },
    /** Asks everybody, as the worker does. */
    async ask(reminder = false): Promise<void> {
      for (const [n, to] of respondentsOf(held).entries()) {
        const effect = { kind: 'ask-evaluation', attempt: 1, to, ...(reminder && { reminder }) } as const;
        await evaluating.ask(held, effect, `${reminder}-${n}`);
      }
    },
    /** The token in somebody's latest letter. */
    tokenOf(address: string): string {
      const letter = mail.sent.findLast(({ to }) => to.mail === address);
      return /\/evaluate\/(\S+)/.exec(letter?.text ?? '')![1]!;
    },
    /** Opens the page and fills it in. */
    async answerOnPage(token: string, evaluation: Evaluation): Promise<number> {
      const path = `${url}/evaluate/${token}`;
      const form = formIn(await (await fetch(path)).text());
      for (const statement of STATEMENTS) form.set(statement, String(evaluation.agreement[statement]));
      for (const also of [evaluation.also].flat()) form.append('also', also);
      form.set('lesson', evaluation.lesson ?? '');
      return (await fetch(path, { method: 'POST', body: form, redirect: 'manual' })).status;
    },
    async left() {
      return {
        rows: await everyRow(storage),
        messages: await everyMessage(storage),
        mails: mail.sent.map((letter) => JSON.stringify(letter)),
        log: log.lines.map((line) => JSON.stringify(line)),
      };
    },
    close: () => server.close(),
  };
}

export type EvaluationTown = Awaited<ReturnType<typeof openEvaluationTown>>;
