/** Conversation references, by person and for the coordination channel. */
import type { TableClient } from '@azure/data-tables';
import type { Conversations } from '../ports';
import { personKey } from './keys';
import { fromData, readRow, toData, unlessConflict } from './rows';

/** There is one coordination channel; choosing another replaces it. */
const CHANNEL = { partitionKey: 'channel', rowKey: 'coordination' };

interface Key {
  readonly partitionKey: string;
  readonly rowKey: string;
}

export function createConversations({
  conversations,
}: {
  readonly conversations: TableClient;
}): Conversations {
  return {
    ofPerson: (id) => find(ofPerson(id)),
    keepPerson: (id, reference) => keep(ofPerson(id), reference),
    async forgetPerson(id, reference) {
      const { partitionKey, rowKey } = ofPerson(id);
      const row = await readRow(conversations, partitionKey, rowKey);
      if (!row || fromData<{ reference: string }>(row).reference !== reference) return;
      await unlessConflict(conversations.deleteEntity(partitionKey, rowKey, { etag: row.etag }));
    },
    channel: () => find(CHANNEL),
    keepChannel: (reference) => keep(CHANNEL, reference),
  };

  async function find({ partitionKey, rowKey }: Key): Promise<string | undefined> {
    const row = await readRow(conversations, partitionKey, rowKey);
    return row && fromData<{ reference: string }>(row).reference;
  }

  async function keep(key: Key, reference: string): Promise<void> {
    const data = toData({ reference }, 'a conversation reference');
    await conversations.upsertEntity({ ...key, data }, 'Replace');
  }
}

function ofPerson(id: string): Key {
  return { partitionKey: 'person', rowKey: personKey(id) };
}
