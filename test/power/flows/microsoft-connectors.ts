/** Microsoft's own connectors, as far as the flows use them, with what they keep: responses, mails, rows. */
import type { Connector } from './run';
import { type Json, NotSupported, textOf } from './functions';
import type { Answer } from './retrying';

type Operation = (given: Record<string, Json>) => Answer;

interface Offered {
  readonly required: readonly string[];
  readonly run: Operation;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly importance: string;
}

export interface Outlook extends Connector {
  readonly sent: readonly Mail[];
}

export interface Forms extends Connector {
  /** @param answers by the ids of the questions. Returns the response's id, 1 for the first, as Forms counts. */
  respond(answers: Record<string, string>, responder?: string): number;
}

export type Row = Readonly<Record<string, Json>>;

export interface SharePoint extends Connector {
  readonly rows: readonly Row[];
  /** As long as it is, every call is refused. */
  refusing: boolean;
}

/** Sends to whatever is an address; the service refuses the rest (400). */
export function createOutlook(): Outlook {
  const sent: Mail[] = [];
  const email = ['To', 'Subject', 'Body', 'Importance'].map((name) => `emailMessage/${name}`);
  return {
    sent,
    ...offering({
      SendEmailV2: {
        required: email,
        run: (given) => {
          const [to, subject, body, importance] = email.map((name) => textOf(given[name] ?? null));
          if (!/^[^@\s]+@[^@\s]+$/.test(to!)) return answer(400, { message: 'The recipient is not valid.' });
          sent.push({ to: to!, subject: subject!, body: body!, importance: importance! });
          return answer(200, null);
        },
      },
    }),
  };
}

export function createForms(formId: string, submitDate = '11/26/2026 9:00:00 AM'): Forms {
  const responses: Json[] = [];
  return {
    respond(answers, responder = 'anonymous') {
      return responses.push({ responder, submitDate, ...answers });
    },
    ...offering({
      // The trigger: from now on it would be told of responses.
      CreateFormWebhook: {
        required: ['form_id'],
        run: (given) =>
          given['form_id'] === formId ? answer(200, null) : answer(404, { message: 'No such form.' }),
      },
      GetFormResponseById: {
        required: ['form_id', 'response_id'],
        run: (given) => {
          const found = given['form_id'] === formId ? responses[Number(given['response_id']) - 1] : undefined;
          return found === undefined ? answer(404, { message: 'No such response.' }) : answer(200, found);
        },
      },
    }),
  };
}

/** The columns are those the README tells to make. */
export function createSharePoint(site: string, list: string, columns: readonly string[]): SharePoint {
  const rows: Row[] = [];
  const fields = columns.map((column) => `item/${column}`);
  const place = ['dataset', 'table'];
  const values = (given: Record<string, Json>): Row =>
    Object.fromEntries(columns.map((column) => [column, given[`item/${column}`] ?? null]));
  const inPlace =
    (run: Operation): Operation =>
    (given) => {
      if (sharePoint.refusing) return answer(403, { message: 'Access denied.' });
      const isThere = given['dataset'] === site && given['table'] === list;
      return isThere ? run(given) : answer(404, { message: 'No such list.' });
    };
  const sharePoint: SharePoint = {
    rows,
    refusing: false,
    ...offering({
      GetItems: {
        required: [...place, '$filter', '$top'],
        run: inPlace(({ $filter, $top }) => {
          const [, column, value] = /^(\w+) eq '([^']*)'$/.exec(textOf($filter ?? null)) ?? [];
          if (column === undefined)
            throw new NotSupported(`Expected a filter by one column, got ${textOf($filter ?? null)}`);
          return answer(200, { value: rows.filter((row) => row[column] === value).slice(0, Number($top)) });
        }),
      },
      PostItem: {
        required: [...place, ...fields],
        run: inPlace((given) => {
          const row = { ID: rows.length + 1, ...values(given) };
          rows.push(row);
          return answer(201, row);
        }),
      },
      PatchItem: {
        required: [...place, 'id', ...fields],
        run: inPlace((given) => {
          const at = rows.findIndex(({ ID }) => ID === given['id']);
          if (at < 0) return answer(404, { message: 'No such item.' });
          rows[at] = { ID: given['id']!, ...values(given) };
          return answer(200, rows[at]);
        }),
      },
    }),
  };
  return sharePoint;
}

function offering(operations: Readonly<Record<string, Offered>>): Connector {
  return {
    call(operationId, given) {
      const operation = operations[operationId];
      if (!operation) throw new NotSupported(`Expected an operation of the connector, got ${operationId}`);
      const { required, run } = operation;
      const wrong = [
        ...required.filter((name) => !Object.hasOwn(given, name)),
        ...Object.keys(given).filter((name) => !required.includes(name)),
      ];
      if (wrong.length > 0)
        throw new NotSupported(
          `Expected ${operationId} to be given ${required.join(', ')}, got wrong: ${wrong.join(', ')}`,
        );
      return Promise.resolve(run(given));
    },
  };
}

function answer(statusCode: number, body: Json): Answer {
  return { statusCode, headers: {}, body };
}
