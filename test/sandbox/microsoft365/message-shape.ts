import type { Message } from '@microsoft/microsoft-graph-types';
import type { SandboxPerson } from '../people';
import { asText } from './event-body';
import { samePropertyId } from './event-input';
import { GraphRefusal } from './graph-refusal';
import { changeKey } from './ids';
import { literal, QUOTED } from './odata';
import type { ExtendedProperty, ReturnedLetter, StoredLetter } from './state';

/** A message in a folder, as what is asked of it. */
export interface MailItem {
  readonly at: string;
  readonly conversationId: string;
  readonly properties: readonly ExtendedProperty[];
  shape(organiser: SandboxPerson, immutableIds: boolean): Message & { id: string };
  /** Extended properties come only when asked for by id. */
  expanded(expand: string | null): Pick<Message, 'singleValueExtendedProperties'>;
}

/** PidTagMessageClass. */
const MESSAGE_CLASS = 'String 0x001A';
const POSTMASTER = { name: 'Microsoft Outlook', address: 'postmaster@norfolk-sandbox.example' };

export function letterShape(letter: StoredLetter): MailItem {
  return mailItem(
    letter,
    [...letter.extendedProperties, { id: MESSAGE_CLASS, value: 'IPM.Note' }],
    (organiser) => ({
      from: asRecipient(organiser.name, organiser.mail),
      toRecipients: [asRecipient(letter.toName, letter.to)],
    }),
  );
}

export function returnedShape(letter: ReturnedLetter): MailItem {
  const properties = [{ id: MESSAGE_CLASS, value: 'REPORT.IPM.Note.NDR' }];
  return mailItem(letter, properties, (organiser) => ({
    from: asRecipient(POSTMASTER.name, POSTMASTER.address),
    toRecipients: [asRecipient(organiser.name, organiser.mail)],
  }));
}

function mailItem(
  item: ReturnedLetter,
  properties: readonly ExtendedProperty[],
  between: (organiser: SandboxPerson) => Pick<Message, 'from' | 'toRecipients'>,
): MailItem {
  return {
    at: item.at,
    conversationId: item.conversationId,
    properties,
    shape: (organiser, immutableIds) => ({
      id: immutableIds ? item.immutableId : item.id,
      changeKey: changeKey(item.id, 1),
      createdDateTime: item.at,
      lastModifiedDateTime: item.at,
      receivedDateTime: item.at,
      sentDateTime: item.at,
      conversationId: item.conversationId,
      subject: item.subject,
      bodyPreview: asText(item.html).slice(0, 255),
      body: { contentType: 'html', content: item.html },
      isDraft: false,
      ...between(organiser),
    }),
    expanded(expand) {
      if (expand === null) return {};
      const [, quoted] = EXPAND.exec(expand.trim()) ?? [];
      if (quoted === undefined)
        throw new GraphRefusal(
          400,
          'ErrorInvalidUrlQuery',
          `The query option '$expand=${expand}' is not supported.`,
        );
      const found = properties.filter(({ id }) => id === samePropertyId(literal(quoted)));
      return found.length > 0 ? { singleValueExtendedProperties: found } : {};
    },
  };
}

function asRecipient(name: string, address: string) {
  return { emailAddress: { name, address } };
}

const EXPAND = new RegExp(`^singleValueExtendedProperties\\(\\$filter=id eq (${QUOTED})\\)$`, 'i');
const SINCE = /^receivedDateTime ge (\S+)/i;
const OF_CONVERSATION = new RegExp(`^conversationId eq (${QUOTED})`, 'i');
const BY_PROPERTY = new RegExp(
  `^singleValueExtendedProperties/any\\((\\w+): *\\1/id eq (${QUOTED}) and \\1/value eq (${QUOTED})\\)`,
  'i',
);

/** Whether all the conditions of a filter hold, joined by `and`; any other filter is refused. */
export function matchesFilter(item: MailItem, filter: string | null): boolean {
  let left = filter?.trim() ?? '';
  let matches = true;
  while (left !== '') {
    const { length, holds } = firstCondition(left, item);
    matches &&= holds;
    left = left.slice(length);
    if (left === '') break;
    if (!/^ and \S/.test(left)) throw invalidFilter();
    left = left.slice(' and '.length);
  }
  return matches;
}

function firstCondition(filter: string, item: MailItem): { length: number; holds: boolean } {
  const since = SINCE.exec(filter);
  if (since) {
    if (Number.isNaN(Date.parse(since[1]!))) throw invalidFilter();
    return { length: since[0].length, holds: Date.parse(item.at) >= Date.parse(since[1]!) };
  }
  const ofConversation = OF_CONVERSATION.exec(filter);
  if (ofConversation)
    return { length: ofConversation[0].length, holds: item.conversationId === literal(ofConversation[1]!) };
  const byProperty = BY_PROPERTY.exec(filter);
  if (!byProperty) throw invalidFilter();
  const [whole, , id, value] = byProperty;
  const wanted = { id: samePropertyId(literal(id!)), value: literal(value!) };
  const holds = item.properties.some((one) => one.id === wanted.id && one.value === wanted.value);
  return { length: whole.length, holds };
}

function invalidFilter(): GraphRefusal {
  return new GraphRefusal(
    400,
    'ErrorInvalidUrlQueryFilter',
    'The query filter contains one or more invalid nodes.',
  );
}
