/** What stands where a card was whose request has been erased. */
export const ERASED =
  'What was here has been erased: this service keeps nothing of a request that ended long ago.';
