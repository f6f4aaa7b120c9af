/** What `/terms` says: who may use the service and for what, and what it never is. */
import type { Policy } from '../../../domain/policy';
import { hoursInWords } from '../../../wording/when';
import type { Section } from '../about/document';
import { coordinatorsInWords } from './whom-to-ask';

export function termsSections(policy: Policy): readonly Section[] {
  return [
    {
      heading: 'Never for a child at risk',
      callFirst: true,
      paragraphs: [
        `Nothing you write here is read at once: coordinators read requests Monday to Friday, ${hoursInWords(policy.dayStart, policy.dayEnd)}. If a child may be at risk, ring first, and do not wait for a JAGS.`,
      ],
    },
    {
      heading: 'Who may use it',
      paragraphs: [
        'Anybody who works with children and families in Norfolk, in any agency, may ask for a JAGS. Whoever is invited, facilitates or coordinates uses it for that part. Parents, carers and children do not use it; they turn to whoever works with them.',
      ],
    },
    {
      heading: 'What it is for',
      points: [
        'To ask for a Joint Agency Group Supervision, to arrange it, and to say afterwards how it was.',
        'It is not for new information about a child or family, for tasks, or for case decisions. The meetings there are with the family are for those.',
        'A request is a request: a coordinator decides whether and when there is a session. Until you are told that it is booked, please keep the meetings you have.',
      ],
    },
    {
      heading: 'What we ask of you',
      points: [
        'Never write what could identify a child or family: no names, dates of birth, addresses or numbers. Use your own case reference.',
        'Give your own work e-mail, and the work e-mails of those you invite. Tell them before you ask.',
        'A link that is mailed to you is yours alone: please do not pass it on. If one has got into the wrong hands, ask for a new one; the old ones stop working.',
        'A session is not recorded, transcribed or minuted, by anybody.',
        'Say of a session only what you were there for, and never who said what.',
      ],
    },
    {
      heading: 'What you can expect of us',
      points: [
        'We do our best to keep this service running, and cannot promise that it always does. If it does not, nothing about a child must wait for it.',
        'Whoever misuses it, for example by asking in somebody else’s name, can be kept from using it, and their organisation can be told.',
        'What is kept about you, and how long, is on the page about privacy.',
      ],
    },
    {
      heading: 'Whom to turn to',
      paragraphs: [`With questions about these terms turn to ${coordinatorsInWords(policy)}.`],
    },
  ];
}
