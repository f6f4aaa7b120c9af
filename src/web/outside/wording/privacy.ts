/**
 * What `/privacy` says: what is kept about whom, who sees it, for how long. It promises what the program does, and what
 * only the organisation can answer it leaves to the organisation's own privacy notice.
 */
import type { Policy } from '../../../domain/policy';
import { CONFIDENTIAL } from '../../../wording/evaluation';
import type { Section } from '../about/document';
import { coordinatorsInWords } from './whom-to-ask';

export function privacySections(policy: Policy): readonly Section[] {
  return [
    {
      paragraphs: [
        'This page says what the JAGS service keeps about the people who use it. Your organisation and the partnership each have a privacy notice of their own, which also says on what legal ground they work; this page does not replace it.',
      ],
    },
    ...about(policy),
    evaluation(policy),
    ...keeping(policy),
    rights(policy),
  ];
}

function about({ reoffer }: Policy): readonly Section[] {
  return [
    {
      heading: 'Children and families',
      paragraphs: [
        'No child is to be named here. There is no field for a name, a date of birth, an address, or an NHS or pupil number: the requester’s own case reference is enough. What is typed freely is checked before it is stored; what looks like it could identify a child is sent back and not stored. No program finds everything, so please leave it out yourself.',
      ],
    },
    {
      heading: 'What is kept about you',
      facts: [
        {
          label: 'If you ask for a JAGS',
          value:
            'Your name, work e-mail, agency and team; a telephone number and a colleague if you give them; your case reference; why you ask; who should take part; when and where; which arrangements are needed, but not for whom or why.',
        },
        {
          label: 'If you are invited',
          value:
            'Your name, work e-mail, agency and team, as the requester gave them; which times suit you, whether you can come, and what the session needs, as you said.',
        },
        {
          label: 'If you facilitate',
          value:
            'Your name, work e-mail and team; your training; where you work; your breaks and hours; teams you are too close to; whether you know a family, as yes or no; the sessions you were offered and took on, and the record you make of each, which has no place for anything about a case.',
        },
        {
          label: 'In Teams',
          value: 'Where the JAGS bot can write to you: the id of your chat with it.',
        },
        {
          label: 'The history of a request',
          value: 'Who did what, and when. It never says who evaluated a session.',
        },
        {
          label: 'From calendars',
          value:
            'Only when somebody of our own organisation is free or busy, never what an entry is about. Calendars of other organisations are not read.',
        },
      ],
    },
    {
      heading: 'What it is used for, and who sees it',
      points: [
        'It is used to arrange sessions, and to see how asking for one goes. It is used for nothing else.',
        'Why you ask is read by the coordinators, by you, and by the colleague you named. It stands in no invitation, mail or channel, and the facilitator does not get it.',
        'The facilitator sees who takes part, with their agencies and teams. Those who take part see the invitation: when, where, what for, and who asked.',
        'Nobody’s manager is told.',
        reoffer === 'automatic'
          ? 'A program lists facilitators by rules; a coordinator chooses one. If that one cannot, the next is asked without another choice.'
          : 'A program lists facilitators by rules; a coordinator chooses one. No program decides about a request.',
        'It is stored in the Microsoft cloud of the organisation that runs this service. Letters and invitations go through its Microsoft 365, and are then in the mailboxes and calendars of whoever got them too.',
        'What the service notes about its own running (its logs) holds no names, no addresses and nothing that was typed.',
        'The public pages set no cookies and load nothing from other websites.',
      ],
    },
  ];
}

function evaluation({ releaseAnswers, releaseSessions, releaseFacilitators }: Policy): Section {
  return {
    heading: 'What you say after a session',
    paragraphs: [CONFIDENTIAL],
    points: [
      'No order and no time is kept that would join an answer to a person, and nobody is shown who has answered.',
      'Until the evaluation of a session closes, the service knows who has not answered yet, to remind them once.',
      'Somebody who runs the storage and read it just before and just after one answer could tell whose it was. Whoever reads the service’s own mailbox sees to whom a reminder went. Nothing in the service does this.',
      `Nobody is shown the answers to one session. A figure is shown only if it is of at least ${releaseAnswers} answers, ${releaseSessions} sessions and ${releaseFacilitators} facilitators.`,
    ],
  };
}

function keeping(policy: Policy): readonly Section[] {
  const { pageLinkDays, askLinkHours, codeMinutes, evaluationDays, keptDays } = policy;
  return [
    {
      heading: 'How long it is kept',
      paragraphs: [
        `${inDays(keptDays)} after a request has ended the service erases it by itself: the request, its history, the session in its own calendar, and the cards it knows of. Whoever leaves the pool of facilitators is erased as long after that. Backups are gone within 30 days more. You can ask for it sooner. Only a legal hold, such as for an inquiry, keeps something longer.`,
      ],
      points: [
        `A link to the form can be used for ${inHours(askLinkHours)}, a link to a page of your own for ${inDays(pageLinkDays)}, or until the request ends or you end the link on your page if that is sooner. A code that is mailed can be used for ${codeMinutes} minutes.`,
        `A session can be evaluated for ${evaluationDays} working days. After that it is no longer known who did not answer.`,
        'How often links are asked for is counted by the hour, in a form nobody can read an address from.',
        `Figures stay. They hold nothing of who asked or took part. Of who facilitated they hold an id, so that no figure is of one person alone and facilitators can see their own, until ${inDays(keptDays)} after the quarter it ended in.`,
        'What is in your own mailbox, calendar or chats is kept as your organisation decides; the service cannot erase it there.',
      ],
    },
  ];
}

function rights(policy: Policy): Section {
  return {
    heading: 'Your rights, and whom to turn to',
    paragraphs: [
      'You can ask to see what is kept about you, to have it put right or erased, or for it not to be used. An answer to an evaluation cannot be found again, because nothing says whose it is.',
      `Turn to ${coordinatorsInWords(policy)}. You can also turn to the data protection officer of your own organisation.`,
      ...(policy.supportContact === '' ? [] : [`Facilitators can also turn to ${policy.supportContact}.`]),
      'If you are not content with the answer, you can complain to the Information Commissioner’s Office, by telephone on 0303 123 1113 or on its website.',
    ],
    elsewhere: [
      {
        text: 'Make a complaint to the Information Commissioner’s Office',
        href: 'https://ico.org.uk/make-a-complaint/',
      },
    ],
  };
}

function inHours(hours: number): string {
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
