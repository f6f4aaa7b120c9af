/** What an expression comes to, as strictly as Power Automate takes it. */
import { type Expression, templateOf } from './expression';
import { FUNCTIONS, type Json, NotSupported, textOf } from './functions';

/** What an expression can ask about the run it stands in. */
export interface Surroundings {
  /** The trigger's outputs: `{ headers, body }`. */
  readonly trigger: Json;
  /** An action's outputs; null for one that was skipped. Throws for one that has not ended, or does not exist. */
  outputs(action: string): Json;
  parameter(name: string): Json;
  /** Within Select and Filter array. */
  readonly item?: Json;
}

/** Everything in a definition's value that is an expression, evaluated; whatever else as it is. */
export function evaluated(value: Json, around: Surroundings): Json {
  if (typeof value === 'string') return text(value, around);
  if (Array.isArray(value)) return value.map((each) => evaluated(each, around));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, evaluated(each, around)]));
}

function text(value: string, around: Surroundings): Json {
  const template = templateOf(value);
  if ('kind' in template) return valueOf(template, around);
  return template.map((part) => (typeof part === 'string' ? part : textOf(valueOf(part, around)))).join('');
}

export function valueOf(expression: Expression, around: Surroundings): Json {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'member':
      return member(valueOf(expression.of, around), valueOf(expression.key, around), expression.optional);
    case 'call':
      return call(expression.name, expression.args, around);
  }
}

function call(name: string, args: readonly Expression[], around: Surroundings): Json {
  // All are evaluated before the function is called, as the functions' reference has it: `if` spares nobody a fault.
  const values = args.map((each) => valueOf(each, around));
  switch (name) {
    case 'triggerBody':
      return member(around.trigger, 'body', true);
    case 'triggerOutputs':
      return around.trigger;
    case 'outputs':
      return around.outputs(textOf(values[0] ?? null));
    case 'body':
      return member(around.outputs(textOf(values[0] ?? null)), 'body', true);
    case 'parameters':
      return around.parameter(textOf(values[0] ?? null));
    case 'item':
      if (around.item === undefined)
        throw new NotSupported('Expected item() within Select or Filter array only');
      return around.item;
  }
  const made = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!made) throw new NotSupported(`Expected a function this engine knows, got ${name}`);
  const { least, most, apply } = made;
  if (values.length < least || values.length > most)
    throw new NotSupported(`Expected ${name} to be given ${least} to ${most} values, got ${values.length}`);
  return apply(...values);
}

function member(of: Json, key: Json, optional: boolean): Json {
  if (of === null) {
    if (optional) return null;
    throw new Error(`Expected something to take ${textOf(key)} of, got null`);
  }
  if (typeof of !== 'object')
    throw new Error(`Expected an object to take ${textOf(key)} of, got a ${typeof of}`);
  if (Array.isArray(of) !== (typeof key === 'number'))
    throw new Error(`Expected ${Array.isArray(of) ? 'a position' : 'a name'}, got ${JSON.stringify(key)}`);
  const found = Array.isArray(of)
    ? of[Number(key)]
    : Object.hasOwn(of, textOf(key))
      ? of[textOf(key)]
      : undefined;
  if (found !== undefined) return found;
  if (optional) return null;
  throw new Error(`Expected ${textOf(key)} among ${Object.keys(of).join(', ')}`);
}
