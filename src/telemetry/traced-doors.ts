/** Where something comes in or goes out: what people and programs ask of the server, and what is asked of Graph. */
import type { GraphWatch } from '../graph/client';
import type { ApiRoute } from '../http/api';
import type { Page } from '../http/page';
import type { Handler } from '../server';
import type { Telemetry } from './telemetry';

/** By the name of the route: paths hold tokens. */
export function tracedHandler(route: string, handler: Handler, telemetry: Telemetry): Handler {
  return (received) => click(telemetry, route, 'POST', () => handler(received));
}

export function tracedPages(pages: readonly Page[], telemetry: Telemetry): readonly Page[] {
  return pages.map((page) => ({
    ...page,
    answer: (asked) => click(telemetry, page.name, page.method.toUpperCase(), () => page.answer(asked)),
  }));
}

/** What programs ask, by the name of the operation. */
export function tracedApi(routes: readonly ApiRoute[], telemetry: Telemetry): readonly ApiRoute[] {
  return routes.map((route) => ({
    ...route,
    answer: (call) => click(telemetry, route.name, route.method.toUpperCase(), () => route.answer(call)),
  }));
}

function click<Reply extends { readonly status: number }>(
  telemetry: Telemetry,
  route: string,
  method: string,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  return telemetry.span({ kind: 'click', name: route, fields: { route, method } }, async () => {
    const reply = await answer();
    telemetry.note({ status: reply.status });
    if (reply.status >= 500) telemetry.failed();
    return reply;
  });
}

/** One span for each try. */
export function tracedGraph(telemetry: Telemetry): GraphWatch {
  return ({ operation, method, attempt }, send) =>
    telemetry.span(
      { kind: 'call', name: `graph ${method} ${operation}`, fields: { operation, method, attempt } },
      () => send((status) => telemetry.note({ status })),
    );
}
