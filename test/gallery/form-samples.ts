/** The form as it starts, filled in, with problems, and with the most it can hold. */
import { checkForm } from '../../src/domain/form';
import type { FormProblem } from '../../src/domain/form-fields';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { CardData } from '../../src/teams/card-data';
import { answersOf, draftFrom, type FormDraft, newDraft } from '../../src/teams/form-draft';
import { presentForm } from '../../src/teams/present/form';
import { answers, aParticipantAnswer, aRequest, askedAt, participantAnswers } from '../builders';
import { longAsk, longParticipants, longText } from './long-ask';

export function formSamples() {
  return {
    sample: form(newDraft('nonce-nonce-nonce-nonce', false, askedAt, policy)),
    repeat: repeatForm(),
    followUp: form(followUpDraft()),
    filled: form({ ...draftOf(2), rows: [] }),
    errors: form(
      {
        ...draftOf(1),
        answers: { ...draftOf(0).answers, reason: longText(5_000), latest: '2026-11-01', days: [] },
        rows: [aParticipantAnswer({ mail: 'not an address' })],
      },
      true,
    ),
    identifiers: form(
      {
        ...draftOf(2),
        answers: {
          ...draftOf(0).answers,
          reason: 'We are worried about Jayden, aged 7.\nNHS number 999 100 2340.',
          place: 'in-person',
          venue: 'Flat 3, Sycamore House',
        },
      },
      true,
    ),
    full: form(draftOf(11)),
    worst: form(longDraft()),
  } satisfies Record<string, CardData['form']>;
}

function form(draft: FormDraft, check = false): CardData['form'] {
  const checked = checkForm(answersOf(draft), askedAt, policy);
  const problems: readonly FormProblem[] = check && 'problems' in checked ? checked.problems : [];
  const card = presentForm(draft, { problems }, askedAt, policy);
  if (!card) throw new Error('Expected a form small enough to be shown, got none');
  return card;
}

function repeatForm(): CardData['form'] {
  const draft = newDraft('nonce-nonce-nonce-nonce', false, askedAt, policy);
  return presentForm(draft, { canCopy: true }, askedAt, policy)!;
}

function followUpDraft(): FormDraft {
  const draft = newDraft('nonce-nonce-nonce-nonce', false, askedAt, policy);
  return draftFrom(aRequest.held({ id: '7qf3k2m9' }), draft, 'same');
}

function draftOf(people: number): FormDraft {
  const { participants: _left, ...filled } = answers();
  return {
    ...newDraft('nonce-nonce-nonce-nonce', false, askedAt, policy),
    answers: filled,
    added: participantAnswers(people),
  };
}

function longDraft(): FormDraft {
  const draft = draftOf(0);
  const { caseReference, reason: text } = longAsk;
  return {
    ...draft,
    answers: { ...draft.answers, caseReference, reason: text, venue: longText(200), riskKnown: true },
    added: longParticipants(11).map(({ name, mail, team }) => ({ name, mail, team })),
    followUpOf: '7qf3k2m9zzzzzzzzzzzzzzzzzz',
  };
}
