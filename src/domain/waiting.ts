/** What is kept, watched and said of a request that waits for a decision, so that nothing waits unseen. */
import type { LocalDate } from './calendar';
import type { Instant } from './intervals';
import type { Request } from './request';

/** Whom a wait that has been too long was brought before; the lead after the coordinators. */
export type Raised = 'coordinators' | 'lead';

/** The requester has been asked for other dates. */
export interface DatesAsked {
  /** Also the name of the question: an answer to an earlier one is stale. */
  readonly at: Instant;
  readonly answerBy: Instant;
  /** `no-time`: no time fits, so that it is the requester's turn. `dates-near`: NSCP can still decide, but not for long. */
  readonly why: 'no-time' | 'dates-near';
}

/** Work for later, while a request waits. Each names the wait it belongs to, so that it is dropped when that is over. */
export type WaitEffect =
  | { readonly kind: 'raise'; readonly to: Raised; readonly due: Instant; readonly at: Instant }
  | { readonly kind: 'watch-dates'; readonly latest: LocalDate; readonly at: Instant }
  | { readonly kind: 'remind-dates'; readonly asked: Instant; readonly at: Instant }
  | { readonly kind: 'end-dates-wait'; readonly asked: Instant; readonly at: Instant };

/** What has come about when that moment is there. */
export type WaitOutcome =
  | { readonly kind: 'overdue'; readonly to: Raised; readonly due: Instant }
  | { readonly kind: 'dates-near'; readonly latest: LocalDate }
  | { readonly kind: 'dates-half-time'; readonly asked: Instant }
  | { readonly kind: 'dates-time-over'; readonly asked: Instant };

/** Nothing has to be asked of anybody: that its moment has come is all there is to an effect of waiting. */
export function whenItComes(effect: WaitEffect): WaitOutcome {
  switch (effect.kind) {
    case 'raise':
      return { kind: 'overdue', to: effect.to, due: effect.due };
    case 'watch-dates':
      return { kind: 'dates-near', latest: effect.latest };
    case 'remind-dates':
      return { kind: 'dates-half-time', asked: effect.asked };
    case 'end-dates-wait':
      return { kind: 'dates-time-over', asked: effect.asked };
  }
}

/** Whether the wait an effect belongs to is over. */
export function isWaitOver(effect: WaitEffect, request: Request): boolean {
  if (request.state !== 'submitted') return true;
  switch (effect.kind) {
    case 'raise':
      return request.answerDueAt !== effect.due;
    case 'watch-dates':
      return request.ask.latest !== effect.latest;
    case 'remind-dates':
    case 'end-dates-wait':
      return request.datesAsked?.at !== effect.asked;
  }
}

/** Whose turn it is: the requester's once no time fits what they asked for; otherwise it waits on NSCP. */
export function waitsOnRequester(request: Request): boolean {
  return request.state === 'submitted' && request.datesAsked?.why === 'no-time';
}
