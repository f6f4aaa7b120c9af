/** What coordinators should know at once, and that is about no request. */

/**
 * `too-many-asks`: far more links to the form were asked for within an hour than people ask for; no more are mailed in it.
 * `deliveries-parked`: what another program asked to hear of could not be told it for a day.
 * `deliveries-ownerless`: it is told nothing more, because whoever asked for it is no coordinator any more.
 */
export type Alert = 'too-many-asks' | 'deliveries-parked' | 'deliveries-ownerless';

export interface Alerts {
  /** In the coordinators' channel. `nowhere`: none has been chosen, or the bot is not welcome there any more. */
  raise(alert: Alert): Promise<'shown' | 'nowhere'>;
}
