/**
 * Keeps a reflective space from being recorded (domain.md, harm 3) and outsiders in the lobby until somebody who is there
 * lets them in. Everything is read back; what is not as wanted is the facilitator's opening check.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { MeetingParticipantInfo, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import type { PersonId } from '../domain/people';
import type { FacilitatorRef } from '../domain/match';
import type { OpeningCheck } from '../domain/request';
import type { Graph } from './client';
import { GraphFault } from './fault';
import { literal, path, query } from './odata';
import type { GraphLog } from './retry';

export interface MeetingOptions {
  /** Sets the options and returns those that are not as wanted. Throws only when trying again can help. */
  secure(joinUrl: string, facilitator: FacilitatorRef): Promise<OpeningCheck[]>;
  /** Those that are not as wanted now, and changes nothing. */
  stand(joinUrl: string, facilitator: FacilitatorRef): Promise<OpeningCheck[]>;
  /** Sets every option that names nobody, and returns those that did not stay so; `not-found` where there is no such meeting. */
  tryOut(joinUrl: string): Promise<OpeningCheck[] | 'not-found'>;
}

interface Needs {
  readonly graph: Graph;
  readonly organiser: PersonId;
  readonly log: GraphLog | undefined;
  readonly rereads: { readonly times: number; readonly waitMs: number };
}

/** Without it the lobby scope `invited` and the role `coorganizer` read back as `unknownFutureValue`. */
const ALL_ENUM_MEMBERS = 'include-unknown-enum-members';
/** AI notes have no option in Graph v1.0, so a person always looks. */
const ALL_CHECKS: readonly OpeningCheck[] = ['recording', 'transcription', 'lobby', 'presenters', 'ai-notes'];
/** The roles that may admit people from the lobby. */
const ADMITTING: readonly unknown[] = ['coorganizer', 'presenter'];

type Change = Partial<Pick<OnlineMeeting, 'participants'>> & Omit<OnlineMeeting, 'participants'>;

const NOT_RECORDED: Change = { allowRecording: false, recordAutomatically: false };
const NOT_TRANSCRIBED: Change = { allowTranscription: false };
const INVITED_ONLY: Change = { lobbyBypassSettings: { scope: 'invited', isDialInBypassEnabled: false } };
/** The organiser never joins: with nobody to admit them, people would wait in the lobby for ever. */
const NO_LOBBY: Change = { lobbyBypassSettings: { scope: 'everyone', isDialInBypassEnabled: false } };

/** Those with a role have to be named; only the organiser needs no name. */
const ORGANISER_PRESENTS: Change = { allowedPresenters: 'organizer' };

