/** An approve click and a form sent, from the activity to its answer, against a bare bot with the same raw calls. */
import { randomUUID } from 'node:crypto';
import type { Request } from '../../src/domain/request';
import { requestIdFor } from '../../src/ids';
import { aRequest, theRequester } from '../builders';
import type { Microsoft365 } from '../sandbox/microsoft365/microsoft365';
import type { RunningStorage } from '../sandbox/storage';
import { type Rows, startBareBot } from './bare-bot';
import { type Compared, compare, type Effort, effortOf } from './compare';
import { approves, sendsForm } from './presses';
import { judged, inRounds, type Section, withSpread } from './table';
import { startWholeBot } from './whole-bot';

const AIM = 1.25;
const TURNS = { warmUpPairs: 60, rounds: 7, pairsPerRound: 24 };

export async function measureClicks(storage: RunningStorage, graph: Microsoft365): Promise<Section> {
  const { connectionString } = storage;
  const ours = await startWholeBot({ connectionString, prefix: 'ours', graph: graph.url });
  const bare = await startBareBot({ connectionString, prefix: 'bare' });

  const approved = await approveClick();
  const submitted = await formSubmit();
  return {
    rows: [...rowsOf('approve click', approved), ...rowsOf('form submit', submitted)],
    means:
      'From the activity to its answer: the whole bot on Azurite, against a bare CloudAdapter that takes the same invoke in, ' +
      'writes the same rows in the same order with bare SDK clients (approve: a point read, a queue message, a transaction; ' +
      'form: a queue message and two index rows at once, a transaction) and answers one word. CPU: the same in processor ' +
      'time of this process, which a busy machine lengthens less; much of both is the SDK of Azure.',
  };

  async function approveClick(): Promise<Compared<Effort>> {
    const sample = aRequest.submitted({ id: randomUUID() });
    await ours.put(sample);
    const [before] = await oursWrote(sample.id);
    await ours.receive(approves(sample.id));
    // The audit of the sample's own submit is the only row that is not the click's.
    const written = (await oursWrote(sample.id)).filter(
      ({ data }) => !String(data).includes('"what":"submit"'),
    );
    const prepared = await inAdvance(async (id) => {
      await ours.put(aRequest.submitted({ id }));
      await bare.storage.put(id, [before!]);
    });
    const [forOurs, forBare] = [prepared.values(), prepared.values()];
    const compared = await compare({
      ...TURNS,
      ours: () => {
        const activity = approves(forOurs.next().value!);
        return effortOf(() => ours.receive(activity));
      },
      bare: () => {
        const id = forBare.next().value!;
        const activity = approves(id);
        return effortOf(() => bare.receive(activity, () => bare.storage.change(id, written)));
      },
    });
    await expectAll(prepared, 'approved');
    return compared;
  }

  async function formSubmit(): Promise<Compared<Effort>> {
    const sent: string[] = [];
    const press = (): object => {
      const nonce = randomUUID();
      sent.push(requestIdFor(theRequester.id, nonce));
      return sendsForm(nonce);
    };
    await ours.receive(press());
    const written = await oursWrote(sent[0]!);
    const compared = await compare({
      ...TURNS,
      ours: () => {
        const activity = press();
        return effortOf(() => ours.receive(activity));
      },
      bare: () => {
        const id = randomUUID();
        const activity = sendsForm(id);
        return effortOf(() => bare.receive(activity, () => bare.storage.enter(id, written)));
      },
    });
    await expectAll(sent, 'submitted');
    return compared;
  }

  function oursWrote(id: string): Promise<Rows> {
    return bare.storage.rowsOf('oursRequests', id);
  }

  /** Clicks that were quick because they were refused would be no measure. */
  async function expectAll(ids: readonly string[], state: Request['state']): Promise<void> {
    for (const id of ids) {
      const loaded = await ours.requests.load(id);
      if (loaded?.request.state !== state)
        throw new Error(`Expected every request to be ${state}, got ${loaded?.request.state ?? 'none'}`);
    }
  }
}

/** As many ids as there are clicks, each made ready outside the timed part. */
async function inAdvance(prepare: (id: string) => Promise<void>): Promise<string[]> {
  const count = TURNS.warmUpPairs + TURNS.rounds * TURNS.pairsPerRound;
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) await prepare(id);
  return ids;
}

function rowsOf(what: string, { ours, bare, ratio }: Compared<Effort>): Section['rows'] {
  return [
    {
      what,
      ours: withSpread(ours.wallMs, 'ms'),
      bare: withSpread(bare.wallMs, 'ms'),
      ...judged(ratio.wallMs, AIM),
    },
    {
      what: `${what}, CPU`,
      ours: withSpread(ours.cpuMs, 'ms'),
      bare: withSpread(bare.cpuMs, 'ms'),
      ...inRounds(ratio.cpuMs),
    },
  ];
}
