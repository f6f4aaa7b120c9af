/** Rows with their types exactly as stored: the SDK alone takes a whole Double for an Int32, as JSON has one kind of number. */
import type { TableClient, TableEntityResult } from '@azure/data-tables';
import { Fault } from '../ports';
import type { Column, ColumnType, StoredRow } from '../ports/backups';

/** A field that is a number, or any text: texts are taken whole, so that nothing inside one is taken for a field. */
const NUMBER_OR_TEXT = /"((?:[^"\\]|\\.)*)":(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|"(?:[^"\\]|\\.)*"/g;
const TYPES: readonly string[] = [
  'String',
  'Int32',
  'Int64',
  'Double',
  'Boolean',
  'DateTime',
  'Guid',
  'Binary',
] satisfies ColumnType[];
type PipelinePolicy = Parameters<TableClient['pipeline']['addPolicy']>[0];

const OF_THE_SERVICE: readonly string[] = ['partitionKey', 'rowKey', 'etag', 'timestamp'];

/** From now on the client says of a number with a fraction or an exponent that it is a Double, before the SDK reads it. */
export function readExactly(table: TableClient): TableClient {
  const exactTypes: PipelinePolicy = {
    name: 'exactTypes',
    async sendRequest(request, next) {
      const response = await next(request);
      if (request.method === 'GET' && response.bodyAsText)
        response.bodyAsText = withDoubles(response.bodyAsText);
      return response;
    },
  };
  // Nearer to the service than what reads the answer.
  table.pipeline.addPolicy(exactTypes, { afterPhase: 'Retry' });
  return table;
}

export function withDoubles(json: string): string {
  return json.replace(NUMBER_OR_TEXT, (whole: string, name?: string, number?: string) =>
    name !== undefined && number !== undefined && /[.eE]/.test(number)
      ? `${whole},"${name}@odata.type":"Edm.Double"`
      : whole,
  );
}

/** Of a row that was read without type conversion. */
export function toStored(row: TableEntityResult<Record<string, unknown>>): StoredRow {
  const columns = Object.entries(row)
    .filter(([name]) => !OF_THE_SERVICE.includes(name) && !name.startsWith('odata.'))
    .map(([name, value]) => [name, toColumn(name, value)] as const);
  return { partitionKey: row.partitionKey!, rowKey: row.rowKey!, columns: Object.fromEntries(columns) };
}

function toColumn(name: string, value: unknown): Column {
  const { type, value: raw } = value as { readonly type?: string; readonly value?: unknown };
  if (type === undefined || !TYPES.includes(type))
    throw new Fault(`Expected column ${name} to be of a type Table Storage has, got ${String(type)}`);
  return { type: type as ColumnType, value: inJson(type as ColumnType, raw) };
}

function inJson(type: ColumnType, raw: unknown): Column['value'] {
  if (type === 'Boolean') return raw === true || raw === 'true';
  // What is no number in JSON (NaN, Infinity) stays a text.
  if (type === 'Int32' || type === 'Double') return Number.isFinite(Number(raw)) ? Number(raw) : String(raw);
  return String(raw);
}

/** What the SDK writes as exactly that. */
export function toEntity({ partitionKey, rowKey, columns }: StoredRow) {
  const typed = Object.entries(columns).map(([name, { type, value }]) => [
    name,
    // These need no type said, and the service is told none by anybody else.
    type === 'String' || type === 'Boolean' || type === 'Int32' ? value : { type, value },
  ]);
  return { ...(Object.fromEntries(typed) as object), partitionKey, rowKey };
}
