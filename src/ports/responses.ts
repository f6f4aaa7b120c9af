/** What the partnership does about each theme; see ports.ts. */
import type { Response } from '../domain/response';
import type { Version } from '../ports';

export interface KeptResponse extends Response {
  readonly version: Version;
}

export interface Responses {
  /** The latest of each theme, those taken back among them. */
  all(): Promise<readonly KeptResponse[]>;
  /** In place of the one that was read (`was` absent: there was none); `conflict` when somebody wrote in between. */
  keep(response: Response, was: Version | undefined): Promise<'kept' | 'conflict'>;
}
