import { Fault } from '../../src/ports';
import type { Errand, ReceivedErrand } from '../../src/ports/mailer';
import { createErrandWatch } from '../../src/watching/errand-watch';

const MAIL = 'hattie.hazel@meadow-primary.example';
const ASK: Errand = { kind: 'ask-link', mail: MAIL };
const CODE: Errand = { kind: 'code', link: 'a'.repeat(64) };

/** A queue that keeps what is put off for the next look, and a mail service that may be down. */
function watching(...asked: Errand[]) {
  let waiting = asked.map((errand, n) => ({ errand, key: `key-${n}` }));
  const world = { fault: undefined as Error | undefined, queueFault: undefined as Error | undefined };
  const run: string[] = [];
  const lines: { level: string; fields: object; message: string }[] = [];
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  const errands = {
    async receive(): Promise<ReceivedErrand[]> {
      if (world.queueFault) throw world.queueFault;
      const received = waiting;
      waiting = [];
      return received.map((one) => ({
        ...one,
        done: async () => undefined,
        later: async () => void waiting.push(one),
      }));
    },
  };
  const mailer = {
    async run({ kind }: Errand, key: string) {
      run.push(`${kind} ${key}`);
      if (world.fault) throw world.fault;
    },
  };
  const log = { warn: at('warn'), error: at('error') };
  const watch = createErrandWatch({ errands, mailer, log, everyMs: 1 });
  return { watch, world, run, lines, left: () => waiting.length };
}

describe('What was asked for on a page', () => {
  it('is mailed, and then it is done', async () => {
    const { watch, run, left, lines } = watching(ASK, CODE);
    await watch.look();
    await watch.look();
    expect(run).toEqual(['ask-link key-0', 'code key-1']);
    expect(left()).toBe(0);
    expect(lines).toEqual([]);
  });

  it.each([new Fault('down', { retryAfterMs: 5 }), new Error('no answer')])(
    'is tried again under the same key after a fault that may pass: %s',
    async (fault) => {
      const { watch, world, run, lines, left } = watching(ASK);
      world.fault = fault;
      await watch.look();
      expect(left()).toBe(1);
      world.fault = undefined;
      await watch.look();
      expect(run).toEqual(['ask-link key-0', 'ask-link key-0']);
      expect(left()).toBe(0);
      expect(lines).toMatchObject([{ level: 'warn', fields: { kind: 'ask-link' } }]);
    },
  );

  it('is given up where no try can help, with a line that names nobody', async () => {
    const { watch, world, run, lines, left } = watching(ASK, CODE);
    world.fault = new Fault('no such address', { permanent: true });
    await watch.look();
    await watch.look();
    expect(run).toHaveLength(2);
    expect(left()).toBe(0);
    expect(lines.map(({ level }) => level)).toEqual(['error', 'error']);
    expect(lines.map(({ message }) => message).join()).not.toContain('hattie');
    expect(Object.keys(lines[0]!.fields).sort()).toEqual(['err', 'kind']);
  });

  it('waits while the queue is out of reach, and is seen to by itself once it is not', async () => {
    const { watch, world, run, lines } = watching(ASK);
    world.queueFault = new Error('out of reach');
    watch.start();
    await until(() => lines.length > 0);
    world.queueFault = undefined;
    await until(() => run.length > 0);
    await watch.stop();
    expect(run).toEqual(['ask-link key-0']);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 1));
}
