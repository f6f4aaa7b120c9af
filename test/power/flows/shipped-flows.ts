/**
 * Both flows as they are shipped, turned on against an API: what a story needs is its address and a token. Nothing of them
 * is put differently for a test but the values an administrator gives.
 */
import { join } from 'node:path';
import { FOLDER } from './a-response';
import { createCustomConnector, type Description } from './custom-connector';
import { flowFrom, type FlowDefinition, workflowText } from './definition';
import { type FlowThatIsOn, turnOn, turnOnWebhook } from './flow-engine';
import type { Json } from './functions';
import {
  createForms,
  createOutlook,
  createSharePoint,
  type Forms,
  type Outlook,
  type SharePoint,
} from './microsoft-connectors';
import type { Waiting } from './retrying';
import description from '../../../infra/power-platform/connector/apiDefinition.swagger.json';

export const FORM_ID = 'DQSIkWdsW0yxEjajBLZtrQAAAAAAAAAAAAMAAExample';
export const COORDINATION = 'coordination@jags.example.org';
export const SAFETY = 'In immediate danger call 999. Otherwise call CADS.';
export const NOTICES = 'jags-notices@norfolk.example.org';
export const REQUEST_ADDRESS = 'https://jags.example.org/tab/requests/REQUEST_ID';
const SITE = 'https://norfolk.example.org/sites/jags';
const LIST = 'JAGS sessions';
/** As the guide beside the flows has them made. */
export const COLUMNS = ['Title', 'RequestId', 'State', 'Ended', 'HappenedAt', 'Link'];

/** What stands for the connector's name until `npm run package` fills it in. */
const CONNECTOR = 'shared_jags';

export interface ShippedNeeds {
  /** Where the API is, without a path: `http://127.0.0.1:…`. */
  readonly baseUrl: string;
  /** Of whoever made the connection. */
  readonly token: () => Promise<string>;
  readonly wait?: Waiting;
  /** See `CustomConnectorNeeds`. */
  readonly alsoJson?: RegExp;
}

export function shippedFlow(folder: 'form-to-request' | 'booked-to-notice'): FlowDefinition {
  const text = workflowText(join(FOLDER, 'flows', folder));
  return flowFrom(text.replaceAll('${{CONNECTOR_NAME}}', CONNECTOR));
}

/** What an administrator edits: which question answers what, and what the words of an option mean. */
export interface Mapping {
  readonly answers: Readonly<Record<string, string>>;
  readonly people: readonly Readonly<Record<string, string>>[];
  readonly codes: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

function withMapping(flow: FlowDefinition, edit: (mapping: Mapping) => Mapping): FlowDefinition {
  const { Mapping: action } = flow.actions;
  const inputs = edit(action!.inputs as unknown as Mapping) as unknown as Json;
  return { ...flow, actions: { ...flow.actions, Mapping: { ...action!, inputs } } };
}

function connectorFor(needs: ShippedNeeds) {
  // The compiler reads the JSON as it is now; the connector reads it as any description.
  return createCustomConnector({ ...needs, description: description as unknown as Description });
}

export interface FormToRequest {
  readonly flow: FlowThatIsOn;
  readonly forms: Forms;
  readonly outlook: Outlook;
  /** Forms tells the flow of the responses with these ids. */
  readonly tell: (...responses: readonly number[]) => Promise<void>;
}

/** @param edit brings the flow in line with a Form of other questions; as shipped when absent */
export async function turnOnFormToRequest(
  needs: ShippedNeeds,
  edit: (mapping: Mapping) => Mapping = (mapping) => mapping,
): Promise<FormToRequest> {
  const forms = createForms(FORM_ID);
  const outlook = createOutlook();
  const flow = await turnOn(withMapping(shippedFlow('form-to-request'), edit), {
    variables: {
      jags_FormId: FORM_ID,
      jags_CoordinationMailbox: COORDINATION,
      jags_PublicUrl: 'https://jags.example.org',
      jags_SafetyLine: SAFETY,
    },
    connectors: {
      shared_microsoftforms: forms,
      shared_office365: outlook,
      [CONNECTOR]: connectorFor(needs),
    },
    ...(needs.wait && { wait: needs.wait }),
  });
  return {
    flow,
    forms,
    outlook,
    tell: (...responses) =>
      flow.trigger({ value: responses.map((responseId) => ({ resourceData: { responseId } })) }),
  };
}

export interface BookedToNotice {
  readonly flow: FlowThatIsOn;
  readonly outlook: Outlook;
  readonly sharePoint: SharePoint;
}

/** Subscribes at the API; `flow.turnOff()` ends that. @param callbackBase see `WebhookNeeds` */
export async function turnOnBookedToNotice(
  needs: ShippedNeeds & { readonly noticeTo: string; readonly callbackBase?: string },
): Promise<BookedToNotice> {
  const outlook = createOutlook();
  const sharePoint = createSharePoint(SITE, LIST, COLUMNS);
  const events = connectorFor(needs);
  const flow = await turnOnWebhook(shippedFlow('booked-to-notice'), {
    variables: {
      jags_NoticeTo: needs.noticeTo,
      jags_NoticeMailbox: NOTICES,
      jags_NoticeSite: SITE,
      jags_NoticeList: LIST,
      jags_RequestAddress: REQUEST_ADDRESS,
    },
    connectors: { [CONNECTOR]: events, shared_office365: outlook, shared_sharepointonline: sharePoint },
    events,
    ...(needs.wait && { wait: needs.wait }),
    ...(needs.callbackBase !== undefined && { callbackBase: needs.callbackBase }),
  });
  return { flow, outlook, sharePoint };
}
