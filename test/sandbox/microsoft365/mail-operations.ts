import { z } from 'zod';
import { address, readBody } from './body-schema';
import { mailboxFor } from './administration';
import { asHtml } from './event-body';
import { PROPERTY_ID, samePropertyId } from './event-input';
import { METADATA, param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
import { postLetter } from './mailbox';
import { letterShape, matchesFilter, returnedShape, type MailItem } from './message-shape';
import { page, select, takeOnly } from './odata';
import type { Office } from './office';
import { preferences } from './preferences';

const PAGE = { usual: 10, most: 1000 };
const MESSAGE = { type: 'microsoft.graph.message' };

const recipient = z
  .object({ emailAddress: z.object({ address: z.string(), name: z.string().nullish() }).strict() })
  .strict();
const message = z
  .object({
    subject: z.string().max(255),
    body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).strict(),
    toRecipients: z.array(recipient).max(500),
    internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() }).strict()).optional(),
    singleValueExtendedProperties: z
      .array(z.object({ id: z.string().regex(PROPERTY_ID), value: z.string() }).strict())
      .optional(),
  })
  .strict();
const request = z.object({ message, saveToSentItems: z.boolean().nullish() }).strict();

/** POST /users/{id}/sendMail. The empty 202 claims to be JSON, as the real one does. */
export function sendMail(call: GraphCall, office: Office): Answer {
  mailboxFor('Mail.Send', param(call, 'user'), office);
  const { message: asked, saveToSentItems } = readBody(request, call.body, 'sendMail');
  const [to] = asked.toRecipients;
  if (!to || asked.toRecipients.some(({ emailAddress }) => !address.safeParse(emailAddress.address).success))
    throw new GraphRefusal(
      400,
      'ErrorInvalidRecipients',
      'At least one recipient is not valid., Recipient is not resolved.',
    );
  if (asked.toRecipients.length > 1 || saveToSentItems === false)
    throw new GraphRefusal(501, 'NotImplemented', 'The sandbox sends to one, and keeps what was sent.');
  const headers = asked.internetMessageHeaders ?? [];
  const [foreign] = headers.filter(({ name }) => !/^x-[\w-]+$/i.test(name));
  if (foreign)
    throw new GraphRefusal(
      400,
      'InvalidInternetMessageHeader',
      `The internet message header name '${foreign.name}' should start with 'x-' or 'X-'.`,
    );
  postLetter(
    {
      to: to.emailAddress.address,
      toName: to.emailAddress.name || to.emailAddress.address,
      subject: asked.subject,
      html: asHtml(asked.body),
      headers,
      extendedProperties: (asked.singleValueExtendedProperties ?? []).map(({ id, value }) => ({
        id: samePropertyId(id),
        value,
      })),
    },
    office,
  );
  return { status: 202, headers: { 'Content-Type': 'application/json' } };
}

/** GET /users/{id}/mailFolders/{sentitems or inbox}/messages, the newest first */
export function listMessages(call: GraphCall, office: Office): Answer {
  const organiser = mailboxFor('Mail.Read', param(call, 'user'), office);
  takeOnly(call, ['$filter', '$expand', '$select', '$top', '$skiptoken']);
  const filter = call.query.get('$filter');
  const items = folderOf(param(call, 'folder'), office).filter((item) => matchesFilter(item, filter));
  const { value, ...nextLink } = page(items.reverse(), call, PAGE);
  const { immutableIds } = preferences(call.headers);
  const shown = value.map((item) => ({
    ...select(item.shape(organiser, immutableIds), call, MESSAGE),
    ...item.expanded(call.query.get('$expand')),
  }));
  const context = `${METADATA}#users('${organiser.id}')/mailFolders('${param(call, 'folder')}')/messages`;
  return { status: 200, body: { '@odata.context': context, ...nextLink, value: shown } };
}

function folderOf(folder: string, { store }: Office): MailItem[] {
  switch (folder.toLowerCase()) {
    case 'sentitems':
      return store.state.letters.map(letterShape);
    case 'inbox':
      return store.state.returned.map(returnedShape);
    default:
      throw new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  }
}
