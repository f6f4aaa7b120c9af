/** Everything that can be done through a link, each with a request in which it can be done, and a form that does it. */
import { type Instant, MINUTE_MS } from '../../../src/domain/intervals';
import type { Request } from '../../../src/domain/request';
import type { ActName } from '../../../src/web/outside/person/acts';
import { aMatch, aRequest } from '../../builders';
import { somePoll } from '../../some-poll';
import { asFacilitator, common, hetty, scarlet, umber } from './person-office';

export const match = aMatch({ facilitator: { ...asFacilitator, outside: true } });
const poll = somePoll({ asked: [hetty.mail, scarlet.mail, umber.mail] });
export const booked = aRequest.booked({ ...common, match });

/** Sent through a form: nobody has said yet that it was they who asked. */
export const inTheirName = { ...common, requester: { ...common.requester, unconfirmed: true as const } };

export const EVERY_ACT: Readonly<
  Record<
    ActName,
    {
      readonly request: Request;
      readonly form: Readonly<Record<string, string | readonly string[]>>;
      readonly now?: Instant;
    }
  >
> = {
  withdraw: { request: aRequest.submitted(common), form: {} },
  confirm: { request: aRequest.submitted(inTheirName), form: {} },
  change: { request: aRequest.submitted(common), form: {} },
  'new-dates': {
    request: aRequest.submitted(common),
    form: { earliest: '2026-12-14', latest: '2026-12-18', days: ['monday'], times: ['morning'] },
  },
  'another-time': { request: booked, form: { attempt: '1' } },
  'propose-participants': {
    request: booked,
    form: { name0: 'Violet Vermilion', mail0: 'violet@health.example.org', team0: 'hl-sn' },
  },
  'facilitator-missing': {
    request: booked,
    form: { start: String(match.slot.start) },
    now: match.slot.start + 10 * MINUTE_MS,
  },
  attend: { request: booked, form: { attempt: '1', coming: 'false' } },
  'ask-arrangements': { request: booked, form: { arrangements: ['bsl'] } },
  'answer-poll': {
    request: aRequest.submitted({ ...common, poll }),
    form: { at: String(poll.at), starts: [String(poll.slots[0]?.start)] },
  },
  accept: { request: aRequest.offered({ ...common, match }), form: { attempt: '1' } },
  cannot: { request: aRequest.offered({ ...common, match }), form: { attempt: '1' } },
  'not-held': { request: aRequest.held({ ...common, match }), form: { attempt: '1', reason: 'technical' } },
  'record-session': {
    request: aRequest.held({ ...common, match }),
    form: {
      attempt: '1',
      came: ['ed', 'hl'],
      began: '10:00',
      ended: '11:30',
      also: ['none'],
      'kept-reflective': '4',
      'held-feelings': '4',
      'apart-from-case': '5',
      themes: ['roles'],
      concern: 'no',
    },
    now: match.slot.end + 60 * MINUTE_MS,
  },
  'show-evaluation': { request: aRequest.held({ ...common, match }), form: {}, now: match.slot.end },
  'talk-over': { request: aRequest.held({ ...common, match }), form: {} },
  pause: { request: booked, form: { until: '2027-01-08' } },
  'end-pause': { request: booked, form: {} },
  declare: { request: booked, form: { friday: 'morning' } },
  'own-link': { request: booked, form: {} },
  'end-link': { request: booked, form: {} },
};
