/** One seed from the first form to the last evaluation: what was done, what broke, and which promises did. */
import { setTimeout as pause } from 'node:timers/promises';
import { addWorkingDays, instantAt, isWorkingDay, localDate } from '../../src/domain/calendar';
import type { Instant } from '../../src/domain/intervals';
import type { Request, RequestId } from '../../src/domain/request';
import { isSentAlready } from '../bench/told';
import { type Form, formOf } from './asking';
import { type Doing, doingOf, onward } from './doings';
import { answers, type Answered, asked } from './evaluating';
import type { Act, Plan, Round } from './plan';
import { press, type Press, type Reply } from './pressing';
import { breaches } from './promises';
import { comesToRest, goesOn, settles } from './quiet';
import { type Acknowledged, type Heard, look } from './seen';
import { POLICY, type Town } from './town';

export interface Outcome {
  readonly seed: number;
  /** Empty where every promise was kept. */
  readonly breaches: readonly string[];
  readonly ms: number;
  /** How many requests were acknowledged, and came to be held. */
  readonly asked: number;
  readonly held: number;
  readonly evaluations: number;
}

const MOST_TRIES = 8;
/** Real: so long something broken holds up the next round. */
const STEP_MS = 1_500;

export async function weather(town: Town, plan: Plan): Promise<Outcome> {
  const begun = Date.now();
  const story = createStory(town, plan);
  const wrongs = [...(await story.asking())];
  if (wrongs.length === 0) wrongs.push(...(await story.holding()));
  return {
    seed: plan.seed,
    breaches: wrongs,
    ms: Date.now() - begun,
    asked: story.heard.acknowledged.filter(({ kind }) => kind === 'submit').length,
    held: story.held(),
    evaluations: [...story.heard.answered.values()].filter(({ counted }) => counted).length,
  };
}

