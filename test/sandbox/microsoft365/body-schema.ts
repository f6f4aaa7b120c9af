import { z } from 'zod';
import { GraphRefusal } from './graph-refusal';

/** Reads a request body by its schema. Annotations (`@odata.…`) are dropped, as Graph does. */
export function readBody<Schema extends z.ZodTypeAny>(
  schema: Schema,
  body: unknown,
  type: string,
): z.output<Schema> {
  const read = schema.safeParse(withoutAnnotations(body)) as z.SafeParseReturnType<unknown, z.output<Schema>>;
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    throw new GraphRefusal(
      400,
      'RequestBodyRead',
      `The property '${issue.keys.join("', '")}' does not exist on type '${type}' or cannot be set. Make sure to only use property names that are defined by the type.`,
    );
  }
  const where = issue?.path.join('/') ?? '';
  throw new GraphRefusal(
    400,
    'RequestBodyRead',
    `At '${where}' of ${type}: ${issue?.message ?? 'unreadable'}.`,
  );
}

function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !name.includes('@odata.'));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutAnnotations(inner)]));
}

/** An SMTP address, as loosely as Exchange takes it. */
export const address = z.string().regex(/^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/, 'is no SMTP address');
export const dateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string().min(1) }).strict();
