/** A letter as it is put into Graph, and by what it is found again among what was sent. */
import type { Message } from '@microsoft/microsoft-graph-types';
import { isMail } from '../domain/mail-address';
import { Fault } from '../ports';
import type { Letter } from '../ports/mail';
import { literal, query } from './odata';

/** Our own named property; Exchange tells names apart by case, so it must stay exactly this. */
const LETTER_PROPERTY = 'String {b2f1b3d4-6a0e-4c55-9d0f-7c1f0c8a4e21} Name JagsLetter';
/** PidTagMessageClass, as MS-OXPROPS numbers it. */
const MESSAGE_CLASS = 'String 0x001A';
/** What Exchange puts into the inbox when a letter could not be delivered. */
const UNDELIVERABLE = 'REPORT.IPM.Note.NDR';
const LETTER_KEY = /^[A-Za-z0-9/._-]{1,200}$/;
const LETTER_ITSELF = `singleValueExtendedProperties($filter=id eq ${literal(LETTER_PROPERTY)})`;
const MOST_AT_ONCE = '50';

/**
 * As JSON with HTML alone, and not as MIME with both kinds of text: JSON carries our property, without which a letter could
 * not be found again, and MIME cannot (its headers cannot be filtered by, and Exchange may give it another Message-ID). For
 * recipients outside, Exchange itself adds plain text made from the HTML, so the HTML has to read well without its looks.
 * https://learn.microsoft.com/graph/outlook-send-mime-message
 */
export function messageOf({ key, to, subject, html }: Letter): Message {
  const address = to.mail.trim();
  if (!isMail(address))
    throw new Fault('Expected an address that can be mailed, got another', { permanent: true });
  return {
    subject: onOneLine(subject),
    body: { contentType: 'html', content: html },
    toRecipients: [{ emailAddress: { name: onOneLine(to.name), address } }],
    // No out-of-office answers to a mailbox nobody reads. https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxcmail
    internetMessageHeaders: [{ name: 'x-auto-response-suppress', value: 'OOF, AutoReply' }],
    singleValueExtendedProperties: [{ id: LETTER_PROPERTY, value: letterKey(key) }],
  };
}

/** Query for sent letters of a key, with the property itself so that the answer can be checked. */
export function lettersOfKey(key: string): string {
  return query({
    $filter: hasProperty(LETTER_PROPERTY, letterKey(key)),
    $expand: LETTER_ITSELF,
    $select: 'id',
    $top: '5',
  });
}

/** Query for what was sent in one conversation. */
export function lettersOfConversation(conversationId: string): string {
  return query({
    $filter: `conversationId eq ${literal(conversationId)}`,
    $expand: LETTER_ITSELF,
    $select: 'id',
    $top: MOST_AT_ONCE,
  });
}

/** Query for what came back as undeliverable since then (ISO time). */
export function undeliverableSince(since: string): string {
  return query({
    $filter: `receivedDateTime ge ${since} and ${hasProperty(MESSAGE_CLASS, UNDELIVERABLE)}`,
    $select: 'id,conversationId,receivedDateTime',
    $top: MOST_AT_ONCE,
  });
}

/** Which letter a sent message is; undefined for what else goes out of the mailbox. */
export function keyOf(message: Message): string | undefined {
  return message.singleValueExtendedProperties?.find(({ id }) => id === LETTER_PROPERTY)?.value ?? undefined;
}

function hasProperty(id: string, value: string): string {
  return `singleValueExtendedProperties/any(ep: ep/id eq ${literal(id)} and ep/value eq ${literal(value)})`;
}

function letterKey(key: string): string {
  if (LETTER_KEY.test(key)) return key;
  throw new Fault(
    'Expected up to 200 letters, digits and / - _ . as the key of a letter, got something else',
    {
      permanent: true,
    },
  );
}

/** Whatever a mail program might take for the end of a header becomes a space. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
