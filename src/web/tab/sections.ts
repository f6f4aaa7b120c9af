/** The parts of the tab, as they stand in its navigation. A new part is a line here and its pages in `pages.ts`. */
import type { Role } from './sign-in';

export const SECTION_IDS = ['facilitators', 'requests', 'monitoring', 'connections', 'governance'] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export interface Section {
  readonly id: SectionId;
  readonly name: string;
  readonly path: string;
  /** Whom it is shown to; each of its pages says for itself whom it is open to. */
  readonly openTo: readonly Role[];
}

export const sections: readonly Section[] = [
  { id: 'facilitators', name: 'Facilitators', path: '/tab/facilitators', openTo: ['coordinator'] },
  { id: 'requests', name: 'Requests', path: '/tab/requests', openTo: ['coordinator'] },
  { id: 'monitoring', name: 'Monitoring', path: '/tab/monitoring', openTo: ['coordinator', 'quality'] },
  { id: 'connections', name: 'Connections', path: '/tab/connections', openTo: ['coordinator'] },
  { id: 'governance', name: 'Information governance', path: '/tab/governance', openTo: ['governance'] },
];