function createStory(town: Town, plan: Plan) {
  const acknowledged: Acknowledged[] = [];
  const answered: Answered = new Map();
  const ids: RequestId[] = [];
  let took = 0;
  const heard: Heard = { ids, acknowledged, answered, postsFrom: town.posts.length };
  return { asking, holding, heard, held: () => took };

  /** Forms are sent and decided on, while things break; then everything is quiet, and has to agree. */
  async function asking(): Promise<readonly string[]> {
    await toMorning(town, 0);
    Object.assign(town.tenant.notices.conditions, plan.notices);
    town.crew.setSkews(plan.skews);
    town.strikes.begin(plan.strikes);
    const now = town.clock.now();
    const forms = Array.from({ length: plan.requests }, (_, n) => formOf(plan.seed, n, now));
    ids.push(...forms.map(({ id }) => id));
    await Promise.all(forms.map(sends));
    await goesOn(town, ids, STEP_MS);
    const { notices } = town.tenant;
    const before = notices.sent().length;
    for (const each of plan.asking) await round(each, (act) => acts(act));
    await goesFurther(() => goesOn(town, ids, STEP_MS));
    const sent = notices.sent().length - before;
    town.astray.lost += plan.notices.lose - notices.conditions.lose;
    if (plan.notices.doubled) town.astray.doubled += Math.floor(sent / 2);
    if (plan.notices.lateMs > 0) town.astray.late += sent;
    await comesToRest(town, ids);
    return breaches(await look(town, heard));
  }

  /** The days of the sessions pass; how it was is answered while things break; in the end everything is closed. */
  async function holding(): Promise<readonly string[]> {
    await goesFurther(() => settles(town, ids));
    const days = new Set(
      (await requests()).flatMap((each) => (each.state === 'booked' ? [dayOf(each)] : [])),
    );
    for (const day of [...days].sort()) {
      town.jump(Math.max(instantAt(addWorkingDays(day, -1, POLICY), '09:10') - town.clock.now(), 0));
      await settles(town, ids);
    }
    for (const day of [...days].sort()) {
      town.jump(Math.max(instantAt(day, '17:10') - town.clock.now(), 0));
      await settles(town, ids);
    }
    took = (await requests()).filter(({ state }) => state === 'held').length;
    town.crew.setSkews(plan.skews);
    town.strikes.begin(plan.strikes.map((strike) => ({ ...strike, nth: Math.ceil(strike.nth / 4) })));
    const cards = asked(town, ids);
    for (const each of plan.evaluating) await round(each, (act) => answers(town, cards, act, answered));
    await comesToRest(town, ids);
    const wrongs = await breaches(await look(town, heard));
    if (wrongs.length > 0) return wrongs;
    await closes();
    return breaches(await look(town, heard));
  }

  async function requests(): Promise<readonly Request[]> {
    const loaded = await Promise.all(ids.map((id) => town.requests.load(id)));
    return loaded.flatMap((each) => each?.request ?? []);
  }

  /** As people do: sent again until somebody says that it has got there. */
  async function sends({ id, by, data }: Form, n: number): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const reply = await presses(id, { by, verb: 'form-send', data, kind: 'submit' }, n + tries);
      if (isSentAlready(reply.text)) acknowledged.push({ id, by: by.id, kind: 'submit' });
      if (isSentAlready(reply.text) || reply.told === 'accepted') return;
      await pause(150);
    }
  }

  async function presses(id: RequestId, pressed: Press, n: number): Promise<Reply> {
    const reply = await press(town, pressed, n);
    if (reply.told === 'accepted' && pressed.kind)
      acknowledged.push({ id, by: pressed.by.id, kind: pressed.kind });
    return reply;
  }

  async function acts({ request, n, twice }: Act): Promise<void> {
    const id = ids[request % ids.length]!;
    const loaded = await town.requests.load(id);
    const doing = loaded && doingOf(loaded.request, n);
    if (doing) await does(id, doing, twice ? [n, n + 1] : [n]);
  }

  /** So that there are sessions to be held: approved and accepted, as far as things let anybody. */
  async function goesFurther(waits: () => Promise<unknown>): Promise<void> {
    for (const n of [0, 1]) {
      const all = (await requests()).map((request) => [request.id, onward(request)] as const);
      await Promise.all(all.map(async ([id, doing]) => doing && does(id, doing, [n])));
      await waits();
    }
  }

  async function does(id: RequestId, doing: Doing, bots: readonly number[]): Promise<void> {
    if ('verb' in doing) {
      await Promise.all(bots.map((bot) => presses(id, doing, bot)));
      return;
    }
    const event = town.tenant.events
      .list()
      .find(({ extendedProperties }) => extendedProperties.some(({ value }) => value.startsWith(`${id}-`)));
    if (event) doing.inOutlook(town.tenant, event);
  }

  async function round({ acts: all, kill, waitMs, seconds }: Round, does: (act: Act) => Promise<void>) {
    town.redirect();
    const killing = kill && pause(waitMs / 2).then(() => town.crew.kill(kill));
    await Promise.all([...all.map(does), pause(waitMs), killing]);
    town.jump(seconds * 1_000);
    await goesOn(town, ids, STEP_MS);
  }

  /** Whoever asked takes back what has come to nothing; what was held is completed once its evaluation is over. */
  async function closes(): Promise<void> {
    for (const request of await requests())
      if (request.state !== 'held' && request.state !== 'closed')
        await town.workflow.handle({ kind: 'withdraw', requestId: request.id, by: request.requester });
    await settles(town, ids);
    await toMorning(town, 4);
    await settles(town, ids);
  }
}

function dayOf(request: Extract<Request, { state: 'booked' }>): string {
  return localDate(request.match.slot.start);
}

/** The next morning of a working day, so many working days later. */
async function toMorning(town: Town, days: number): Promise<void> {
  const now = town.clock.now();
  const today = localDate(now);
  const isEarly = now < instantAt(today, '10:00') && isWorkingDay(today, POLICY);
  const day = isEarly && days === 0 ? today : addWorkingDays(today, Math.max(days, 1), POLICY);
  const to: Instant = instantAt(day, '09:20');
  if (to > now) town.jump(to - now);
}
