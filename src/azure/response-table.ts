/** What the partnership does about each theme: one row a theme, the latest alone. */
import { odata, type TableClient } from '@azure/data-tables';
import type { Response } from '../domain/response';
import type { Responses } from '../ports/responses';
import { themeRow } from './keys';
import { fromData, readRows, toData, unlessConflict } from './rows';

const RESPONSES = 'response';

export function createResponses({ responses }: { readonly responses: TableClient }): Responses {
  return {
    async all() {
      const rows = await readRows(responses, odata`PartitionKey eq ${RESPONSES}`);
      return rows.map((row) => ({ ...fromData<Response>(row), version: row.etag }));
    },

    async keep(response, was) {
      const row = {
        partitionKey: RESPONSES,
        rowKey: themeRow(response.theme),
        data: toData(response, 'what is done about a theme'),
      };
      const written =
        was === undefined
          ? responses.createEntity(row)
          : responses.updateEntity(row, 'Replace', { etag: was });
      return (await unlessConflict(written)) === 'conflict' ? 'conflict' : 'kept';
    },
  };
}
