import fc from 'fast-check';
import { plainMail } from '../../../src/domain/mail-address';
import type { Recipient } from '../../../src/domain/mail-news';
import { personIdFor, requestIdFor } from '../../../src/ids';
import {
  errandKey,
  letterKey,
  readLetterKey,
  recipientOf,
} from '../../../src/web/outside/letters/letter-key';
import { alsoOutside, booked, ID, outside, STANDINGS, TO } from './marked';

/** What ports/mail.ts allows. */
const ALLOWED = /^[A-Za-z0-9/_.-]{1,200}$/;

const recipients: fc.Arbitrary<Recipient> = fc.oneof(
  fc.constant({ as: 'requester' } as const),
  fc.record({
    as: fc.constant('facilitator' as const),
    facilitator: fc.uuid().map((id) => ({ ...outside, id })),
    attempt: fc.nat({ max: 999_999_999 }),
  }),
  fc.emailAddress().map((mail) => ({ as: 'participant' as const, mail: plainMail(mail) })),
);

const ids = fc.tuple(fc.uuid(), fc.string()).map(([person, nonce]) => requestIdFor(person, nonce));

it('A key tells of its request and recipient, whatever the effect is called', () => {
  fc.assert(
    fc.property(ids, recipients, fc.string({ unit: 'binary', maxLength: 300 }), (id, to, key) => {
      const name = letterKey(id, to, key);
      expect(name).toMatch(ALLOWED);
      const expected =
        to.as === 'requester'
          ? { requestId: id, as: to.as }
          : to.as === 'facilitator'
            ? { requestId: id, as: to.as, person: to.facilitator.id, attempt: to.attempt }
            : { requestId: id, as: to.as, person: personIdFor(to.mail) };
      expect(readLetterKey(name)).toEqual(expected);
    }),
  );
});

it('Different letters have different keys, and the same letter has the same', () => {
  const letters = fc.record({ id: ids, to: recipients, key: fc.string() });
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      const same = letterKey(one.id, one.to, one.key) === letterKey(other.id, other.to, other.key);
      expect(same).toBe(isSame);
    }),
  );
});

it('No address stands in a key', () => {
  expect(letterKey(ID, TO.participant, 'effect-00000001')).not.toContain('percy');
});

it('The key of an errand is allowed too, and tells of no request', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (key) => {
      expect(errandKey(key)).toMatch(ALLOWED);
      expect(readLetterKey(errandKey(key))).toBeUndefined();
    }),
  );
});

it.each([
  '',
  'request',
  `request/${ID}`,
  `request/${ID}/requester`,
  `request/${ID}/requester/one/two`,
  `request/${ID}/lead/effect-1`,
  `request/${ID}/participant/effect-1`,
  `request/${ID}/facilitator/${outside.id}/x/effect-1`,
  `request/${ID}/facilitator/${outside.id}/1`,
  `request//requester/effect-1`,
  `other/${ID}/requester/effect-1`,
  `request/${ID}/requester/${'9'.repeat(61)}`,
  'A subject that somebody else wrote',
])('“%s” is no key of a letter about a request', (key) => {
  expect(readLetterKey(key)).toBeUndefined();
});

it('Nonsense of any kind is read as nothing, and never fails', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      expect(readLetterKey(key)).toBeUndefined();
    }),
  );
});

describe('Whom a returned letter was to reach', () => {
  const named = (to: Recipient) => readLetterKey(letterKey(ID, to, 'effect-00000001'))!;

  it('is found on the request as it stands', () => {
    expect(recipientOf(booked, named(TO.requester))).toEqual(TO.requester);
    expect(recipientOf(booked, named(TO.facilitator))).toEqual(TO.facilitator);
    expect(recipientOf(booked, named(TO.participant))).toEqual(TO.participant);
    const asked = STANDINGS['booked, another time asked of somebody else']!;
    expect(recipientOf(asked, named(TO.asked))).toEqual(TO.asked);
  });

  it('is nobody, once they are no longer on it', () => {
    const alone = { ...booked, ask: { ...booked.ask, participants: [] } };
    expect(recipientOf(alone, named(TO.participant))).toBeUndefined();
    expect(
      recipientOf(booked, named({ as: 'facilitator', facilitator: alsoOutside, attempt: 1 })),
    ).toBeUndefined();
    expect(recipientOf(STANDINGS.submitted!, named(TO.facilitator))).toBeUndefined();
  });

  it('is nobody on another request', () => {
    expect(recipientOf({ ...booked, id: 'another' }, named(TO.requester))).toBeUndefined();
  });
});
