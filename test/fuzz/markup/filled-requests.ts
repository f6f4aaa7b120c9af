/** A request in each of its states, with one value in every field a person can fill. */
import type { Request } from '../../../src/domain/request';
import {
  aFacilitatorRef,
  aMatch,
  anAsk,
  aParticipant,
  aRequest,
  aRequester,
  askedAt,
  someMatches,
  theCoordinator,
} from '../../builders';

/** The fields, as the form and the facilitators' page name them. */
export const REQUEST_FIELDS = [
  ...[
    'case reference',
    'reason',
    'venue',
    "a participant's name",
    'a role to be named',
    "the requester's name",
  ],
  ...["the requester's telephone", "the facilitator's name", "a coordinator's name"],
  ...['what is missing', 'a note to the requester'],
] as const;

/** `place` is in person, so that there is a venue. */
export function filledRequests(value: string): readonly Request[] {
  const by = { ...theCoordinator, name: value };
  const common = {
    requester: aRequester({
      name: value,
      phone: value,
    }),
    ask: anAsk({
      caseReference: value,
      reason: value,
      place: { kind: 'in-person', venue: value },
      participants: [
        aParticipant({ name: value }),
        aParticipant({ name: value, mail: 'b@example.org' }),
        ...anAsk().participants.slice(2),
      ],
      toBeNamed: [{ role: value, team: 'hl-sn' }],
    }),
    notes: [{ text: value, by, at: askedAt }],
  };
  const facilitator = aFacilitatorRef({ name: value });
  const match = aMatch({ facilitator });
  const id = (n: number): string => `fi11ed00000000000000000${n}`;
  return [
    aRequest.submitted({
      ...common,
      id: id(1),
      matches: someMatches({ best: [match, aMatch({ id: '1-2', facilitator })] }),
    }),
    aRequest.returned({ ...common, id: id(2), missing: value, returnedBy: by }),
    aRequest.approved({ ...common, id: id(3), match, approvedBy: by }),
    aRequest.offered({ ...common, id: id(4), match, approvedBy: by }),
    aRequest.booked({ ...common, id: id(5), match, approvedBy: by }),
    aRequest.uncovered({ ...common, id: id(6), match, approvedBy: by }),
    aRequest.held({ ...common, id: id(7), match, approvedBy: by }),
    aRequest.closed({ ...common, id: id(8) }),
  ] as readonly Request[];
}
