/** Telling other programs what has come about with a request: ids and states only. */
import type { AnnounceEffect } from '../domain/announcing';
import type { RequestId } from '../domain/request';

export interface Announcement extends Omit<AnnounceEffect, 'kind'> {
  /** The same in every try, so that nothing is announced twice to anybody. */
  readonly id: string;
  readonly requestId: RequestId;
}

export interface Announcing {
  /** Leaves it for everybody who has asked to hear of such events; returns once that is safely written down. */
  announce(announcement: Announcement): Promise<void>;
}
