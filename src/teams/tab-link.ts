/** Where a card leads to a page of the coordinators' tab: inside Teams, because that is where they are signed in. */
import type { RequestId } from '../domain/request';

export interface TabAddress {
  /** Absent only where there is no Teams: then the page is opened as it is. */
  readonly teamsAppId?: string;
  readonly publicUrl?: string;
}

/** The name of the tab in the app's manifest. */
export const TAB_ENTITY = 'coordination';

/**
 * The address of a request's page; undefined where nothing is known to lead there. A deep link says which part of the tab is
 * meant (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application).
 */
export function tabLink({ teamsAppId, publicUrl }: TabAddress): ((id: RequestId) => string) | undefined {
  if (teamsAppId !== undefined) {
    const tab = `https://teams.microsoft.com/l/entity/${teamsAppId}/${TAB_ENTITY}`;
    return (id) => {
      const context = encodeURIComponent(JSON.stringify({ subEntityId: `requests/${id}` }));
      return `${tab}?context=${context}`;
    };
  }
  if (publicUrl === undefined) return undefined;
  return (id) => `${publicUrl}/tab/requests/${id}`;
}
