import { MINUTE_MS } from '../../../src/domain/intervals';
import type { Requester } from '../../../src/domain/people';
import { personIdFor } from '../../../src/ids';
import { theFacilitator, aFacilitatorRef } from '../../builders';
import { readLetterKey } from '../../../src/web/outside/letters/letter-key';
import { someEvaluation } from '../../some-evaluation';
import { aMailOffice, PUBLIC_URL } from './office';
import { booked, ID, inTeams, MAILS, NAMES, outside, STANDINGS, TO } from './marked';

const DAY_MS = 24 * 60 * MINUTE_MS;

it.each([
  ['requester', 'state', { id: personIdFor(MAILS.requester), name: NAMES.requester, mail: MAILS.requester }],
  ['facilitator', 'theirs', { id: outside.id, name: NAMES.facilitator, mail: MAILS.facilitator }],
  [
    'participant',
    'invited',
    { id: personIdFor(MAILS.participant), name: 'Mark-Percy Plum', mail: MAILS.participant },
  ],
] as const)('The link in a letter is that %s’s own', async (as, news, person) => {
  const { mailer, mail, lastLinks, clock } = await aMailOffice();
  await expect(mailer.tell(booked, TO[as], news, 'effect-00000001')).resolves.toBe('sent');
  expect(mail.sent[0]?.to).toEqual({ name: person.name, mail: person.mail });
  const [opened] = await lastLinks();
  expect(opened?.url).toBe(`${PUBLIC_URL}/r/${opened?.token}`);
  expect(opened?.link?.terms).toEqual({
    purpose: as,
    person,
    requestId: ID,
    expiresAt: clock.now() + 60 * DAY_MS,
    ...(as === 'facilitator' && { attempt: 1 }),
  });
});

it('The key of a letter tells of which request it is, and to whom', async () => {
  const { mailer, mail } = await aMailOffice();
  await mailer.tell(booked, TO.facilitator, 'theirs', 'effect-00000001');
  expect(readLetterKey(mail.sent[0]!.key)).toEqual({
    requestId: ID,
    as: 'facilitator',
    person: outside.id,
    attempt: 1,
  });
});

it('One effect is one letter, however often it is tried', async () => {
  const { mailer, mail } = await aMailOffice();
  await mailer.tell(booked, TO.requester, 'state', 'effect-00000001');
  await mailer.tell(booked, TO.requester, 'state', 'effect-00000001');
  await mailer.tell(booked, TO.requester, 'note', 'effect-00000002');
  await mailer.tell(booked, TO.participant, 'invited', 'effect-00000002');
  expect(mail.sent.map(({ to }) => to.mail)).toEqual([MAILS.requester, MAILS.requester, MAILS.participant]);
});

it('What mail cannot take now is a fault, and is written whole at the next try', async () => {
  const { mailer, mail, wire, lastLinks } = await aMailOffice();
  wire.cut = true;
  await expect(mailer.tell(booked, TO.requester, 'state', 'one')).rejects.toThrow();
  wire.cut = false;
  await mailer.tell(booked, TO.requester, 'state', 'one');
  expect(mail.sent).toHaveLength(1);
  expect((await lastLinks())[0]?.link?.state).toBe('valid');
});

it('An address that takes none is a fault for good', async () => {
  const { mailer, mail } = await aMailOffice();
  mail.refuse(MAILS.participant);
  await expect(mailer.tell(booked, TO.participant, 'invited', 'one')).rejects.toMatchObject({
    detail: { permanent: true },
  });
});

it('A requester whom Teams does not reach is asked about times by mail, as the account they have', async () => {
  const office = await aMailOffice();
  const polled = { ...STANDINGS.polled!, requester: { ...inTeams(booked).requester, id: theFacilitator.id } };
  await expect(office.mailer.tell(polled, TO.requester, 'poll', 'one')).resolves.toBe('sent');
  const [opened] = await office.lastLinks();
  expect(opened?.link?.terms).toMatchObject({ purpose: 'requester', person: { id: theFacilitator.id } });
  await office.store.save({
    next: polled,
    effects: [],
    audit: { at: office.clock.now(), by: 'system', what: 'submit' },
  });
  await office.mailer.run({ kind: 'new-link', link: opened!.link!.id }, 'errand-1');
  expect(office.mail.sent).toHaveLength(2);
});

