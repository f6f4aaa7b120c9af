/** What must not be stored, whoever sent it: what the form's own rules refuse, and what no field holds. */
import { draftOf } from '../../src/domain/earlier-draft';
import { checkForm, yearOf } from '../../src/domain/form';
import { answersOf } from '../../src/domain/form-draft';
import { requestRow } from '../../src/azure/request-rows';
import { findIdentifiers, findIdentifiersInVenue } from '../../src/domain/identifiers';
import type { Instant } from '../../src/domain/intervals';
import type { Policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import type { MemoryStore } from '../fakes';
import { NAMES_OF_OBJECTS } from './hostile-values';

/** Every request as its table would keep it, with its effects and its audit. */
export async function wrongWithRequests(
  store: MemoryStore,
  now: Instant,
  policy: Policy,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const request of store.all()) {
    const parts = {
      request,
      effects: store.effectsOf(request.id),
      audit: await store.history(request.id),
      owned: (await store.ofPerson(request.requester.id)).filter(({ id }) => id === request.id).length,
    };
    const faults = [
      ...oddIn(parts),
      ...wrongWithRow(request),
      ...wrongWithAsk(request, now, policy),
      ...(parts.owned === 1 ? [] : [`its requester has it ${parts.owned} times`]),
    ];
    wrong.push(...faults.map((fault) => `${request.id}: ${fault}`));
  }
  return wrong;
}

/** It comes back from the table as it went there. */
function wrongWithRow(request: Request): readonly string[] {
  const { data, state, requesterId } = requestRow(request, 1);
  const isSame = JSON.stringify(JSON.parse(data)) === JSON.stringify(request);
  return isSame && state === request.state && requesterId === request.requester.id
    ? []
    : ['its row is another request'];
}

/** The dates may have passed since, and what was asked about was answered: everything else is right still. */
function wrongWithAsk(request: Request, now: Instant, policy: Policy): readonly string[] {
  const answers = answersOf(draftOf(request, now, policy));
  const checked = checkForm(answers, now, policy, request.ask);
  const faults = 'problems' in checked ? checked.problems.filter(({ fault }) => !MAY_BE.includes(fault)) : [];
  const { ask } = request;
  const year = yearOf(now);
  const found = [
    ...[ask.reason, ask.caseReference].flatMap((text) => findIdentifiers(text, year)),
    ...findIdentifiersInVenue(answers.venue, year),
  ].filter(({ certainty }) => certainty === 'certain');
  return [
    ...faults.map(({ field, fault }) => `${field} is ${fault}`),
    ...found.map(({ kind }) => `it holds an identifier: ${kind}`),
  ];
}

/** Answered when it was sent: with "No, it is not", and "Go on all the same". */
const MAY_BE: readonly string[] = ['identifiers-likely', 'other-needs', 'better-door'];

/** Names of objects among the fields, letters no keyboard types, numbers that are none. */
export function oddIn(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'string') return ODD.test(value) ? [`${at} holds what nobody can type`] : [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${at} is no number`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => [
    ...(!Array.isArray(value) && NAMES_OF_OBJECTS.includes(name) ? [`${at} has a field "${name}"`] : []),
    ...oddIn(field, `${at}/${name}`),
  ]);
}

/** Control characters but line and tab; halves of a letter. */
const ODD = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;
