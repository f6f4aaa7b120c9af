/** What the `Prefer` header asks for. https://learn.microsoft.com/graph/api/resources/calendar (Prefer headers) */
export interface Preferences {
  /** Zone of every start and end in the answer. */
  readonly timeZone: string;
  readonly immutableIds: boolean;
  readonly bodyType: 'html' | 'text';
  /** Without it, enum members added after `unknownFutureValue` read back as that. */
  readonly unknownEnums: boolean;
}

/** Reads `Prefer: outlook.timezone="UTC", IdType="ImmutableId"`; several such headers arrive joined by commas. */
export function preferences(headers: Readonly<Record<string, string>>): Preferences {
  const asked = new Map<string, string>();
  for (const part of (headers['prefer'] ?? '').split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
    const [, name, value] = /^\s*([^=\s]+)\s*(?:=\s*"?([^"]*)"?)?\s*$/.exec(part) ?? [];
    if (name) asked.set(name.toLowerCase(), value ?? '');
  }
  return {
    timeZone: asked.get('outlook.timezone') ?? 'UTC',
    immutableIds: asked.get('idtype') === 'ImmutableId',
    bodyType: asked.get('outlook.body-content-type') === 'text' ? 'text' : 'html',
    unknownEnums: asked.has('include-unknown-enum-members'),
  };
}
