/**
 * The key of a letter tells of which request it is and to whom, so that one that comes back can be told to coordinators.
 * It stands in the mailbox beside the letter: a participant is named by their id and not by their address.
 */
import type { Recipient } from '../../../domain/mail-news';
import { plainMail } from '../../../domain/mail-address';
import { isSamePerson, type PersonId } from '../../../domain/people';
import { isStanding } from '../../../domain/rearranging';
import type { Request, RequestId } from '../../../domain/request';
import { personIdFor, uuidFrom } from '../../../ids';

/** What a key tells of its letter. */
export type LetterName = { readonly requestId: RequestId } & (
  | { readonly as: 'requester' }
  | { readonly as: 'facilitator'; readonly person: PersonId; readonly attempt: number }
  | { readonly as: 'participant'; readonly person: PersonId }
);

/** One part of a key: what `Letter.key` allows, without the `/` between the parts. */
const PART = /^[A-Za-z0-9_.-]{1,60}$/;

/** Of a letter about a request; `key` is that of the saved effect, the same in every try. */
export function letterKey(requestId: RequestId, to: Recipient, key: string): string {
  return ['request', requestId, ...recipientParts(to), asPart(key)].join('/');
}

/** Of a letter that somebody asked for on a page; it is of no request. */
export function errandKey(key: string): string {
  return `errand/${asPart(key)}`;
}

/** Undefined for a letter of no request, and for what is no key of ours. */
export function readLetterKey(key: string): LetterName | undefined {
  const [kind, requestId, as, ...rest] = key.split('/');
  if (kind !== 'request' || !requestId || ![requestId, ...rest].every((part) => PART.test(part)))
    return undefined;
  if (as === 'requester' && rest.length === 1) return { requestId, as };
  const [person = '', attempt = ''] = rest;
  if (as === 'participant' && rest.length === 2) return { requestId, as, person };
  if (as !== 'facilitator' || rest.length !== 3 || !/^\d{1,9}$/.test(attempt)) return undefined;
  return { requestId, as, person, attempt: Number(attempt) };
}

/** Whom a letter of that name was to reach, as the request stands now; undefined once they are no longer on it. */
export function recipientOf(request: Request, name: LetterName): Recipient | undefined {
  if (request.id !== name.requestId) return undefined;
  switch (name.as) {
    case 'requester':
      return { as: 'requester' };
    case 'participant': {
      const found = request.ask.participants.find(({ mail }) => personIdFor(plainMail(mail)) === name.person);
      return found && { as: 'participant', mail: plainMail(found.mail) };
    }
    case 'facilitator': {
      const chosen = isStanding(request) ? request.rearranging?.chosen?.match : undefined;
      const arranged = 'match' in request ? request.match : undefined;
      const found = [arranged, chosen].find(
        (match) => match && isSamePerson(match.facilitator.id, name.person),
      );
      return found && { as: 'facilitator', facilitator: found.facilitator, attempt: name.attempt };
    }
  }
}

function recipientParts(to: Recipient): readonly string[] {
  switch (to.as) {
    case 'requester':
      return [to.as];
    case 'facilitator':
      return [to.as, to.facilitator.id, String(to.attempt)];
    case 'participant':
      return [to.as, personIdFor(plainMail(to.mail))];
  }
}

function asPart(key: string): string {
  return PART.test(key) ? key : uuidFrom(`letter ${key}`);
}
