/** The form of a request that was sent, as its requester left it. */
import { markToConfirm, markToGoOn, type ParticipantAnswer } from './form';
import type { Instant } from './intervals';
import type { Policy } from './policy';
import type { Request } from './request';
import { answersOf, ENTRY_ROWS, type FormDraft, NOBODY_CHOSEN } from './form-draft';

/** What was answered "No, it is not" and "Go on all the same" then is answered now, while it stays as it is. */
export function draftOf(request: Request, now: Instant, policy: Policy): FormDraft {
  const { id, revision = 0, ask } = request;
  const { minutes } = ask;
  const { listed, rows } = peopleOf(request);
  const draft: FormDraft = {
    // It makes no request; the id says which one is changed.
    nonce: `changes-${id}`.slice(0, 64),
    answers: { ...answersBefore(request), notNames: '' },
    added: listed,
    rows,
    chosen: NOBODY_CHOSEN,
    origin: '',
    changes: { request: id, revision, ...(minutes !== undefined && { minutes }) },
  };
  const notNames = markToConfirm(answersOf(draft), now, policy);
  return {
    ...draft,
    answers: { ...draft.answers, notNames, goesOn: markToGoOn({ otherNeeds: ask.otherNeeds ?? [] }) },
  };
}

function answersBefore({ requester, ask }: Request): Omit<FormDraft['answers'], 'notNames'> {
  const { caseReference, reason, familyTold, riskKnown, place, earliest, latest, days, times } = ask;
  return {
    caseReference,
    team: requester.team,
    phone: requester.phone ?? '',
    colleague: requester.colleague?.mail ?? '',
    reason,
    familyTold,
    riskKnown,
    otherNeeds: ask.otherNeeds ?? [],
    place: place.kind,
    venue: (place.kind === 'in-person' && place.venue) || '',
    locality: ask.locality ?? '',
    arrangements: ask.arrangements ?? [],
    earliest,
    latest,
    days,
    times,
    schoolsAgree: ask.schoolsAgree ?? false,
    goesOn: '',
  };
}

/** Whoever turned out not to be in the directory has neither name nor role: a row, in which it can be given. */
function peopleOf({ ask: { participants, picked = [], toBeNamed = [] } }: Request): {
  readonly listed: readonly ParticipantAnswer[];
  readonly rows: readonly ParticipantAnswer[];
} {
  const nameless = toBeNamed.map(({ role = '', team }) => ({ name: role, mail: '', team }));
  const open = nameless.filter(({ name }) => name === '').slice(0, ENTRY_ROWS.length);
  return {
    listed: [
      ...participants.map(({ name, mail, team, id }) => ({ name, mail, team, ...(id && { id }) })),
      ...picked.map(({ id, team }) => ({ id, name: '', mail: '', team })),
      ...nameless.filter((each) => !open.includes(each)),
    ],
    rows: open,
  };
}
