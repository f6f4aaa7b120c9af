/** What coordinators should know at once, and that is about no request. */

/** `too-many-asks`: far more links to the form were asked for within an hour than people ask for; no more are mailed in it. */
export type Alert = 'too-many-asks';

export interface Alerts {
  /** In the coordinators' channel. `nowhere`: none has been chosen, or the bot is not welcome there any more. */
  raise(alert: Alert): Promise<'shown' | 'nowhere'>;
}
