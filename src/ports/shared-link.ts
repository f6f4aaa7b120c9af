/** The link to evaluate a session that its facilitator shows to everybody there; see ports.ts. */
import type { Instant } from '../domain/intervals';
import type { Request } from '../domain/request';

export type SharedLinkShown =
  | { readonly is: 'shown'; readonly link: string }
  /** It can be shown from then on. */
  | { readonly is: 'not-yet'; readonly from: Instant }
  /** The session is not arranged, or nobody can evaluate it any more. */
  | { readonly is: 'over' };

export interface SharedLink {
  /** Opens the evaluation, where it is not open yet. Whether they may is for whoever asks to know. */
  show(request: Request): Promise<SharedLinkShown>;
}
