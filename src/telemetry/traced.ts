/** The program's own parts with spans around what they do: put in between where the program is put together. */
import type { LogFields } from '../log-fields';
import type { Around } from '../performing/lane-runner';
import type { Effects, Performed } from '../performing/effects';
import type { Requests } from '../ports';
import type { Workflow } from '../workflow';
import type { Telemetry } from './telemetry';

/** Each command, with what became of it. */
export function tracedWorkflow(workflow: Workflow, telemetry: Telemetry): Workflow {
  return {
    note: (attempt) => workflow.note(attempt),
    handle(command, along) {
      const { kind, requestId } = command;
      const fields = { requestId, command: kind };
      return telemetry.span({ kind: 'step', name: `command ${kind}`, fields }, async () => {
        let outcome = 'fault';
        try {
          const handled = await workflow.handle(command, along);
          outcome = handled.accepted ? 'accepted' : handled.refusal.refused;
          telemetry.note({ outcome, state: handled.request?.state });
          return handled;
        } finally {
          telemetry.count('jags.commands', { kind, outcome });
        }
      });
    },
  };
}

/** Effects are saved with what they follow from. */
export function tracedRequests(requests: Requests, telemetry: Telemetry): Requests {
  return {
    ...requests,
    save(save) {
      const trace = telemetry.traceparent();
      return requests.save(trace === undefined ? save : { ...save, trace });
    },
  };
}

/**
 * An effect performed as soon as it can be is part of the trace it was saved in: Application Insights shows a trace from
 * end to end only where all of it has one operation id. One that waited for a moment of its own, hours or weeks later, or
 * was parked, begins a trace with a link to that one: otherwise a request would be a single trace as long as its life.
 */
export function tracedSteps(telemetry: Telemetry): Around {
  return (requestId, { effect, lane, tries, trace, dueAt, parked }, step) =>
    telemetry.span(
      {
        kind: 'step',
        name: `effect ${effect.kind}`,
        fields: { requestId, kind: effect.kind, lane, tries },
        after: {
          sameTrace: dueAt === undefined && parked === undefined,
          ...(trace !== undefined && { traceparent: trace }),
        },
      },
      step,
    );
}

/** What came of each try, and how long it took. */
export function measuredEffects(effects: Effects, telemetry: Telemetry): Effects {
  return {
    giveUp: (...given) => effects.giveUp(...given),
    async perform(request, effect, key) {
      const begun = performance.now();
      let outcome = 'fault';
      try {
        const performed = await effects.perform(request, effect, key);
        outcome = outcomeOf(performed);
        return performed;
      } catch (error) {
        telemetry.failed(error);
        throw error;
      } finally {
        telemetry.note({ outcome });
        const fields: LogFields = { kind: effect.kind, outcome };
        telemetry.record('jags.effect.duration_ms', performance.now() - begun, fields);
      }
    },
  };
}

function outcomeOf(performed: Performed): string {
  if ('outcome' in performed) return 'reported';
  return 'again' in performed ? 'again' : 'done';
}
