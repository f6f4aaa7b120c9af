import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { brokenBy, importsOf, impuritiesOf } from './import-rule';

const src = join(__dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.png'))
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(src.length + 1)
      .split(sep)
      .join('/'),
  )
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));
/** Styles and what runs in the browser import nothing. */
const modules = files.filter(({ path }) => /\.tsx?$/.test(path));
const lengthOf = (text: string) => text.trimEnd().split('\n').length;

describe('every file of src', () => {
  it.each(modules)('$path imports only what its part may', ({ path, text }) => {
    expect(brokenBy(path, text)).toEqual([]);
  });

  it('has no more than 300 lines', () => {
    expect(files.filter(({ text }) => lengthOf(text) > 300).map(({ path }) => path)).toEqual([]);
  });

  it('has fewer than 100 lines, half of them', () => {
    const lengths = modules.map(({ text }) => lengthOf(text)).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100);
  });

  it('is called by what is in it', () => {
    expect(files.filter(({ path }) => isEmptyName(path)).map(({ path }) => path)).toEqual([]);
  });
});

/** Names that say nothing, in any place; `index` and `types` where they are the whole name. */
function isEmptyName(path: string): boolean {
  const name = basename(path).replace(/\.\w+$/, '');
  return (
    /(^|[-.])(utils?|helpers?|services?|managers?|common|misc)([-.]|$)/i.test(name) ||
    /^(index|types?)$/i.test(name)
  );
}

describe('the import rule', () => {
  it.each<[string, string]>([
    ['domain/decide.ts', "import { z } from 'zod';"],
    ['domain/decide.ts', "import { DateTime } from 'luxon';"],
    ['domain/decide.ts', "import { randomUUID } from 'node:crypto';"],
    ['domain/decide.ts', "import type { Requests } from '../ports';"],
    ['domain/decisions/coordinator.ts', "import { a } from '../../teams/cards';"],
    ['ports.ts', "import type { Workflow } from './workflow';"],
    ['workflow.ts', "import { createGraph } from './graph/client';"],
    ['worker.ts', "import { TableClient } from '@azure/data-tables';"],
    ['teams/bot.ts', "import { createGraph } from '../graph/client';"],
    ['teams/bot.ts', "import type { Graph } from '../graph/client';"],
    ['teams/bot.ts', "import { createWorkflow } from '../workflow';"],
    ['teams/bot.ts', "import { type Workflow, createWorkflow } from '../workflow';"],
    ['teams/bot.ts', "import '../workflow';"],
    ['teams/bot.ts', "export { a } from '../azure/rows';"],
    ['teams/bot.ts', "export * from '../azure/rows';"],
    ['teams/bot.ts', "const a = await import('../azure/rows');"],
    ['teams/bot.ts', "const a = require('../azure/rows');"],
    ['teams/bot.ts', "import a = require('../azure/rows');"],
    ['teams/bot.ts', "let a: import('../azure/rows').Row;"],
    ['teams/bot.ts', 'const a = await import(name);'],
    ['teams/bot.ts', "import { readConfig } from '../config';"],
    ['teams/bot.ts', "import { fakes } from '../../test/fakes';"],
    ['web/frame.tsx', "const a = <T,>(b: T) => <p>{b}</p>; import { createBot } from '../teams/bot';"],
    ['web/frame.tsx', "import { createServer } from '../server';"],
    ['web/frame.tsx', "import { useState } from 'react';"],
    ['graph/client.ts', "import card from '../../cards/form.json';"],
    ['azure/rows.ts', "import { TurnContext } from 'botbuilder';"],
    ['config.ts', "import { createLog } from './log';"],
    ['elsewhere.ts', ''],
    ['elsewhere/rows.ts', ''],
  ])('refuses in %s: %s', (path, text) => {
    expect(brokenBy(path, text)).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['domain/decide.ts', "import { defaultPolicy } from './policy';"],
    ['domain/decisions/coordinator.ts', "import type { Request } from '../request';"],
    ['domain/calendar.ts', "import { DateTime } from 'luxon'; import Holidays from 'date-holidays';"],
    ['workflow.ts', "import { decide } from './domain/decide'; import { Fault } from './ports';"],
    [
      'teams/bot.ts',
      "import type { Workflow } from '../workflow'; import { type Handled } from '../workflow';",
    ],
    ['teams/cards.ts', "import form from '../../cards/form.json';"],
    [
      'teams/present/form.ts',
      "import { chat } from '../wording/chat'; import { Activity } from 'botbuilder';",
    ],
    [
      'web/frame.tsx',
      "import type { VNode } from 'preact'; import type { PoolKeeping } from '../pool-keeping';",
    ],
    ['main.ts', "import { createGraph } from './graph/client'; import { hostname } from 'node:os';"],
    [
      'teams/bot.ts',
      "// import { createGraph } from '../graph/client'\nconst text = \"import '../graph/client'\";",
    ],
  ])('allows in %s: %s', (path, text) => {
    expect(brokenBy(path, text)).toEqual([]);
  });

  it('knows an import of types from one that runs', () => {
    const text =
      "import type { A } from 'a'; import { type B } from 'b'; import { type C, D } from 'c'; import E, { type F } from 'e'; import {} from 'g';";
    expect(importsOf(text).map(({ from, typeOnly }) => [from, typeOnly])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      ['e', false],
      ['g', false],
    ]);
  });

  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date;',
    'const now = Date();',
    'const clock = Date.now;',
    'const now = DateTime.now();',
    'const now = DateTime.utc();',
    'const chance = Math.random();',
    'const chance = items.map(Math.random);',
    'const zone = process.env.TZ;',
    'const { TZ } = process.env;',
    'const ms = performance.now();',
    'const id = crypto.randomUUID();',
    'const a = globalThis;',
    'setTimeout(go, 1);',
    "console.log('x');",
  ])('refuses in domain: %s', (text) => {
    expect(impuritiesOf(text)).toHaveLength(1);
    expect(brokenBy('domain/decide.ts', text)).toHaveLength(1);
    expect(brokenBy('teams/bot.ts', text)).toEqual([]);
  });

  it.each([
    'new Date(at)',
    'Date.UTC(2026, 10, 2)',
    'facts.now',
    'call.process',
    'const a = { process: 1 }',
    'DateTime.fromMillis(at)',
    'Math.max(a, b)',
  ])('allows in domain: %s', (text) => {
    expect(impuritiesOf(text)).toEqual([]);
  });

  it.each([
    'teams/utils.ts',
    'graph/graph-helpers.ts',
    'azure/table-service.ts',
    'domain/index.ts',
    'web/index.tsx',
    'teams/types.ts',
    'card-manager.ts',
  ])('takes %s for an empty name', (path) => {
    expect(isEmptyName(path)).toBe(true);
  });

  it.each(['azure/request-index.ts', 'domain/decide.ts', 'teams/typed-text.ts'])(
    'takes %s for a name',
    (path) => {
      expect(isEmptyName(path)).toBe(false);
    },
  );
});
