/** Which licences what is installed may have, and which each has. */
import type { Locked } from './locked';

/** A licence, with what it asks of whoever passes the bot on. */
export const RUNTIME_LICENCES: Readonly<Record<string, string>> = {
  MIT: 'its text goes with it',
  ISC: 'its text goes with it',
  '0BSD': 'nothing',
  'BSD-2-Clause': 'its text goes with it',
  'BSD-3-Clause': 'its text goes with it; nobody is named as endorsing the bot',
  'Apache-2.0': 'its text and NOTICE go with it; changed files say so',
  'BlueOak-1.0.0': 'its text or address goes with it',
  Unlicense: 'nothing',
  'PSF-2.0': 'its text goes with it; changes are summed up',
  'CC-BY-SA-3.0': 'its makers are credited; changed data stay under it, the code that reads them does not',
};

/** For building and testing alone: none of it is part of what is run or passed on. */
export const DEVELOPMENT_LICENCES: Readonly<Record<string, string>> = {
  ...RUNTIME_LICENCES,
  'MPL-2.0': 'changed files stay open',
  'CC-BY-4.0': 'its makers are credited',
  'LicenseRef-tv4': 'nothing: its author calls it public domain',
  'LicenseRef-Microsoft-pre-release': 'for trying out only, not to be passed on',
};

/** Where a publisher declares nothing that could be looked up: what their own files say, read by a person. */
const READ: Readonly<Record<string, { readonly licence: string; readonly where: string }>> = {
  cldrjs: { licence: 'MIT', where: '`licenses` in its package.json, LICENSE-MIT' },
  'escape-regexp-component': { licence: 'MIT', where: 'its Readme.md' },
  jspath: { licence: 'MIT', where: 'its LICENSE' },
  limiter: { licence: 'MIT', where: '`licenses` in its package.json, LICENSE.txt' },
  // Its declaration says CC-BY-3.0, its LICENSE, README and data CC BY-SA 3.0: the stricter is believed.
  'date-holidays': { licence: 'ISC AND CC-BY-SA-3.0', where: 'its LICENSE and README' },
  'uri-templates': { licence: 'LicenseRef-tv4', where: 'its README: public domain' },
  '@microsoft/m365agentsplayground': { licence: 'LicenseRef-Microsoft-pre-release', where: 'its LICENSE' },
};

/** Data and texts whose makers are to be named. */
export const CREDITS: Readonly<Record<string, string>> = {
  'date-holidays':
    'England’s bank holidays come from date-holidays by commenthol and its contributors; its data, taken from Wikipedia for the most part, are licensed under CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/) and used as they are.',
  'caniuse-lite':
    'Only while testing: browsers’ abilities come from caniuse.com by Alexis Deveria, licensed under CC BY 4.0.',
};

/** As an SPDX expression; undefined where nobody has found out. */
export function licenceOf({ name, license }: Locked): string | undefined {
  return READ[name]?.licence ?? license;
}

/** Where a licence was read that is not in the package's own declaration. */
export function readWhere({ name }: Locked): string | undefined {
  return READ[name]?.where;
}

/** The licences that are not on the list; of a choice ("OR") one is enough. Also where it is not known. */
export function notAllowed(locked: Locked): readonly string[] {
  const list = locked.dev ? DEVELOPMENT_LICENCES : RUNTIME_LICENCES;
  const expression = licenceOf(locked);
  if (expression === undefined) return ['unknown'];
  const choices = expression.replace(/^\((.*)\)$/, '$1').split(' OR ');
  const wrong = choices.map((choice) => choice.split(' AND ').filter((each) => !Object.hasOwn(list, each)));
  return wrong.find((each) => each.length === 0) ?? wrong.flat();
}
