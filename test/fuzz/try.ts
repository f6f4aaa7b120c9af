import { activities } from './doors/activities';
import { outside } from './doors/outside';
import { tab } from './doors/tab';
import { notifications } from './doors/notifications';
import { roster } from './doors/roster';
const D = { activities, outside, tab, notifications, roster } as any;
const door = D[process.argv[4] ?? 'activities'];
import { inputsOf } from './door';
async function main() {
  const open = await door.open();
  const t = Date.now();
  const seen = new Map<string, number>();
  for (const input of inputsOf(door, Number(process.argv[3] ?? 1), Number(process.argv[2] ?? 1000))) {
    const s = performance.now();
    let w;
    try {
      w = await open.give(input);
    } catch (e) {
      w = 'THROWN ' + (e as Error).stack;
    }
    const d = performance.now() - s;
    if (d > 300) console.log('slow', d, JSON.stringify(input).slice(0, 300));
    if (w) {
      const k = w.replace(/\d{3,}/g, 'N').slice(0, 500);
      if (!seen.has(k)) console.log(k, '\n   ', JSON.stringify(input).slice(0, 500));
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }
  }
  console.log([...seen.values()], Date.now() - t, 'ms', await open.stored());
  await open.close();
}
main();
