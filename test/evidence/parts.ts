/** The parts of the page, in their order. Each is loaded only when it is measured. */
import type { Part } from './part';

export const PART_NAMES = [
  'faults',
  'input',
  'restore',
  'upgrade',
  'authentication',
  'authorisation',
  'http',
  'asvs',
  'supply-chain',
  'privacy',
  'speed',
  'load',
  'mutation',
] as const;
export type PartName = (typeof PART_NAMES)[number];

export function loadPart(name: PartName): Part {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(`./parts/${name}`) as { readonly part: Part }).part;
}
