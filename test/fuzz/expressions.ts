/** Every regular expression that meets what people send: found in the syntax tree, in attributes of pages, in the API's description. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

export interface Expression {
  /** Where it stands, from the top of the repository: "src/ids.ts:12". */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** One that is put together while the program runs: what it will be is not in the text. */
export interface Composed {
  readonly at: string;
  readonly made: string;
}

export interface Found {
  readonly expressions: readonly Expression[];
  readonly composed: readonly Composed[];
}

/** Folders of code that reads what somebody else wrote, and of descriptions with a `pattern`. */
const CODE = ['src', 'infra', 'appPackage'];
const DESCRIPTIONS = ['infra/power-platform/connector/apiDefinition.swagger.json'];

/** @param root of the repository */
export function findExpressions(root: string): Found {
  const expressions: Expression[] = [];
  const composed: Composed[] = [];
  for (const path of CODE.flatMap((folder) => filesBelow(join(root, folder), /\.(?:m?[jt]s|tsx)$/))) {
    const found = expressionsIn(readFileSync(path, 'utf8'), shortened(root, path));
    expressions.push(...found.expressions);
    composed.push(...found.composed);
  }
  for (const path of CODE.flatMap((folder) => filesBelow(join(root, folder), /\.html$/)))
    expressions.push(...attributesIn(readFileSync(path, 'utf8'), shortened(root, path)));
  for (const path of DESCRIPTIONS)
    expressions.push(...patternsIn(JSON.parse(readFileSync(join(root, path), 'utf8')), path));
  return { expressions, composed };
}

/** Of one file of code: literals, `RegExp(…)` with a text, and `pattern` attributes, which browsers anchor. */
export function expressionsIn(text: string, path: string): Found {
  const expressions: Expression[] = [];
  const composed: Composed[] = [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const place = (node: ts.Node): string =>
    `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) expressions.push({ at: place(node), ...partsOf(node.text) });
    else if (isRegExpCall(node)) {
      const [source, flags] = node.arguments ?? [];
      const isPlain = source && ts.isStringLiteralLike(source) && (!flags || ts.isStringLiteralLike(flags));
      if (isPlain)
        expressions.push({
          at: place(node),
          source: source.text,
          flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '',
        });
      else if (!source || !ts.isRegularExpressionLiteral(source))
        composed.push({ at: place(node), made: node.getText().replace(/\s+/g, ' ') });
    } else if (isPatternText(node))
      expressions.push({ at: place(node), source: `^(?:${node.text})$`, flags: 'u' });
    ts.forEachChild(node, walk);
  };
  walk(file);
  return { expressions, composed };
}

function isRegExpCall(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
}

/** `pattern: '…'` or `pattern="…"`: an attribute of a field of a page. */
function isPatternText(node: ts.Node): node is ts.StringLiteralLike {
  const { parent } = node;
  if (!parent || !ts.isStringLiteralLike(node)) return false;
  const named =
    (ts.isPropertyAssignment(parent) && parent.initializer === node) ||
    (ts.isJsxAttribute(parent) && parent.initializer === node);
  return named && parent.name.getText() === 'pattern';
}

function attributesIn(html: string, path: string): readonly Expression[] {
  return [...html.matchAll(/\spattern="([^"]*)"/g)].map(({ 1: source = '' }) => ({
    at: path,
    source: `^(?:${source})$`,
    flags: 'u',
  }));
}

/** Every `pattern` of a schema; ajv compiles them with `u`. */
function patternsIn(node: unknown, at: string): readonly Expression[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'pattern' && typeof value === 'string'
      ? [{ at, source: value, flags: 'u' }]
      : patternsIn(value, `${at}/${name}`),
  );
}

/** `/a\/b/iu` → its source and its flags. */
function partsOf(literal: string): Pick<Expression, 'source' | 'flags'> {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

function filesBelow(folder: string, wanted: RegExp): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const shortened = (root: string, path: string): string => relative(root, path).split(sep).join('/');
