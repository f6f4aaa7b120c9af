/** What programs have submitted, so that the same call made twice is one request, and each may follow its own. */
import type { RequestId } from '../domain/request';

/** One submission, under the key its caller gave it. Nothing of what was submitted but a hash. */
export interface KeptCall {
  readonly bodyHash: string;
  readonly requestId: RequestId;
}

/** `caller` and `key` are stored as hashes only. */
export interface Calls {
  find(caller: string, key: string): Promise<KeptCall | undefined>;
  /** Before the request is saved: kept without one it is harmless. `conflict`: kept under that key already. */
  keep(caller: string, key: string, kept: KeptCall): Promise<'kept' | 'conflict'>;
  /** Gives a key up that no request was made for. */
  drop(caller: string, key: string, kept: KeptCall): Promise<void>;
  /** Whether that caller submitted the request. */
  hasSubmitted(caller: string, id: RequestId): Promise<boolean>;
}
