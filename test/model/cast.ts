/** Who plays: few facilitators for several requests in few hours, so that they compete. */
import type { Facilitator } from '../../src/domain/facilitator';
import type { Person } from '../../src/domain/people';
import type { Command } from '../../src/domain/request';
import { personIdFor } from '../../src/ids';
import { answers, aParticipantAnswer } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';

const [fay, amber] = facilitators;
const [petra, sam, indigo, tess] = practitioners;

export const FACILITATORS: readonly Facilitator[] = [
  { id: fay.id, name: fay.name, mail: fay.mail, team: 'hl-mh', trainedUntil: '2027-12-31' },
  { id: amber.id, name: amber.name, mail: amber.mail, team: 'vs-fa', trainedUntil: '2027-12-31' },
];

export const WITH_AUTOMATIC = FACILITATORS.map((each, n) =>
  n === 1 ? { ...each, acceptsAutomatically: true as const } : each,
);

export const COORDINATORS: readonly Person[] = coordinators.map(({ id, name }) => ({ id, name }));

export const IDS = [
  '5e550000-0000-4000-8000-00000000000a',
  '5e550000-0000-4000-8000-00000000000b',
  '5e550000-0000-4000-8000-00000000000c',
] as const;

/** Forwarded to, or added in Outlook; nobody's participant. */
export const STRANGER = tess;

/** Who takes part and can say so in Teams. */
export const PARTICIPANT: Person = { id: sam.id, name: sam.name };

const { name, mail } = aParticipantAnswer();
/** Takes part too, and comes by a link that was mailed to her. */
export const ON_A_PAGE: Person = { id: personIdFor(mail), name, mail };

/** Three requests of two people for the same two mornings. */
export function asking(n: number): Command {
  const { id, name } = n === 1 ? indigo : petra;
  const people = [
    { id: sam.id, name: '', mail: '', team: 'cs-eh' },
    aParticipantAnswer(),
    ...(n === 2
      ? [
          aParticipantAnswer({
            name: 'Vera Violet',
            mail: 'vera.violet@voluntary-sandbox.example',
            team: 'vs-da',
          }),
        ]
      : []),
  ];
  return {
    kind: 'submit',
    requestId: IDS[n]!,
    by: { id, name },
    answers: answers({
      caseReference: `CASE-REF-47${n}`,
      participants: people,
      latest: '2026-12-09',
      times: ['morning'],
    }),
  };
}
