/** Filling in what differs from place to place: every `${{NAME}}` of a file, written as its format wants it. */

const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;

const ESCAPED: Readonly<Record<string, (value: string) => string>> = {
  json: (value) => JSON.stringify(value).slice(1, -1),
  xml: (value) => value.replace(/[<>&"]/g, (each) => `&#${each.charCodeAt(0)};`),
};

/**
 * The text with everything filled in. @param path tells the format by how it ends
 * @throws Error for a name nobody gives a value to, or an ending of no known format: faults of the file, not of the settings.
 */
export function filledText(path: string, text: string, values: Readonly<Record<string, string>>): string {
  const escaped = ESCAPED[path.split('.').pop()!];
  if (!escaped) throw new Error(`Expected ${path} to be ${Object.keys(ESCAPED).join(' or ')}.`);
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    if (Object.hasOwn(values, name)) return escaped(values[name]!);
    throw new Error(`Expected ${path} to ask for ${Object.keys(values).join(', ')}, got ${whole}.`);
  });
}
