/** Who may import whom (the architecture's one rule about files), read from the syntax tree. */
import ts from 'typescript';
import { EXCEPTIONS, FILES, FOLDERS, NODE, RULES, type Rule } from './parts';

export interface Import {
  readonly from: string;
  /** Gone when the program runs. */
  readonly typeOnly: boolean;
}

/** The part a file belongs to, by its path below src; undefined for one nobody has placed yet. */
export function partOf(path: string): string | undefined {
  const [folder, ...rest] = path.split('/');
  return rest.length > 0 ? (FOLDERS[folder!] ?? folder) : FILES[path];
}

/** What breaks the rule in one file. `path` is below src, with `/`. */
export function brokenBy(path: string, text: string): readonly string[] {
  const part = partOf(path);
  const rule = part === undefined ? undefined : RULES[part];
  if (!rule) return [`Expected ${path} to belong to a part of src, got one that no rule is known for`];
  const wrong = importsOf(text, path).filter((each) => !isAllowed(path, rule, each));
  const impure = part === 'domain' ? impuritiesOf(text) : [];
  return [
    ...wrong.map(({ from, typeOnly }) => `${path} may not import ${typeOnly ? 'types of ' : ''}${from}`),
    ...impure.map((what) => `${path} may not use ${what}: what it needs is passed in`),
  ];
}

function isAllowed(path: string, rule: Rule, { from, typeOnly }: Import): boolean {
  if (!from.startsWith('.')) {
    const packages = [...rule.packages, ...(EXCEPTIONS[path] ?? [])];
    return packages.includes(packageOf(from)) || (from.startsWith('node:') && packages.includes(NODE));
  }
  const target = resolved(path, from);
  // The templates lie beside src, and are the business of teams alone.
  if (target.startsWith('../cards/')) return partOf(path) === 'teams';
  // What the connector promises is what the API does: the same file says it to both.
  if (target.startsWith('../infra/power-platform/connector/')) return partOf(path) === 'power';
  const part = partOf(target.includes('/') ? target : `${target}.ts`);
  return (
    part !== undefined && (rule.parts.includes(part) || (typeOnly && rule.parts.includes(`type ${part}`)))
  );
}

/** The package a file of it belongs to: `@scope/name/lib/file` → `@scope/name`. */
function packageOf(from: string): string {
  const names = from.startsWith('@') ? 2 : 1;
  return from.split('/').slice(0, names).join('/');
}

/** A relative import as a path below src; with `../` at its start when it leads out. */
function resolved(path: string, from: string): string {
  const base = new URL(`http://x/outside/src/${path}`);
  const { pathname } = new URL(from, base);
  return pathname.startsWith('/outside/src/')
    ? pathname.slice('/outside/src/'.length)
    : `..${pathname.replace('/outside', '')}`;
}

/** Every import of a file: declarations, re-exports, `import()`, `require` and types by `import('…')`. */
export function importsOf(text: string, path = 'file.ts'): readonly Import[] {
  const found: Import[] = [];
  const add = (literal: ts.Node | undefined, typeOnly: boolean) =>
    found.push({
      from: literal && ts.isStringLiteralLike(literal) ? literal.text : 'a computed name',
      typeOnly,
    });
  visit(
    text,
    (node) => {
      if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
      else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
        add(node.moduleSpecifier, node.isTypeOnly);
      else if (ts.isExternalModuleReference(node)) add(node.expression, false);
      else if (ts.isImportTypeNode(node))
        add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
      else if (
        ts.isCallExpression(node) &&
        (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')
      )
        add(node.arguments[0], false);
    },
    path,
  );
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  // `import {} from` is kept for its effects when the program runs.
  const { elements } = namedBindings;
  return elements.length > 0 && elements.every((element) => element.isTypeOnly);
}

const OUTSIDE: readonly string[] = [
  'process',
  'performance',
  'globalThis',
  'fetch',
  'crypto',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
];
const CALLS: readonly string[] = [
  'Date.now',
  'Math.random',
  'DateTime.now',
  'DateTime.local',
  'DateTime.utc',
  'Date',
];

/** Clocks, chance and the environment, where only what is passed in may count. */
export function impuritiesOf(text: string): readonly string[] {
  const found = new Set<string>();
  visit(text, (node) => {
    if (ts.isIdentifier(node) && OUTSIDE.includes(node.text) && !isName(node)) found.add(node.text);
    if (ts.isCallExpression(node) && CALLS.includes(node.expression.getText()) && !hasArguments(node))
      found.add(`${node.expression.getText()}()`);
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !hasArguments(node))
      found.add('new Date()');
    if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random'].includes(node.getText()))
      found.add(`${node.getText()}()`);
  });
  return [...found];
}

const hasArguments = (node: ts.CallExpression | ts.NewExpression) => (node.arguments?.length ?? 0) > 0;

/** A field or property that happens to be called so. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
      parent.name === node)
  );
}

/** By the name of the file: in one with markup, `<T>` opens an element. */
function visit(text: string, see: (node: ts.Node) => void, path = 'file.ts'): void {
  const walk = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
}