describe('Nobody is written to', () => {
  const withoutMail: Requester = { id: theFacilitator.id, name: 'Sid Sienna', team: 'cs-fs', outside: true };

  it.each([
    [
      'a requester whose account is gone',
      { ...booked, requester: { ...booked.requester, gone: true as const } },
      TO.requester,
      'state',
    ],
    ['a requester without an address', { ...booked, requester: withoutMail }, TO.requester, 'state'],
    [
      'a facilitator who is in Teams',
      { ...booked, match: { ...booked.match, facilitator: aFacilitatorRef() } },
      { as: 'facilitator', facilitator: aFacilitatorRef(), attempt: 1 },
      'theirs',
    ],
    ['somebody who is no participant', booked, { as: 'participant', mail: 'else@school.example' }, 'invited'],
    [
      'a participant who is no longer in the directory',
      {
        ...booked,
        ask: { ...booked.ask, participants: [{ ...booked.ask.participants[0]!, gone: true as const }] },
      },
      TO.participant,
      'invited',
    ],
    ['a facilitator who is asked no longer', STANDINGS.submitted!, TO.facilitator, 'asked'],
    ['a requester about what facilitators are told', STANDINGS.offered!, TO.requester, 'asked'],
    ['a participant about what requesters are told', booked, TO.participant, 'state'],
  ] as const)('%s', async (_who, request, to, news) => {
    const { mailer, mail, links } = await aMailOffice();
    await expect(mailer.tell(request, to, news, 'one')).resolves.toBe('nobody');
    expect(mail.sent).toEqual([]);
    expect(links.all()).toEqual([]);
  });
});

describe('A letter that asks how the session was', () => {
  const held = STANDINGS['held']!;

  it('leads to a page that counts once, and that says nothing of who was written to', async () => {
    const { mailer, mail, evaluations, lastLinks } = await aMailOffice();
    await expect(mailer.tell(held, TO.participant, 'evaluation', 'one')).resolves.toBe('sent');
    const [opened] = await lastLinks();
    expect(opened?.url).toBe(`${PUBLIC_URL}/evaluate/${opened?.token}`);
    expect(await evaluations.look(opened!.token)).toBe('open');
    expect(mail.sent[0]!.text).toContain('your name is not stored with your answer');
  });

  it('is not written to whoever has answered, nor once it is over: the reminder is silent', async () => {
    const { mailer, mail, evaluations, clock, lastLinks } = await aMailOffice();
    await mailer.tell(held, TO.participant, 'evaluation', 'one');
    const [opened] = await lastLinks();
    await evaluations.answer(opened!.token, someEvaluation());
    await expect(mailer.tell(held, TO.participant, 'evaluation-reminder', 'two')).resolves.toBe('nobody');
    await expect(mailer.tell(held, TO.requester, 'evaluation-reminder', 'three')).resolves.toBe('sent');
    clock.pass(60 * DAY_MS);
    await expect(mailer.tell(held, TO.requester, 'evaluation-reminder', 'four')).resolves.toBe('nobody');
    expect(mail.sent).toHaveLength(2);
  });

  it('can be lost and written again: both links open, and one answer counts', async () => {
    const { mailer, evaluations, wire, lastLinks } = await aMailOffice();
    wire.cut = true;
    await expect(mailer.tell(held, TO.participant, 'evaluation', 'one')).rejects.toThrow();
    wire.cut = false;
    await mailer.tell(held, TO.participant, 'evaluation', 'one');
    const [opened] = await lastLinks();
    expect(await evaluations.answer(opened!.token, someEvaluation())).toBe('counted');
    expect(await evaluations.ticket(ID, TO.participant.mail)).toBeUndefined();
  });
});
