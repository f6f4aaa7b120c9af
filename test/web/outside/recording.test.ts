/** What a facilitator of another organisation does around the end of a session, on their own pages. */
import { STATEMENTS } from '../../../src/domain/evaluation';
import type { Held } from '../../../src/domain/request';
import { OWN_FEEDBACK } from '../../../src/wording/own-feedback';
import { OWN_STATEMENT_TEXTS, RECORD, ringInWords, TALKING_OVER } from '../../../src/wording/session-record';
import { SHARED_LINK } from '../../../src/wording/shared-link';
import { aRequest, at, theFacilitator } from '../../builders';
import { textOf } from '../tab-office';
import { booked, EVERY_ACT, match } from './every-act';
import { common, olive, openPersonOffice, type PersonOffice, SECRET } from './person-office';

const held = aRequest.held({ ...common, match });
const { form: FILLED } = EVERY_ACT['record-session'];
const CONTACT = 'Sage Support, 01632 960 144';

let office: PersonOffice;
beforeEach(async () => {
  office = await openPersonOffice({ policy: { supportContact: CONTACT } });
  await office.has(held);
});
afterEach(() => office.close());

const recorded = async () => ((await office.current()) as Held).record;

describe('the record of a session on a page', () => {
  it('is asked for on the page of the session, and starts with the times as booked and nobody ticked', async () => {
    const link = await office.linkFor('facilitator');
    const page = await office.opens(link);
    expect(textOf(page)).toContain(RECORD.askedFor);
    expect(page.body).toContain(`href="${link}/record-session"`);
    const form = await office.opens(`${link}/record-session`);
    expect(form.body).toMatch(/name="began"[^>]*value="10:00"/);
    expect(form.body).toMatch(/name="ended"[^>]*value="11:30"/);
    expect(form.body).not.toContain(' checked/>');
    expect(form.body).not.toMatch(/<textarea|type="text"/);
    expect(form.body).not.toContain(SECRET);
  });

  it('is kept, thanked for, and can be changed as it was recorded', async () => {
    const link = await office.linkFor('facilitator');
    const saved = await office.posts(`${link}/record-session`, FILLED);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${link}?said=recorded`]);
    expect(await recorded()).toMatchObject({ agencies: ['ed', 'hl'], also: 'none', themes: ['roles'] });
    const after = textOf(await office.opens(`${link}?said=recorded`));
    expect(after).toContain(RECORD.recorded);
    expect(after).toContain(RECORD.change);
    const again = await office.opens(`${link}/record-session`);
    expect(again.body.match(/ checked\/>/g)).toHaveLength(8);
    await office.posts(`${link}/record-session`, { ...FILLED, also: ['case-updates'], concern: 'yes' });
    expect(await recorded()).toMatchObject({ also: ['case-updates'], concern: true });
  });

  it('that lacks something is sent back with what and where, and with what was filled in', async () => {
    const link = await office.linkFor('facilitator');
    const wrong = await office.posts(`${link}/record-session`, {
      ...FILLED,
      ...{ came: [], ended: '09:00', also: ['none', 'not-sure'], 'held-feelings': [] },
    });
    expect(wrong.status).toBe(422);
    for (const field of ['came', 'ended', 'also', 'held-feelings'])
      expect(wrong.body).toContain(`href="#${field}"`);
    expect(wrong.body).not.toContain('href="#kept-reflective"');
    expect(textOf(wrong)).toContain(`${OWN_STATEMENT_TEXTS['held-feelings']}: please choose one`);
    expect(wrong.body).toMatch(/name="ended"[^>]*value="09:00"/);
    expect(wrong.body.match(/ checked\/>/g)).toHaveLength(6);
    expect(await recorded()).toBeUndefined();
  });

  it('without a word on whether a concern arose is sent back, and says whom to ring', async () => {
    const link = await office.linkFor('facilitator');
    const wrong = await office.posts(`${link}/record-session`, { ...FILLED, concern: [] });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('href="#concern"');
    expect(textOf(wrong)).toContain(
      'If one arose and has not gone that way yet, ring now: In immediate danger',
    );
    expect(await recorded()).toBeUndefined();
  });

  it('of anything else than what can be chosen is not kept', async () => {
    const link = await office.linkFor('facilitator');
    for (const over of [
      { came: ['<script>'] },
      { themes: ['x'] },
      { began: 'noon' },
      { 'held-feelings': '9' },
      { concern: 'true' },
    ]) {
      const reply = await office.posts(`${link}/record-session`, { ...FILLED, ...over });
      expect(reply.status).toBe(422);
      expect(reply.body).not.toContain('<script>');
    }
    expect((await office.posts(`${link}/record-session`, { ...FILLED, attempt: 'x' })).status).toBe(422);
    expect(await recorded()).toBeUndefined();
  });

  it('is not there before the session is over, nor for whoever does not facilitate it', async () => {
    await office.has(booked);
    const link = await office.linkFor('facilitator');
    expect((await office.opens(`${link}/record-session`)).status).toBe(303);
    expect((await office.posts(`${link}/record-session`, FILLED)).status).toBe(409);
    await office.has({
      ...held,
      match: { ...match, facilitator: { ...match.facilitator, ...theFacilitator } },
    });
    expect((await office.opens(`${link}/record-session`)).status).toBe(303);
    expect((await office.posts(`${link}/record-session`, FILLED)).status).toBe(409);
    expect(await recorded()).toBeUndefined();
  });

  it('that could not be saved is still there to be sent again', async () => {
    const link = await office.linkFor('facilitator');
    office.saving.cut = true;
    const reply = await office.posts(`${link}/record-session`, FILLED);
    office.saving.cut = false;
    expect([reply.status, textOf(reply)]).toEqual([503, expect.stringContaining('this was NOT saved')]);
    expect(reply.body.match(/ checked\/>/g)).toHaveLength(8);
    expect((await office.posts(`${link}/record-session`, FILLED)).status).toBe(303);
    expect(await recorded()).toMatchObject({ agencies: ['ed', 'hl'] });
  });
});

describe('the code for everybody on a page', () => {
  it('says from when, before it can be shown', async () => {
    await office.has(booked);
    const link = await office.linkFor('facilitator');
    expect(textOf(await office.opens(link))).toContain(SHARED_LINK.button);
    const early = await office.posts(`${link}/show-evaluation`);
    expect([early.status, textOf(early)]).toEqual([
      409,
      expect.stringContaining('from 11:25 on Tuesday 8 December 2026'),
    ]);
    expect(office.evaluations.sessions.size).toBe(0);
  });

  it('is drawn on the page with what it says in words, and leads to an evaluation that is open', async () => {
    await office.has(booked);
    office.clock.pass(at('2026-12-08T11:26') - office.clock.now());
    const shown = await office.posts(`${await office.linkFor('facilitator')}/show-evaluation`);
    expect(shown.status).toBe(200);
    expect(shown.body).toMatch(/<svg[^>]*role="img"[^>]*aria-label="/);
    expect(shown.body).not.toMatch(/<img|style="/);
    const link = /https:\/\/jags\.norfolk-sandbox\.example(\/evaluate\/[^<\s]+)/.exec(textOf(shown))?.[1];
    expect(textOf(await office.opens(link!))).toContain('How was the session?');
    expect(office.evaluations.sessions.get(common.id)).toMatchObject({ invited: 3 });
  });

  it('is not there for a session that is somebody else’s by now', async () => {
    await office.has({
      ...held,
      match: { ...match, facilitator: { ...match.facilitator, ...theFacilitator } },
    });
    const reply = await office.posts(`${await office.linkFor('facilitator')}/show-evaluation`);
    expect([reply.status, textOf(reply)]).toEqual([409, expect.stringContaining(SHARED_LINK.over)]);
    expect(office.evaluations.sessions.size).toBe(0);
  });
});

describe('talking a session over, from a page', () => {
  it.each(['facilitator', 'facilitating'] as const)(
    'tells those who support facilitators: %s',
    async (purpose) => {
      const link = await office.linkFor(purpose);
      expect(textOf(await office.opens(link))).toContain(TALKING_OVER.button);
      const before = await office.store.history(common.id);
      const told = await office.posts(`${link}/talk-over`);
      expect([told.status, told.headers.get('location')]).toEqual([303, `${link}?said=talk-told`]);
      expect(office.talkingOver.told).toMatchObject([{ id: olive.id, name: olive.name }]);
      expect(await office.store.history(common.id)).toEqual(before);
    },
  );

  it('says whom to ring where nobody could be told', async () => {
    office.talkingOver.reachable = false;
    const reply = await office.posts(`${await office.linkFor('facilitator')}/talk-over`);
    expect(textOf(reply)).toContain(ringInWords(CONTACT));
  });
});

describe('own feedback on the page of a facilitator', () => {
  it('is there from three sessions on, and says so before', async () => {
    const link = await office.linkFor('facilitating');
    expect(textOf(await office.opens(link))).toContain(OWN_FEEDBACK.tooFew);
    office.feedback.known.set(olive.id, {
      ...{ sessions: 3, answers: 12, fidelity: { count: 60, of: 72 } },
      statements: Object.fromEntries(STATEMENTS.map((each) => [each, { count: 9, of: 12 }])) as never,
    });
    const page = textOf(await office.opens(link));
    expect(page).toContain('Of 3 of your sessions together, 12 answers.');
    expect(page).toContain('75% (9 of 12 agreed)');
  });
});
