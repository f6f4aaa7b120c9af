/** The parts of the tab, as they stand in its navigation. A new part is a line here and its pages in `pages.ts`. */
export const sections = [
  { id: 'facilitators', name: 'Facilitators', path: '/tab/facilitators' },
  { id: 'requests', name: 'Requests', path: '/tab/requests' },
  { id: 'monitoring', name: 'Monitoring', path: '/tab/monitoring' },
  { id: 'connections', name: 'Connections', path: '/tab/connections' },
] as const;

/** The one section the quality role may open. */
export const QUALITY_SECTIONS: readonly SectionId[] = ['monitoring'];

export type SectionId = (typeof sections)[number]['id'];
