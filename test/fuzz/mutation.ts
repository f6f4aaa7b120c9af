/** Inputs that were right once, each with something wrong in it. */
import { MOST_BODY_BYTES } from '../../src/http/json-body';
import type { Chance } from './chance';
import { EDGE_NUMBERS, HOSTILE_TEXTS, NAMES_OF_OBJECTS, ODD_LETTERS } from './hostile-values';

type Json = Readonly<Record<string, unknown>>;

/** Up to three things wrong, anywhere in it; now and then none, so that what follows has something to change. */
export function mutated(value: unknown, chance: Chance): unknown {
  let changed = value;
  for (let n = chance.below(4); n > 0; n -= 1) changed = changedSomewhere(changed, chance);
  return changed;
}

function changedSomewhere(value: unknown, chance: Chance): unknown {
  const isHere = chance.once(4);
  if (Array.isArray(value) && value.length > 0 && !isHere) {
    const n = chance.below(value.length);
    return value.map((each, at) => (at === n ? changedSomewhere(each, chance) : (each as unknown)));
  }
  if (isJson(value) && !isHere && Object.keys(value).length > 0) {
    const name = chance.pick(Object.keys(value));
    return with_(value, name, changedSomewhere(value[name], chance));
  }
  return changedHere(value, chance);
}

function changedHere(value: unknown, chance: Chance): unknown {
  if (isJson(value)) return chance.once(3) ? anything(chance) : changedFields(value, chance);
  if (Array.isArray(value)) return changedList(value, chance);
  if (typeof value === 'string' && !chance.once(3)) return mutatedText(value, chance);
  if (typeof value === 'number' && !chance.once(3)) return chance.pick(EDGE_NUMBERS);
  return anything(chance);
}

function changedFields(value: Json, chance: Chance): unknown {
  const names = Object.keys(value);
  switch (chance.below(4)) {
    case 0:
      return without(value, chance.pick([...names, 'none']));
    case 1:
      return with_(value, chance.pick(NAMES_OF_OBJECTS), anything(chance));
    case 2:
      return with_(value, `${chance.pick([...names, 'x'])}${chance.pick(ODD_LETTERS)}`, anything(chance));
    default:
      return names.length > 1
        ? with_(value, chance.pick(names), value[chance.pick(names)])
        : with_(value, 'added', value);
  }
}

function changedList(value: readonly unknown[], chance: Chance): unknown {
  switch (chance.below(5)) {
    case 0:
      return value.slice(chance.below(value.length + 1));
    case 1:
      return [...value, ...value];
    case 2:
      return copies(value[0]);
    case 3:
      return { ...value };
    default:
      return [...value, anything(chance)];
  }
}

const MOST_COPIES = 200;
/** Beyond this nothing is multiplied: what is larger than a body may be is refused before it is read (src/http/json-body.ts). */
const LARGEST = MOST_BODY_BYTES / 2;

function copies(value: unknown): readonly unknown[] {
  const each = (JSON.stringify(value) ?? 'null').length;
  return Array.from({ length: Math.min(MOST_COPIES, Math.ceil(LARGEST / each)) }, () => value);
}

/** Something of another kind. */
export function anything(chance: Chance): unknown {
  switch (chance.below(9)) {
    case 0:
      return chance.pick(EDGE_NUMBERS);
    case 1:
      return null;
    case 2:
      return chance.once(2);
    case 3:
      return [chance.pick(HOSTILE_TEXTS)];
    case 4:
      return nested(1 + chance.below(200));
    case 5:
      return { [chance.pick(NAMES_OF_OBJECTS)]: chance.pick(HOSTILE_TEXTS) };
    default:
      return chance.pick(HOSTILE_TEXTS);
  }
}

function nested(deep: number): unknown {
  let value: unknown = 'deep';
  for (let n = 0; n < deep; n += 1) value = n % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Letters changed, left out, doubled, put in; or another text altogether. */
export function mutatedText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  switch (chance.below(7)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + chance.pick(HOSTILE_TEXTS) + text.slice(at);
    case 2:
      return text.slice(0, at) + chance.pick(ODD_LETTERS) + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + String.fromCharCode(chance.below(65_536)) + text.slice(at + 1);
    case 4:
      return text.slice(0, 2_000).repeat(1 + chance.below(8));
    case 5:
      return text.slice(at) + text.slice(0, at);
    default:
      return chance.pick(HOSTILE_TEXTS);
  }
}

/** As a parser of JSON puts it in: `__proto__` is a field like any other. */
function with_(value: Json, name: string, field: unknown): Json {
  const copy: Record<string, unknown> = { ...value };
  Object.defineProperty(copy, name, { value: field, enumerable: true, configurable: true, writable: true });
  return copy;
}

function without(value: Json, name: string): Json {
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
