/** What `npm run restore` does, put together from the settings the bot has. */
import { createDeliveries } from '../azure/delivery-table';
import { createHold, createInstances, createOperations } from '../azure/operations-table';
import { createRequestIndex } from '../azure/request-index';
import { createSubscriptions } from '../azure/subscription-table';
import { createWorkbench } from '../azure/workbench-table';
import type { RestoreOptions } from '../backup/restore-options';
import { restore, type Restored } from '../backup/restoring';
import { countsOf, dropEvents, dropWaiting, whatWaits } from '../backup/reviewing';
import type { Config } from '../config';
import { createCredentials } from '../credentials';
import type { Instant } from '../domain/intervals';
import { SENT_AFTER_RESTORE } from '../wording/held';
import { type Backups, openBackups } from './backups';
import { comparedWithCalendar } from './calendar-comparing';

/** What it says, a line each; `refused`: and that nothing was done. */
export interface Said {
  readonly say: readonly string[];
  readonly refused?: true;
}

export interface RestoreCommands {
  run(options: RestoreOptions): Promise<Said>;
}

export function createRestoreCommands(
  config: Config,
  now: () => Instant = () => Date.now(),
): RestoreCommands {
  const credentials = createCredentials(config.signIn);
  const own = openBackups({ config, credentials, now });
  const words = SENT_AFTER_RESTORE;
  return {
    async run(options) {
      switch (options.kind) {
        case 'list':
          return list();
        case 'restore':
          return restoreFrom(options);
        case 'review':
          return whileHeld(review);
        case 'drop':
          return whileHeld(() => drop(options.references, options.by));
        case 'confirm':
          return whileHeld(() => confirm(options.by));
      }
    },
  };

  async function list(): Promise<Said> {
    const ids = await own.store.ids();
    const say: string[] = [];
    for (const id of [...ids].reverse()) {
      const manifest = await own.store.manifest(id);
      say.push(manifest ? words.backup(manifest) : words.unfinished(id));
    }
    return { say: say.length > 0 ? say : [words.noBackups] };
  }

  async function restoreFrom(wanted: Extract<RestoreOptions, { kind: 'restore' }>): Promise<Said> {
    const { intoPrefix = config.storagePrefix } = wanted;
    const into = openBackups({ config: { ...config, storagePrefix: intoPrefix }, credentials, now });
    await Promise.all([own, into].map(({ storage }) => storage.prepare()));
    const index = createRequestIndex(into.storage.index);
    const restored = await restore(
      {
        store: own.store,
        erasures: own.erasureList,
        target: {
          rows: into.rows,
          erasures: into.erasureList,
          ...operationsOf(into),
          instances: createInstances(into.storage),
          relist: (...listing) => index.relist(...listing),
        },
        keepFirst: async () => (await into.take()).id,
        now,
      },
      wanted,
    );
    return 'refused' in restored
      ? { refused: true, say: [words.notRestored, ...restored.refused] }
      : { say: told(restored, wanted.apply, intoPrefix) };
  }

  function told(
    restored: Exclude<Restored, { refused: unknown }>,
    applied: boolean,
    prefix: string,
  ): string[] {
    const { manifest, rows, erased, givenBack, keptFirst } = restored;
    if (!applied) return [words.wouldRestore({ id: manifest.id, rows, erased }), words.nothingWritten];
    return [
      words.restored({ id: manifest.id, rows, erased, prefix }),
      ...(givenBack > 0 ? [words.givenBack(givenBack)] : []),
      ...(keptFirst === undefined ? [] : [words.keptFirst(keptFirst)]),
      words.nextSteps,
    ];
  }

  async function whileHeld(act: () => Promise<Said>): Promise<Said> {
    const held = await createHold(own.storage).find();
    if (!held) return { refused: true, say: [words.nothingHeld] };
    return held.stage === 'restoring' ? { refused: true, say: [words.notFinished(held.backup)] } : act();
  }

  async function review(): Promise<Said> {
    const waiting = await whatWaits({ workbench: workbench(), now });
    const kinds = countsOf(waiting.flatMap(({ atOnce, later }) => [...atOnce, ...later]));
    const { deliveries, subscriptions } = programs();
    const [left, asked] = await Promise.all([deliveries.left(), subscriptions.all()]);
    return {
      say: [
        words.waiting(waiting.length),
        ...kinds.map(([kind, count]) => `  ${count} × ${kind}`),
        ...waiting.map((each) => words.waitsFor(each)),
        ...(left.length + asked.length > 0 ? [words.programs(left.length, asked.length)] : []),
        ...(await comparedWithCalendar({ config, credentials, storage: own.storage, now })),
        words.decide,
      ],
    };
  }

  async function drop(references: readonly string[], by: string): Promise<Said> {
    const say: string[] = [];
    for (const reference of references) {
      const effects = await dropWaiting({ workbench: workbench(), now }, reference);
      const kindsOf = new Map(effects === 'none' ? [] : effects.map(({ id, dropped }) => [id, dropped]));
      const events = await dropEvents(programs().deliveries, reference);
      const ids = new Set([...kindsOf.keys(), ...events.keys()]);
      if (ids.size === 0) say.push(words.nothingWaitsFor(reference));
      for (const id of ids) {
        const [kinds, told] = [kindsOf.get(id) ?? [], events.get(id) ?? 0];
        const detail = { request: id, kinds: kinds.join(' '), events: told };
        await createOperations(own.storage).note({ at: now(), what: 'dropped', by, detail });
        say.push(words.dropped(reference, kinds, told));
      }
    }
    return { say };
  }

  async function confirm(by: string): Promise<Said> {
    const { hold, operations } = operationsOf(own);
    const held = await hold.find();
    const waiting = await whatWaits({ workbench: workbench(), now });
    // Noted first: what goes out may never be without somebody who let it.
    const detail = { backup: held?.backup ?? '', requests: waiting.length };
    await operations.note({ at: now(), what: 'confirmed', by, detail });
    await hold.lift();
    return { say: [words.confirmed(waiting.length)] };
  }

  function programs() {
    const deliveries = createDeliveries({ ...own.storage, now });
    return { deliveries, subscriptions: createSubscriptions({ ...own.storage, deliveries, now }) };
  }

  function workbench() {
    const index = createRequestIndex(own.storage.index);
    return createWorkbench({ requests: own.storage.requests, index, now });
  }
}

function operationsOf({ storage }: Pick<Backups, 'storage'>) {
  return { hold: createHold(storage), operations: createOperations(storage) };
}
