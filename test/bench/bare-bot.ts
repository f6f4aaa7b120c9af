/** The least a botbuilder bot can do: take an invoke in, make the same raw calls to Azure Storage, answer. */
import { type TableEntity, TableClient, type TransactionAction } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Response,
} from 'botbuilder';

/** Rows as our bot left them in a request's partition. */
export type Rows = readonly TableEntity[];

export interface BareBot {
  receive(activity: object, calls: () => Promise<void>): Promise<void>;
  readonly storage: BareStorage;
}

const ANSWER = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done' };

export async function startBareBot(needs: {
  readonly connectionString: string;
  readonly prefix: string;
}): Promise<BareBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  return {
    storage: await openBareStorage(needs),
    async receive(body, calls) {
      let status = 0;
      const response: Response = {
        socket: undefined,
        status: (code: number) => void (status = code),
        header: () => undefined,
        send: () => undefined,
        end: () => undefined,
      };
      await adapter.process({ method: 'POST', headers: {}, body: { ...body } }, response, async (turn) => {
        await calls();
        await turn.sendActivity({
          type: ActivityTypes.InvokeResponse,
          value: { status: 200, body: ANSWER },
        });
      });
      if (status !== 200) throw new Error(`Expected the bare bot to answer with 200, got ${status}`);
    },
  };
}

type BareStorage = Awaited<ReturnType<typeof openBareStorage>>;

/** The SDK's clients as they come, and calls without anything around them. */
async function openBareStorage({
  connectionString,
  prefix,
}: {
  readonly connectionString: string;
  readonly prefix: string;
}) {
  const insecure = { allowInsecureConnection: true };
  const table = TableClient.fromConnectionString(connectionString, `${prefix}Requests`, insecure);
  const index = TableClient.fromConnectionString(connectionString, `${prefix}Index`, insecure);
  const queue = new QueueClient(connectionString, `${prefix}-wake-ups`);
  await Promise.all([table.createTable(), index.createTable(), queue.createIfNotExists()]);

  return {
    async put(partitionKey: string, rows: Rows): Promise<void> {
      for (const row of rows) await table.createEntity({ ...row, partitionKey });
    },
    /** One point read, one queue message, one transaction. */
    async change(partitionKey: string, [first, ...others]: Rows): Promise<void> {
      const { etag } = await table.getEntity(partitionKey, first!.rowKey);
      await send(partitionKey);
      await table.submitTransaction([
        ['update', { ...first!, partitionKey }, 'Replace', { etag }],
        ...creates(partitionKey, others),
      ]);
    },
    /** A queue message and two index rows at once, then one transaction. */
    async enter(partitionKey: string, rows: Rows): Promise<void> {
      const listed = ['open', 'person'].map((list) => ({ partitionKey: list, rowKey: partitionKey }));
      await Promise.all([send(partitionKey), ...listed.map((row) => index.upsertEntity(row, 'Replace'))]);
      await table.submitTransaction(creates(partitionKey, rows));
    },
    /** What one decision of our bot wrote: everything in the request's partition, the request itself first. */
    async rowsOf(tableName: string, partitionKey: string): Promise<Rows> {
      const theirs = TableClient.fromConnectionString(connectionString, tableName, insecure);
      const rows: TableEntity[] = [];
      const queryOptions = { filter: `PartitionKey eq '${partitionKey}'` };
      for await (const { etag, timestamp, ...row } of theirs.listEntities({ queryOptions }))
        rows.push(row as TableEntity);
      const isRequest = ({ rowKey }: TableEntity): boolean => rowKey === 'request';
      return [...rows.filter(isRequest), ...rows.filter((row) => !isRequest(row))];
    },
  };

  async function send(requestId: string): Promise<void> {
    const forEver = -1;
    await queue.sendMessage(JSON.stringify({ requestId }), {
      visibilityTimeout: 1,
      messageTimeToLive: forEver,
    });
  }
}

function creates(partitionKey: string, rows: Rows): TransactionAction[] {
  return rows.map((row) => ['create', { ...row, partitionKey }]);
}