export function createMeetingOptions({ graph, organiser, log, rereads }: Needs): MeetingOptions {
  const meetings = path`/users/${organiser}/onlineMeetings`;
  const at = ({ id }: OnlineMeeting) => `${meetings}/${encodeURIComponent(id ?? '')}`;

  return {
    async secure(joinUrl, facilitator) {
      const meeting = await found(joinUrl);
      if (!meeting) return [...ALL_CHECKS];
      // Only somebody of the tenant can be given a part; without one nobody may be left in the lobby.
      const wanted = facilitator.outside ? [NO_LOBBY] : [INVITED_ONLY, hosted(meeting, facilitator)];
      await change(meeting, [NOT_RECORDED, NOT_TRANSCRIBED, ...wanted]);
      const now = await graph.get<OnlineMeeting>(at(meeting), ALL_ENUM_MEMBERS);
      if (!facilitator.outside && !canAdmit(now, facilitator)) await change(meeting, [NO_LOBBY]);
      return unwanted(now, facilitator);
    },

    async stand(joinUrl, facilitator) {
      const meeting = await found(joinUrl);
      return meeting ? unwanted(meeting, facilitator) : [...ALL_CHECKS];
    },

    async tryOut(joinUrl) {
      const meeting = await found(joinUrl);
      if (!meeting) return 'not-found';
      await change(meeting, [NOT_RECORDED, NOT_TRANSCRIBED, INVITED_ONLY, ORGANISER_PRESENTS]);
      const now = await graph.get<OnlineMeeting>(at(meeting), ALL_ENUM_MEMBERS);
      return [
        ...(isRecordable(now) ? (['recording'] as const) : []),
        ...(now.allowTranscription === false ? [] : (['transcription'] as const)),
        ...(isForInvited(now) ? [] : (['lobby'] as const)),
        ...(now.allowedPresenters === 'organizer' ? [] : (['presenters'] as const)),
      ];
    },
  };

  /** Teams may take a moment to know a new event's meeting. Undefined when it stays away or is not ours to change. */
  async function found(joinUrl: string): Promise<OnlineMeeting | undefined> {
    const address = meetings + query({ $filter: `JoinWebUrl eq ${literal(joinUrl)}` });
    for (let reads = 0; ; reads += 1) {
      const answer = await unlessRefused(graph.get<{ value: OnlineMeeting[] }>(address, ALL_ENUM_MEMBERS));
      const meeting = answer?.value[0];
      if (meeting || reads === rereads.times) return meeting;
      await wait(rereads.waitMs);
    }
  }

  /** All at once; when the tenant refuses, each by itself, so that one forbidden option does not cost the others. */
  async function change(meeting: OnlineMeeting, changes: readonly Change[]): Promise<void> {
    const together = Object.assign({}, ...changes) as Change;
    const done = await unlessRefused(graph.patch<OnlineMeeting>(at(meeting), together, ALL_ENUM_MEMBERS));
    if (done || changes.length === 1) return;
    for (const one of changes) await change(meeting, [one]);
  }

  async function unlessRefused<T>(call: Promise<T>): Promise<T | undefined> {
    try {
      return await call;
    } catch (error) {
      if (!(error instanceof GraphFault) || !error.detail.permanent) throw error;
      log?.warn({ fault: error.message }, 'a meeting option is left to the opening check');
      return undefined;
    }
  }
}

/** Only the facilitator presents and admits; everybody else attends. The list is sent whole. */
function hosted({ participants }: OnlineMeeting, facilitator: FacilitatorRef): Change {
  const others = (participants?.attendees ?? [])
    .filter((one) => !isFacilitator(one, facilitator))
    .map(attending);
  const host = {
    identity: { user: { id: facilitator.id } },
    upn: facilitator.mail,
    role: 'coorganizer' as const,
  };
  return { allowedPresenters: 'roleIsPresenter', participants: { attendees: [host, ...others] } };
}

function attending({ identity, upn }: MeetingParticipantInfo): MeetingParticipantInfo {
  const id = identity?.user?.id;
  return { ...(id && { identity: { user: { id } } }), ...(upn && { upn }), role: 'attendee' };
}

function isFacilitator({ identity, upn }: MeetingParticipantInfo, { id, mail }: FacilitatorRef): boolean {
  return identity?.user?.id === id || upn?.toLowerCase() === mail.toLowerCase();
}

function canAdmit({ participants }: OnlineMeeting, facilitator: FacilitatorRef): boolean {
  const host = participants?.attendees?.find((one) => isFacilitator(one, facilitator));
  return ADMITTING.includes(host?.role);
}

function unwanted(meeting: OnlineMeeting, facilitator: FacilitatorRef): OpeningCheck[] {
  return ALL_CHECKS.filter((check) => !isAsWanted(check, meeting, facilitator));
}

function isAsWanted(check: OpeningCheck, meeting: OnlineMeeting, facilitator: FacilitatorRef): boolean {
  switch (check) {
    case 'recording':
      return !isRecordable(meeting);
    case 'transcription':
      return meeting.allowTranscription === false;
    case 'lobby':
      return canAdmit(meeting, facilitator) && isForInvited(meeting);
    case 'presenters':
      return meeting.allowedPresenters === 'roleIsPresenter' && canAdmit(meeting, facilitator);
    case 'ai-notes':
      return false;
  }
}

function isRecordable({ allowRecording, recordAutomatically }: OnlineMeeting): boolean {
  return !(allowRecording === false && recordAutomatically === false);
}

/** Everybody else waits in the lobby. */
function isForInvited({ lobbyBypassSettings }: OnlineMeeting): boolean {
  return lobbyBypassSettings?.scope === 'invited' && lobbyBypassSettings.isDialInBypassEnabled === false;
}
