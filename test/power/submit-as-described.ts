/** Submits the description's own example, with whatever a test wants otherwise, and holds each answer against the description. */
import type { Answer, ApiOffice } from './api-office';
import { exampleBody, operation, wrongWith } from './described';

/** Undefined takes a field out. */
export function example(over: Record<string, unknown> = {}): Record<string, unknown> {
  const body = { ...exampleBody(operation('SubmitRequest')), ...over };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

export async function submitTo(
  office: ApiOffice,
  over: Record<string, unknown> = {},
  { key = 'response-1', token = office.token } = {},
): Promise<Answer> {
  const answer = await office.call({
    ...{ method: 'POST', path: '/requests', token, headers: { 'idempotency-key': key } },
    body: JSON.stringify(example(over)),
  });
  expect(wrongWith(operation('SubmitRequest'), answer)).toEqual([]);
  return answer;
}
