import { mayActFor } from '../../../src/domain/people';
import { personIdFor } from '../../../src/ids';
import { aFacilitator } from '../../builders';
import { aMailOffice, given } from './office';
import { alsoOutside, booked, closed, ID, inTeams, MAILS, outside, PERSONS, STANDINGS } from './marked';

describe('New links', () => {
  it.each([
    ['requester', MAILS.requester, booked],
    ['facilitator', MAILS.facilitator, booked],
    ['facilitator', MAILS.facilitator, STANDINGS.offered!],
    ['facilitator', MAILS.facilitator, STANDINGS.held!],
    ['participant', MAILS.participant, booked],
    ['participant', MAILS.participant, STANDINGS.uncovered!],
    ['participant', MAILS.participant, STANDINGS.polled!],
  ] as const)('are for the %s', async (purpose, mail, request) => {
    const office = await aMailOffice({ requests: [request] });
    await office.mailer.run({ kind: 'new-links', mail }, 'errand-1');
    const opened = await office.lastLinks();
    expect(opened.map(({ link }) => link?.terms)).toEqual([
      expect.objectContaining({ purpose, person: PERSONS[purpose], requestId: ID }),
    ]);
  });

  it('are for a colleague who may act for the requester, and is in no directory', async () => {
    const mail = 'mark-colleague@school.example';
    const office = await aMailOffice({ requests: [STANDINGS.returned!] });
    await office.mailer.run({ kind: 'new-links', mail }, 'errand-1');
    const [opened] = await office.lastLinks();
    expect(opened?.link?.terms).toMatchObject({
      purpose: 'requester',
      person: { id: personIdFor(mail), mail },
      requestId: ID,
    });
    expect(mayActFor(STANDINGS.returned!.requester, opened!.link!.terms.person)).toBe(true);
  });

  it('are for whoever is asked in place of somebody', async () => {
    const office = await aMailOffice({ requests: [STANDINGS['uncovered, another is asked']!] });
    await office.mailer.run({ kind: 'new-links', mail: alsoOutside.mail }, 'errand-1');
    expect((await office.lastLinks())[0]?.link?.terms).toMatchObject({ purpose: 'facilitator', attempt: 2 });
    await office.mailer.run({ kind: 'new-links', mail: MAILS.facilitator }, 'errand-2');
    expect(office.mail.sent).toHaveLength(1);
  });

  it('are all in one letter, and those before are over', async () => {
    const another = { ...booked, id: '0123456789abcdefghjkmnpqrs', submittedAt: booked.submittedAt + 1 };
    const office = await aMailOffice({
      requests: [booked, another],
      facilitators: [aFacilitator({ ...outside })],
    });
    const before = await given(office, { purpose: 'facilitator', person: PERSONS.facilitator, attempt: 1 });
    const others = await given(office, { purpose: 'participant', person: PERSONS.participant });
    await office.mailer.run({ kind: 'new-links', mail: MAILS.facilitator }, 'errand-1');
    expect(office.mail.sent).toHaveLength(1);
    const opened = await office.lastLinks();
    expect(opened.map(({ link }) => [link?.terms.purpose, link?.terms.requestId, link?.state])).toEqual([
      ['facilitator', booked.id, 'valid'],
      ['facilitator', another.id, 'valid'],
      ['facilitating', undefined, 'valid'],
    ]);
    expect((await office.links.byId(before.id))?.state).toBe('over');
    expect((await office.links.byId(others.id))?.state).toBe('valid');
  });

  it.each([
    ['nobody known', 'nobody.known@school.example', [booked]],
    ['a participant whose answer is too late', MAILS.participant, [STANDINGS['poll over']!]],
    ['a participant of what is not arranged', MAILS.participant, [STANDINGS.submitted!]],
    ['a facilitator who could be asked', MAILS.facilitator, [STANDINGS.submitted!]],
    ['a facilitator who dropped out', MAILS.facilitator, [STANDINGS.uncovered!]],
    ['the requester of what is closed', MAILS.requester, [closed({ kind: 'withdrawn' })]],
    ['a requester who is in Teams', MAILS.requester, [inTeams(booked)]],
    [
      'a colleague who is in the directory',
      'mark-colleague@school.example',
      [
        {
          ...booked,
          requester: { ...booked.requester, colleague: { mail: 'mark-colleague@school.example', id: ID } },
        },
      ],
    ],
    ['an interpreter', 'mark-interpreter@language.example', [booked]],
  ] as const)('are not sent to %s, and nothing tells so', async (_who, mail, requests) => {
    const office = await aMailOffice({ requests });
    await expect(office.mailer.run({ kind: 'new-links', mail }, 'errand-1')).resolves.toBeUndefined();
    expect(office.mail.sent).toEqual([]);
    expect(office.links.all()).toEqual([]);
  });

  it('are not for a facilitator who is in Teams, or has left', async () => {
    const office = await aMailOffice({
      facilitators: [
        aFacilitator({ mail: MAILS.participant }),
        aFacilitator({ ...outside, leftOn: '2026-11-26' }),
      ],
    });
    for (const mail of [MAILS.participant, MAILS.facilitator])
      await office.mailer.run({ kind: 'new-links', mail }, `of ${mail}`);
    expect(office.mail.sent).toEqual([]);
  });
});
