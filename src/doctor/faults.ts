/** What was thrown, as somebody at a console may read it: without names, addresses and tokens. */
import { reportFault } from '../fault-report';
import { GraphFault } from '../graph/fault';
import type { Advice } from './check';
import { type CheckName, graphAnswered, remedyOf, tryAgain } from './wording';

/** Why it failed, from the fault; what to do, from the wording of the check. */
export function adviceOn(name: CheckName, error: unknown): Advice {
  const remedy = remedyOf(name);
  return { why: whyOf(error), remedy: isPassing(error) ? tryAgain(remedy) : remedy };
}

function whyOf(error: unknown): string {
  if (error instanceof GraphFault && error.answer.status !== undefined)
    return graphAnswered(error.answer.status, error.answer.code ?? '');
  const { message, code, status } = reportFault(error);
  const details = [status, code].filter((each) => each !== undefined).join(' ');
  return details ? `${message} (${details})` : message;
}

/** Nothing about permissions or settings: the same may go well in a while. */
function isPassing(error: unknown): boolean {
  return error instanceof GraphFault && error.answer.passing;
}

/** The status Graph refused with; undefined for everything else that can be thrown. */
export function refusedWith(error: unknown): number | undefined {
  return error instanceof GraphFault ? error.answer.status : undefined;
}
