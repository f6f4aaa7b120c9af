/** What coordinators are told at once, and that is about no request. */
import type { Alert } from '../../ports/alerts';

export const ALERTS: Record<Alert, string> = {
  'too-many-asks':
    'Far more people than usual have asked for a link to the form on the public page within this hour, so no more are mailed until the hour is over. Somebody may be trying it out. Whoever rings you can be helped to ask in Teams, or in the next hour. Please tell your IT team.',
  'deliveries-parked':
    'A flow or another program that asked to be told about requests has not answered for a day, so it is not told any more of what waited that long. No request is held up by it, but a list or a mailbox may be missing something. Please open the tab, “Connections”, to see which one; your IT team can put it right, and then you can try again there.',
  'deliveries-ownerless':
    'A flow or another program was told about requests because a coordinator had asked for it, and that person is no coordinator any more. So it is told nothing more, and a list or a mailbox may be missing something. Please open the tab, “Connections”, to see which one. If it is still needed, a coordinator turns the flow off and on again under their own name; then end the old connection there.',
};
