import type { MeetingParticipantInfo } from '@microsoft/microsoft-graph-types';
import { TENANT_ID, type SandboxPerson } from '../people';
import { findPerson } from './directory';
import { withJoinBlob } from './event-body';
import { meetingIds } from './ids';
import type { Office } from './office';
import type { Attendee, OnlineLink, StoredEvent, StoredMeeting } from './state';
import type { Store } from './store';

/** Gives an event its Teams meeting, with the options a tenant usually has: anybody may record. */
export function attachMeeting(
  event: StoredEvent,
  {
    organiser,
    office,
    withheld,
  }: { organiser: SandboxPerson; office: Office; withheld?: Pick<OnlineLink, 'withheldReads' | 'provider'> },
): void {
  const { id, thread, joinUrl, joinMeetingId } = meetingIds(
    office.store.nextNumber(),
    organiser.id,
    TENANT_ID,
  );
  office.store.state.meetings.push({
    organiserId: organiser.id,
    meeting: {
      id,
      creationDateTime: office.now().toISOString(),
      startDateTime: event.start,
      endDateTime: event.end,
      subject: event.subject,
      joinWebUrl: joinUrl,
      joinMeetingIdSettings: { isPasscodeRequired: false, joinMeetingId, passcode: null },
      chatInfo: { threadId: thread, messageId: '0', replyChainMessageId: null },
      allowAttendeeToEnableCamera: true,
      allowAttendeeToEnableMic: true,
      allowedPresenters: 'everyone',
      allowMeetingChat: 'enabled',
      allowRecording: true,
      allowTranscription: true,
      allowTeamworkReactions: true,
      allowBreakoutRooms: true,
      allowLiveShare: 'enabled',
      allowPowerPointSharing: true,
      allowWhiteboard: true,
      allowedLobbyAdmitters: 'organizerAndCoOrganizersAndPresenters',
      isEntryExitAnnounced: false,
      recordAutomatically: false,
      lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: false },
      participants: {
        organizer: {
          identity: { user: { id: organiser.id, displayName: organiser.name } },
          upn: organiser.mail,
          role: 'presenter',
        },
        attendees: event.attendees.map((attendee) => participant(attendee)),
      },
    },
  });
  event.online = { meetingId: id, joinUrl, provider: 'teamsForBusiness', ...withheld };
  if (!withheld) showLink(event, office.store);
}

/** Lets the join link appear: in the event, and under its body. */
export function showLink(event: StoredEvent, store: Store): void {
  const meeting = findMeeting(event, store)?.meeting;
  if (!meeting) return;
  event.online = { meetingId: meeting.id, joinUrl: meeting.joinWebUrl, provider: 'teamsForBusiness' };
  event.html = withJoinBlob(
    event.html,
    meeting.joinWebUrl,
    meeting.joinMeetingIdSettings?.joinMeetingId ?? '',
  );
}

/** Keeps the meeting in step with its event; those who stay keep the role they were given. */
export function followEvent(event: StoredEvent, store: Store): void {
  const meeting = findMeeting(event, store)?.meeting;
  if (!meeting) return;
  const before = meeting.participants?.attendees ?? [];
  Object.assign(meeting, { subject: event.subject, startDateTime: event.start, endDateTime: event.end });
  meeting.participants = {
    ...meeting.participants,
    attendees: event.attendees.map((attendee) => ({
      ...participant(attendee),
      role:
        before.find((one) => one.upn?.toLowerCase() === attendee.address.toLowerCase())?.role ?? 'attendee',
    })),
  };
}

/** Ends the meeting of an event that was taken out of the calendar. */
export function dropMeeting(event: StoredEvent, store: Store): void {
  store.state.meetings = store.state.meetings.filter(({ meeting }) => meeting.id !== event.online?.meetingId);
}

function findMeeting(event: StoredEvent, store: Store): StoredMeeting | undefined {
  return store.state.meetings.find(({ meeting }) => meeting.id === event.online?.meetingId);
}

/** People of other organisations have no identity in this tenant. */
function participant(attendee: Attendee): MeetingParticipantInfo {
  const person = findPerson(attendee.address);
  return {
    upn: attendee.address,
    role: 'attendee',
    identity: person ? { user: { id: person.id, displayName: person.name } } : {},
  };
}
