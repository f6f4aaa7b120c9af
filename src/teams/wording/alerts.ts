/** What coordinators are told at once, and that is about no request. */
import type { Alert } from '../../ports/alerts';

export const ALERTS: Record<Alert, string> = {
  'too-many-asks':
    'Far more people than usual have asked for a link to the form on the public page within this hour, so no more are mailed until the hour is over. Somebody may be trying it out. Whoever rings you can be helped to ask in Teams, or in the next hour. Please tell your IT team.',
};
