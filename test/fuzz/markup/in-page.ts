/** What is looked at in a page in Chromium, once something is drawn in it. */
import type { Page } from 'playwright-core';

export interface Looked {
  /** Its elements in their order, each with the names of its attributes, and where its addresses lead. */
  readonly skeleton: readonly string[];
  /** Everything that is read, and what stands in fields that are seen. */
  readonly text: string;
  /** What ran that should not have. */
  readonly ran: readonly string[];
}

const LOOK = String.raw`(() => {
  const whereTo = (address) => {
    try { const { protocol, host } = new URL(address, 'https://here.example/'); return protocol + host; }
    catch { return 'nowhere'; }
  };
  const ADDRESSES = ['href', 'src', 'action', 'srcset', 'formaction', 'data'];
  const skeleton = [...document.querySelectorAll('body *')].map((element) =>
    element.tagName.toLowerCase() + [...element.attributes].map(({ name, value }) =>
      ' ' + name + (ADDRESSES.includes(name) ? '=' + whereTo(value) : '')).sort().join(''));
  // A closed list has its choices, which are seen once it is opened; a hidden field keeps a draft, written as JSON.
  const isSeen = (field) => field.closest('datalist') || (field.closest('select') ?? field).checkVisibility();
  const fields = [...document.querySelectorAll('input, textarea, option')].filter(isSeen).map((field) => field.value);
  // Texts that are one line each: what is written between elements.
  const text = document.body.textContent + '\n' + fields.join('\n');
  return { skeleton, text, ran: window.ran ?? [] };
})()`;

/** Counts what runs, from before anything is drawn. */
export async function watchFor(page: Page): Promise<void> {
  await page.addInitScript('window.ran = []; window.canary = (n) => void window.ran.push("canary " + n);');
}

export async function lookAt(page: Page): Promise<Looked> {
  // Images that fail to load, and what waits for its turn, get theirs.
  await page.evaluate('new Promise((done) => setTimeout(done, 5))');
  return page.evaluate<Looked>(LOOK);
}

/** What of a hostile value is not as it would be of a plain one; empty where it is. */
export function differences(
  where: string,
  { hostile, plain }: { readonly hostile: Looked; readonly plain: Looked },
  values: { readonly hostile: string; readonly plain: string },
): readonly string[] {
  const ran = hostile.ran.map((each) => `${where}: ${each} ran`);
  const n = hostile.skeleton.findIndex((each, at) => each !== plain.skeleton[at]);
  const isOther = n >= 0 || hostile.skeleton.length !== plain.skeleton.length;
  const other = isOther ? [`${where}: an element is ${hostile.skeleton[n]}, not ${plain.skeleton[n]}`] : [];
  const times = { hostile: countOf(values.hostile, hostile.text), plain: countOf(values.plain, plain.text) };
  const lost =
    times.hostile < times.plain
      ? [`${where}: shown as typed ${times.hostile} times, not ${times.plain}`]
      : [];
  return [...ran, ...other, ...lost];
}

function countOf(value: string, text: string): number {
  const one = (each: string): string => each.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return one(text).split(one(value)).length - 1;
}
