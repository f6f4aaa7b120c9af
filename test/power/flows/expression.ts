/**
 * The expressions of the workflow definition language, parsed. Ours, because adaptive-expressions refuses what flows are full
 * of (`?['x']`, doubled quotes) and forgives what Power Automate does not.
 * https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference
 */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'member';
      readonly of: Expression;
      readonly key: Expression;
      /** `?[…]`: null where there is nothing, instead of a fault. */
      readonly optional: boolean;
    };

const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(\?\[|[()[\],]))/y;

/** @throws Error that says where an expression is no expression. `text` is without its leading `@`. */
export function parse(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const expression = whole();
  if (at < tokens.length) throw wrong(`nothing after ${tokens.slice(0, at).join(' ')}`);
  return expression;

  function whole(): Expression {
    let parsed = primary();
    while (tokens[at] === '[' || tokens[at] === '?[') {
      const optional = tokens[at++] === '?[';
      const key = whole();
      take(']');
      parsed = { kind: 'member', of: parsed, key, optional };
    }
    return parsed;
  }

  function primary(): Expression {
    const token = tokens[at++];
    if (token === undefined) throw wrong('a value at its end');
    if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1).replaceAll("''", "'") };
    if (/^-?\d/.test(token)) return { kind: 'literal', value: Number(token) };
    if (token === 'true' || token === 'false') return { kind: 'literal', value: token === 'true' };
    if (token === 'null') return { kind: 'literal', value: null };
    if (!/^\w/.test(token)) throw wrong(`a value before ${token}`);
    take('(');
    const args: Expression[] = [];
    if (tokens[at] !== ')') {
      args.push(whole());
      while (tokens[at] === ',') {
        at++;
        args.push(whole());
      }
    }
    take(')');
    return { kind: 'call', name: token, args };
  }

  function take(token: string): void {
    if (tokens[at++] !== token) throw wrong(`"${token}" after ${tokens.slice(0, at - 1).join(' ')}`);
  }

  function wrong(expected: string): Error {
    return new Error(`Expected ${expected} in the expression ${text}`);
  }
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  for (let from = 0; from < end; from = TOKEN.lastIndex) {
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`Expected an expression, got "${text.slice(from)}" in ${text}`);
    tokens.push(found[0].trim());
  }
  return tokens;
}

/** A text of a definition: words, and the expressions in `@{…}` between them. */
export type Template = readonly (string | Expression)[];

/** `@…` alone is one expression and keeps its type; `@{…}` within a text becomes text; `@@` is a plain `@`. */
export function templateOf(text: string): Template | Expression {
  if (text.startsWith('@@')) return [text.slice(1)];
  if (text.startsWith('@') && !text.startsWith('@{')) return parse(text.slice(1));
  const parts: (string | Expression)[] = [];
  let rest = text;
  for (let start = rest.indexOf('@{'); start >= 0; start = rest.indexOf('@{')) {
    const end = closing(rest, start + 2);
    if (start > 0) parts.push(rest.slice(0, start));
    parts.push(parse(rest.slice(start + 2, end)));
    rest = rest.slice(end + 1);
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** Where the `}` is that ends an expression: not one within quotes. */
function closing(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") quoted = !quoted;
    if (text[at] === '}' && !quoted) return at;
  }
  throw new Error(`Expected a "}" that ends the expression in ${text}`);
}

/** Every call in an expression, its own first. */
export function callsIn(expression: Expression): readonly Extract<Expression, { kind: 'call' }>[] {
  if (expression.kind === 'literal') return [];
  if (expression.kind === 'member') return [...callsIn(expression.of), ...callsIn(expression.key)];
  return [expression, ...expression.args.flatMap(callsIn)];
}
