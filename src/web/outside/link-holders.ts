/** Who has a page of their own on a request, and of what purpose: only they are given links. */
import { plainMail } from '../../domain/mail-address';
import type { Recipient } from '../../domain/mail-news';
import type { FacilitatorRef } from '../../domain/match';
import { isSamePerson, type KnownPerson } from '../../domain/people';
import { openPoll } from '../../domain/poll';
import { askedOf, isStanding } from '../../domain/rearranging';
import { isOpen, type Request } from '../../domain/request';
import { personIdFor } from '../../ids';
import type { LinkTerms } from '../../ports/links';

/** Whose link it is and what for; when it expires is settled when it is minted. */
export type Holding = Omit<LinkTerms, 'expiresAt'>;

/**
 * What can be asked for anew by an address alone. Not by a requester who signs in: their links come with what Teams could
 * not show them, and are replaced one by one.
 */
export function holdingsOf(request: Request): readonly Holding[] {
  const { requester } = request;
  return everyHolding(request).filter(
    ({ purpose, person }) =>
      purpose !== 'requester' || requester.outside === true || !isSamePerson(person.id, requester.id),
  );
}

/** Everybody who has one now. None of a closed request. Whoever asks for it is no participant beside that. */
function everyHolding(request: Request): readonly Holding[] {
  if (!isOpen(request)) return [];
  const requester = requesterOf(request);
  const held: readonly Holding[] = [
    ...(requester ? [requester] : []),
    ...colleagueOf(request),
    ...facilitatorsOf(request),
    ...participantsOf(request),
  ];
  return held.filter(
    (each) =>
      each.purpose !== 'participant' || !requester || !isSamePerson(each.person.id, requester.person.id),
  );
}

/** The one a letter about a request is for; also where nothing but its being over is left to be told. */
export function recipientOn(request: Request, to: Recipient): KnownPerson | undefined {
  switch (to.as) {
    case 'requester':
      return requesterOf(request)?.person;
    case 'facilitator':
      return to.facilitator.outside ? knownBy(to.facilitator) : undefined;
    case 'participant': {
      const wanted = plainMail(to.mail);
      const found = request.ask.participants.find(({ mail, gone }) => plainMail(mail) === wanted && !gone);
      return found && byMail(found);
    }
  }
}

/**
 * What the link is for, as the request stands now; undefined for whoever is no longer on it. Of a facilitator whose session
 * has moved it is the session as it is now.
 */
export function stillHeld(request: Request, { purpose, person, attempt }: Holding): Holding | undefined {
  const theirs = everyHolding(request).filter(
    (each) => each.purpose === purpose && isSamePerson(each.person.id, person.id),
  );
  return theirs.find((each) => each.attempt === attempt) ?? theirs[0];
}

/** A facilitator's own place in the pool. */
export function facilitating(facilitator: FacilitatorRef): Holding {
  return { purpose: 'facilitating', person: knownBy(facilitator) };
}

function requesterOf({ id, requester }: Request): Holding | undefined {
  const { gone, mail } = requester;
  if (gone || mail === undefined) return undefined;
  const person = { id: requester.id, name: requester.name, mail: plainMail(mail) };
  return { purpose: 'requester', person, requestId: id };
}

/** Whoever may act for the requester and is in no directory: nobody knows their name. */
function colleagueOf({ id, requester }: Request): readonly Holding[] {
  const { colleague, mail: own = '' } = requester;
  if (!colleague || colleague.id !== undefined || plainMail(colleague.mail) === plainMail(own)) return [];
  const person = byMail({ name: colleague.mail, mail: colleague.mail });
  return [{ purpose: 'requester', person, requestId: id }];
}

/** Those outside who are asked, or whose session it is. */
function facilitatorsOf(request: Request): readonly Holding[] {
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  const asked = [request.attempt, ...(chosen ? [chosen.attempt] : [])].flatMap((attempt) => {
    const offer = askedOf(request, attempt);
    return offer ? [{ attempt, facilitator: offer.match.facilitator }] : [];
  });
  const theirs =
    request.state === 'booked' || request.state === 'held'
      ? [{ attempt: request.attempt, facilitator: request.match.facilitator }]
      : [];
  return [...asked, ...theirs].flatMap(({ attempt, facilitator }) =>
    facilitator.outside
      ? [{ purpose: 'facilitator', person: knownBy(facilitator), requestId: request.id, attempt }]
      : [],
  );
}

/** Those invited to a session that is to come, or asked which times would suit them. */
function participantsOf(request: Request): readonly Holding[] {
  const poll = openPoll(request);
  const isIn = (mail: string): boolean =>
    isStanding(request) || poll?.asked.includes(plainMail(mail)) === true;
  return request.ask.participants
    .filter(({ mail, gone }) => !gone && isIn(mail))
    .map((each) => ({ purpose: 'participant', person: byMail(each), requestId: request.id }));
}

function knownBy({ id, name, mail }: FacilitatorRef): KnownPerson {
  return { id, name, mail: plainMail(mail) };
}

function byMail({ name, mail }: { readonly name: string; readonly mail: string }): KnownPerson {
  const plain = plainMail(mail);
  return { id: personIdFor(plain), name, mail: plain };
}
