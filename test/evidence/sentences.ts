/** The sentences of a section of a paper in Markdown: pictures, tables and code left out. */
export function sentencesOf(paper: string, heading: string): string[] {
  const from = paper.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`Expected a section "${heading}" in the paper, got none`);
  const section = paper.slice(from + heading.length + 5).split(/\n## /)[0]!;
  return section
    .replace(/```[\s\S]*?```/g, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '' && !/^(?:!\[|\|)/.test(paragraph))
    .flatMap((paragraph) => paragraph.split(/(?<=[.?!])\s+(?=[A-Z*_/])/));
}
