import type { MeetingParticipantInfo, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { organiser } from '../people';
import { administrationOf } from './administration';
import { METADATA, param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
import { meetingChange } from './meeting-input';
import { readBody } from './body-schema';
import { QUOTED, literal, select, takeOnly } from './odata';
import type { Office } from './office';
import { preferences, type Preferences } from './preferences';
import type { StoredMeeting } from './state';

/** Needs the application access policy besides. */
const POLICY = 'OnlineMeetings.ReadWrite.All';
const MEETING = { type: 'microsoft.graph.onlineMeeting' };
const BY_JOIN_URL = new RegExp(`^joinWebUrl eq (${QUOTED})$`, 'i');
/** Members added after `unknownFutureValue`; https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations */
const LATER_SCOPES: readonly unknown[] = ['invited', 'organizationExcludingGuests'];
const LATER_ROLES: readonly unknown[] = ['producer', 'coorganizer'];

/** GET /users/{organiser's object id}/onlineMeetings?$filter=JoinWebUrl eq '…' */
export function findMeetings(call: GraphCall, office: Office): Answer {
  const meetings = meetingsOf(call, office);
  takeOnly(call, ['$filter', '$select']);
  const [, quoted] = BY_JOIN_URL.exec(call.query.get('$filter') ?? '') ?? [];
  if (quoted === undefined) {
    throw new GraphRefusal(
      400,
      'InvalidArgument',
      "Filter expression expected - /onlineMeetings?$filter=JoinWebUrl%20eq%20'{joinWebUrl}'.",
    );
  }
  // The link holds escapes of its own: only a caller who encodes it once more sends it whole.
  const found = meetings.filter(({ meeting }) => meeting.joinWebUrl === literal(quoted));
  if (found.length === 0) throw notFound();
  const asked = preferences(call.headers);
  const value = found.map(({ meeting }) => select(meetingShape(meeting, asked), call, MEETING));
  return {
    status: 200,
    body: { '@odata.context': `${METADATA}#users('${organiser.id}')/onlineMeetings`, value },
  };
}

/** GET /users/{organiser's object id}/onlineMeetings/{id} */
export function getMeeting(call: GraphCall, office: Office): Answer {
  const { meeting } = meetingOf(call, office);
  takeOnly(call, ['$select']);
  return meetingAnswer(meeting, call);
}

/** PATCH /users/{organiser's object id}/onlineMeetings/{id} */
export function patchMeeting(call: GraphCall, office: Office): Answer {
  const { meeting } = meetingOf(call, office);
  const change = readBody(meetingChange, call.body, MEETING.type);
  const { participants, ...options } = settable(change, call);
  Object.assign(meeting, options);
  if (participants) meeting.participants = { ...meeting.participants, attendees: participants.attendees };
  office.store.save();
  return meetingAnswer(meeting, call);
}

/** What the tenant's policy lets through: a fault can hold options back silently, or refuse them. */
function settable<Options extends object>(options: Options, { fault }: GraphCall): Partial<Options> {
  if (fault?.kind !== 'options-ignored' && fault?.kind !== 'options-refused') return options;
  const held = Object.keys(options).filter((name) => fault.options.includes(name));
  if (fault.kind === 'options-refused' && held.length > 0) {
    throw new GraphRefusal(
      403,
      'Forbidden',
      `The meeting policy of the organiser does not allow changing ${held.join(', ')}.`,
    );
  }
  return Object.fromEntries(
    Object.entries(options).filter(([name]) => !held.includes(name)),
  ) as Partial<Options>;
}

/**
 * Meetings of the user in the path. Only an object id will do there, unlike anywhere else, and only an
 * organiser that the application access policy covers.
 */
function meetingsOf(call: GraphCall, office: Office): StoredMeeting[] {
  const user = param(call, 'user');
  if (!/^[0-9a-f-]{36}$/i.test(user)) throw new GraphRefusal(404, 'UnknownError', '');
  const { missing = [], tenantWide = [] } = administrationOf(office);
  const isCovered = user.toLowerCase() === organiser.id || tenantWide.includes(POLICY);
  if (missing.includes(POLICY) || !isCovered) {
    throw new GraphRefusal(
      403,
      'Forbidden',
      `No application access policy found for this app on the user ${user}.`,
    );
  }
  return office.store.state.meetings.filter((stored) => stored.organiserId === user.toLowerCase());
}

function meetingOf(call: GraphCall, office: Office): StoredMeeting {
  const id = param(call, 'meeting');
  const found = meetingsOf(call, office).find(({ meeting }) => meeting.id === id);
  if (!found) throw notFound();
  return found;
}

function notFound(): GraphRefusal {
  return new GraphRefusal(404, 'NotFound', 'The meeting was not found.');
}

function meetingAnswer(meeting: StoredMeeting['meeting'], call: GraphCall): Answer {
  const shown = select(meetingShape(meeting, preferences(call.headers)), call, MEETING);
  return {
    status: 200,
    body: { '@odata.context': `${METADATA}#users('${organiser.id}')/onlineMeetings/$entity`, ...shown },
  };
}

/** A meeting as Graph shows it: younger enum members only to those who say that they know of them. */
function meetingShape(meeting: StoredMeeting['meeting'], asked: Preferences): StoredMeeting['meeting'] {
  if (asked.unknownEnums) return meeting;
  const lobby: OnlineMeeting['lobbyBypassSettings'] = LATER_SCOPES.includes(
    meeting.lobbyBypassSettings?.scope,
  )
    ? { ...meeting.lobbyBypassSettings, scope: 'unknownFutureValue' }
    : meeting.lobbyBypassSettings;
  const attendees = meeting.participants?.attendees?.map(withKnownRole) ?? [];
  return {
    ...meeting,
    ...(lobby ? { lobbyBypassSettings: lobby } : {}),
    participants: { ...meeting.participants, attendees },
  };
}

function withKnownRole(participant: MeetingParticipantInfo): MeetingParticipantInfo {
  return LATER_ROLES.includes(participant.role)
    ? { ...participant, role: 'unknownFutureValue' }
    : participant;
}
