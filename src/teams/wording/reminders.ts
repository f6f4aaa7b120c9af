/** What whoever facilitates a session is reminded of. Nothing of the case: it shows up on lock screens. */
export const REMINDER = {
  title: 'Your JAGS session',
  facilitates: 'You facilitate this session.',
  observes: 'You observe this session.',
  prompts: 'To open and to close with',
} as const;
