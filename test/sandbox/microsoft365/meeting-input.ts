import { z } from 'zod';
import { findPerson } from './directory';

const participant = z
  .object({
    identity: z
      .object({ user: z.object({ id: z.string(), displayName: z.string().nullish() }).strict() })
      .partial()
      .optional(),
    upn: z.string().optional(),
    role: z.enum(['attendee', 'presenter', 'producer', 'coorganizer']).default('attendee'),
  })
  .strict()
  .refine((one) => Boolean(one.upn ?? one.identity?.user), 'Expected a upn or an identity')
  .transform(identified);

/** Fills in what the tenant knows of a participant named by id or by address only. */
function identified(one: {
  identity?: { user?: { id: string } | undefined } | undefined;
  upn?: string | undefined;
  role: 'attendee' | 'presenter' | 'producer' | 'coorganizer';
}) {
  const person = findPerson(one.identity?.user?.id ?? one.upn ?? '');
  const identity = person ? { user: { id: person.id, displayName: person.name } } : {};
  return { identity, upn: one.upn ?? person?.mail ?? null, role: one.role };
}

const instant = z.string().datetime({ offset: true });

/** What PATCH …/onlineMeetings/{id} can change. https://learn.microsoft.com/graph/api/onlinemeeting-update */
export const meetingChange = z
  .object({
    subject: z.string(),
    startDateTime: instant,
    endDateTime: instant,
    allowAttendeeToEnableCamera: z.boolean(),
    allowAttendeeToEnableMic: z.boolean(),
    allowBreakoutRooms: z.boolean(),
    allowCopyingAndSharingMeetingContent: z.boolean(),
    allowedLobbyAdmitters: z.enum(['organizerAndCoOrganizersAndPresenters', 'organizerAndCoOrganizers']),
    allowedPresenters: z.enum(['everyone', 'organization', 'roleIsPresenter', 'organizer']),
    allowLiveShare: z.enum(['enabled', 'disabled']),
    allowMeetingChat: z.enum(['enabled', 'disabled', 'limited']),
    allowParticipantsToChangeName: z.boolean(),
    allowPowerPointSharing: z.boolean(),
    allowRecording: z.boolean(),
    allowTeamworkReactions: z.boolean(),
    allowTranscription: z.boolean(),
    allowWhiteboard: z.boolean(),
    isEntryExitAnnounced: z.boolean(),
    recordAutomatically: z.boolean(),
    lobbyBypassSettings: z
      .object({
        scope: z.enum([
          'organizer',
          'organization',
          'organizationAndFederated',
          'everyone',
          'invited',
          'organizationExcludingGuests',
        ]),
        isDialInBypassEnabled: z.boolean(),
      })
      .partial()
      .strict(),
    // The organiser cannot be changed, so only the others are taken.
    participants: z.object({ attendees: z.array(participant) }).strict(),
  })
  .partial()
  .strict()
  .refine((change) => (change.startDateTime === undefined) === (change.endDateTime === undefined), {
    message: 'startDateTime and endDateTime must be sent together',
  });
