/** What a test reads in the markup of a page: its words, what its form would send, and what is tied to something not there. */

/** The words, with nothing of the markup. */
export function textIn(html: string): string {
  return decoded(html.replace(/<(?:[^>"]|"[^"]*")*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every field that would be sent as the page is, by its name. */
export function fieldsIn(html: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [, tag = ''] of html.matchAll(/<input ((?:[^>"]|"[^"]*")*)>/g)) {
    const name = attribute(tag, 'name');
    const isUnchecked = attribute(tag, 'type') === 'checkbox' && !/(^|\s)checked(\s|\/|=|$)/.test(tag);
    if (name !== undefined && !isUnchecked)
      fields.set(name, attribute(tag, 'value') ?? (attribute(tag, 'type') === 'checkbox' ? 'on' : ''));
  }
  return fields;
}

/** The names of all attributes there are, each once; what stands within a value is none. */
export function attributesIn(html: string): readonly string[] {
  const tags = [...html.matchAll(/<[a-z]\w*((?:[^>"]|"[^"]*")*)>/gi)].map(([, tag]) => tag!);
  const names = tags.flatMap((tag) =>
    [...tag.matchAll(/([^\s=/"]+)(?:="[^"]*")?/g)].map(([, name]) => name!),
  );
  return [...new Set(names)];
}

/** Labels, descriptions and links that lead to nothing, ids that are there twice, and fields without a label. */
export function brokenTies(html: string): readonly string[] {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
  const led = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]*)"/g)].flatMap(([, to]) =>
    to!.split(' '),
  );
  const linked = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, to]) => to!);
  const labelled = new Set([...html.matchAll(/<label for="([^"]*)"/g)].map(([, to]) => to!));
  const typed = [...html.matchAll(/<(?:input|textarea) ((?:[^>"]|"[^"]*")*)>/g)]
    .map(([, tag]) => tag!)
    .filter((tag) => !['hidden', 'checkbox'].includes(attribute(tag, 'type') ?? ''));
  return [
    ...[...led, ...linked].filter((to) => !ids.includes(to)).map((to) => `nothing has the id ${to}`),
    ...ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `the id ${id} is there twice`),
    ...typed.filter((tag) => !labelled.has(attribute(tag, 'id') ?? '')).map((tag) => `no label for ${tag}`),
  ];
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
