/** Every operation of the API, as a table of contents. What each takes and answers, the description says. */
import type { ApiFaults, ApiRoute } from '../http/api';
import { type AnsweringNeeds, createRoute } from './answering';
import { listChoices } from './choices';
import { BASE_PATH, DESCRIPTION } from './description';
import { type FiguresNeeds, monitoringOperations } from './figures';
import { faultProblem } from './problems';
import { getRequest, type ReadingNeeds, withdrawRequest } from './reading';
import { listSessions, type SessionsNeeds } from './sessions';
import { submitRequest, type SubmittingNeeds } from './submitting';
import { subscribeToEvents, type SubscribingNeeds, unsubscribeFromEvents } from './subscriptions-api';

export type ApiNeeds = AnsweringNeeds &
  SubmittingNeeds &
  ReadingNeeds &
  SessionsNeeds &
  FiguresNeeds &
  SubscribingNeeds;

/** For everybody who wants to write a client; the connector has a copy of its own. */
export const DESCRIPTION_PATH = `${BASE_PATH}/openapi.json`;

export function createApi(needs: ApiNeeds): readonly ApiRoute[] {
  const operations = [
    submitRequest(needs),
    getRequest(needs),
    withdrawRequest(needs),
    listSessions(needs),
    listChoices(needs),
    ...monitoringOperations(needs),
    subscribeToEvents(needs),
    unsubscribeFromEvents(needs),
  ];
  return [
    ...operations.map((operation) => createRoute(needs, operation)),
    {
      name: 'api-description',
      method: 'get',
      path: DESCRIPTION_PATH,
      answer: () => Promise.resolve({ status: 200, body: DESCRIPTION }),
    },
  ];
}

export const apiFaults: ApiFaults = { under: [BASE_PATH], answer: faultProblem };
