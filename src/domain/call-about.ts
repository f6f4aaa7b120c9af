/** What a call is about where the state of the request alone does not tell. */
export type CallAbout =
  | 'facilitator-missing'
  | 'proposal'
  | 'proposal-agreed'
  | 'proposal-left'
  | 'time-kept'
  | 'cannot-come'
  | 'arrangements'
  | 'poll'
  | 'record';
