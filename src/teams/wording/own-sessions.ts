/** The list of the sessions somebody takes part in. */
export const SESSIONS = {
  askedBy: 'Asked for by',
  none: 'No session that you take part in is booked. Once one is, you get an invitation in Outlook.',
} as const;

export function sessionsInWords(sessions: number, most: number): string {
  if (sessions === 0) return SESSIONS.none;
  if (sessions === 1) return 'You take part in one.';
  return sessions > most
    ? `You take part in ${sessions}. These are the next ${most}.`
    : `You take part in ${sessions}, the next first.`;
}
