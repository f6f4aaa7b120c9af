/** The test files of the domain, loaded as jest would load them, without jest. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where the domain is tested without any service beside it; the second and third see what monitoring makes of it. */
const FOLDERS = ['test/domain', 'test/counting', 'test/present/monitoring'];

/** Properties are held against this many values for each mutant, so that a score is rather too low than too high. */
const MOST_RUNS = 10;

/**
 * Where everything has to be loaded anew for a mutant, it is held against so many of the nearest test files; that nothing else
 * would kill it is not said, so that a score is rather too low.
 */
const MOST_FILES = 40;

/** They also count how often they have seen what they are about, so that they need all their values. */
const OWN_RUNS = new Set([
  'come back as they were when they are entered again',
  'each is a possible duplicate of the other or neither is, with as many people in common',
  'in the form, the first time and when it is changed',
  'whatever is added and taken away, is of whole blocks that are each about enough facilitators',
  'sees every forbidden session, pair and facilitator that can be worked out over the rationals',
  'in other dates, and in what a coordinator completes',
  'never says more than was chosen, and where it can be kept, says all of it',
]);

/** Stories of hundreds of commands in a random order: seconds for each mutant. Without them a score is rather too low. */
const STORIES = /hatever happen|A session that does not take place, whatever/;

const LEFT_OUT = new Set([
  // These read the source itself, which is another while it is mutated.
  'has a row for every state and command there is',
  'takes time in proportion to its length: every pattern that searches a text is bounded',
  // Of what is asked in the other tests of matching, not of matching itself.
  'is asked questions that have matches, and in which every hard rule removes somebody',
]);

export class TestFiles {
  #require;
  #root;
  #files;
  #loaded = new Map();
  /** From the first run of everything: which file imports which, and the tests of each with the time they took. */
  #imports = {};
  #known = {};

  /**
   * @param require resolves packages and modules as the project does
   * @param root the project's folder, where each source is compiled beside itself
   */
  constructor(require, root) {
    this.#require = require;
    this.#root = root;
    this.#files = FOLDERS.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(root, folder, name.replace(/\.ts$/, '.js'))),
    ).sort();
    boundProperties(require);
    // A process that hung is followed by another, which must not begin by finding out again.
    if (existsSync(this.#memory))
      [this.#imports, this.#known] = JSON.parse(readFileSync(this.#memory, 'utf8'));
  }

  get #memory() {
    return join(this.#root, 'tests-known.json');
  }

  *all() {
    for (const file of this.#files) yield* this.#testsOf(file);
  }

  /** @param took milliseconds by the id of a test */
  remember(took) {
    for (const module of this.#ours())
      this.#imports[module.filename] = module.children.map((child) => child.filename);
    for (const [file, tests] of this.#loaded)
      this.#known[file] = tests.map(({ id }) => ({ id, ms: took.get(id) }));
    writeFileSync(this.#memory, JSON.stringify([this.#imports, this.#known]));
  }

  /** Every module of the project is loaded anew when next asked for. */
  forget() {
    for (const { filename } of this.#ours()) delete this.#require.cache[filename];
    this.#loaded.clear();
  }

  /** The tests of these ids, the quickest first: most mutants are killed by what takes no time. */
  *named(ids) {
    const wanted = new Set(ids);
    const found = Object.entries(this.#known)
      .flatMap(([file, tests]) => tests.map((test) => ({ file, ...test })))
      .filter(({ id }) => wanted.has(id))
      .sort((a, b) => a.ms - b.ms);
    for (const { file, id } of found) yield this.#testsOf(file).find((test) => test.id === id);
  }

  /** The tests of the few test files nearest to a source, freshly loaded. */
  *freshFor(source) {
    this.forget();
    const compiled = source.replace(/\.ts$/, '.js');
    const near = this.#files
      .map((file) => ({ file, steps: this.#steps(file, compiled), ms: sum(this.#known[file]) }))
      .filter(({ steps }) => steps !== undefined)
      .sort((a, b) => a.steps - b.steps || a.ms - b.ms)
      .slice(0, MOST_FILES);
    for (const { file } of near) {
      const ids = this.#known[file].map(({ id }) => id);
      let tests;
      try {
        tests = this.#testsOf(file);
      } catch (fault) {
        yield { id: ids[0], failed: `cannot be loaded: ${String(fault)}`.slice(0, 300) };
        return;
      }
      if (tests.length !== ids.length) yield { id: ids[0], failed: `${tests.length} tests of ${ids.length}` };
      for (const [n, { run }] of tests.entries()) yield { id: ids[n] ?? ids[0], run };
    }
  }

  /** How many imports lead from one file to another; undefined where none do. */
  #steps(from, to) {
    const seen = new Set([from]);
    let at = [from];
    for (let steps = 0; at.length > 0; steps += 1) {
      if (at.includes(to)) return steps;
      at = [...new Set(at.flatMap((file) => this.#imports[file] ?? []))].filter((file) => !seen.has(file));
      for (const file of at) seen.add(file);
    }
    return undefined;
  }

  #ours() {
    return Object.values(this.#require.cache).filter(
      ({ filename }) => filename.startsWith(this.#root) && !filename.includes('node_modules'),
    );
  }

  #testsOf(file) {
    const had = this.#loaded.get(file);
    if (had !== undefined) return had;
    const tests = [];
    declare(this.#require, relative(this.#root, file).replace(/\.js$/, '.ts'), tests);
    this.#require(file);
    this.#loaded.set(file, tests);
    return tests;
  }
}

/** Gives a test file jest's words, as far as pure tests use them; what is declared is put into `tests`. */
function declare(require, file, tests) {
  const { expect } = require('expect');
  const { bind } = require('jest-each');
  const within = [];
  const ids = new Map();
  const describe = (name, block) => {
    within.push(name);
    block();
    within.pop();
  };
  const it = (name, run) => {
    const title = [file, ...within, name].join(' › ');
    if (LEFT_OUT.has(name) || STORIES.test(title)) return;
    const again = (ids.get(title) ?? 0) + 1;
    ids.set(title, again);
    const id = again === 1 ? title : `${title} (${again})`;
    tests.push({ id, run: () => withRuns(OWN_RUNS.has(name) ? Infinity : MOST_RUNS, run) });
  };
  describe.each = bind(describe, false);
  it.each = bind(it);
  Object.assign(globalThis, { describe, it, test: it, expect });
}

const sum = (tests) => tests.reduce((all, { ms }) => all + ms, 0);

let mostRuns = MOST_RUNS;

function withRuns(most, run) {
  mostRuns = most;
  return run();
}

/** Few values, always the same ones, and no search for the smallest that fails: one that fails is enough. */
function boundProperties(require) {
  const all = { ...require('fast-check') };
  const { assert } = all;
  const bounded = {
    ...all,
    assert: (property, given) =>
      assert(property, {
        ...given,
        numRuns: Math.min(given?.numRuns ?? 100, mostRuns),
        seed: 20_240_101,
        endOnFailure: true,
      }),
  };
  const module = require.cache[require.resolve('fast-check')];
  module.exports = { ...bounded, __esModule: true, default: bounded };
}
