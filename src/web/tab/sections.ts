/** The parts of the tab, as they stand in its navigation. A new part is a line here and its pages in `pages.ts`. */
export const sections = [
  { id: 'facilitators', name: 'Facilitators', path: '/tab/facilitators' },
  { id: 'requests', name: 'Requests', path: '/tab/requests' },
] as const;

export type SectionId = (typeof sections)[number]['id'];
