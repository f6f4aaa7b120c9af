/** The page each person has of a request, through HTTP, with everything behind it real but storage and mail. */
import { defaultPolicy } from '../../../src/domain/policy';
import { at, aRequest } from '../../builders';
import { somePoll } from '../../some-poll';
import { textOf } from '../tab-office';
import { match } from './every-act';
import { common, hetty, olive, openPersonOffice, type PersonOffice, scarlet, SECRET } from './person-office';

describe('a page of one person and request', () => {
  let office: PersonOffice;
  beforeEach(async () => void (office = await openPersonOffice()));
  afterEach(() => office.close());

  it('shows the requester how it stands, and nothing of what they wrote', async () => {
    await office.has(aRequest.submitted(common));
    const page = await office.opens(await office.linkFor('requester'));
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Sent. Not confirmed yet');
    expect(textOf(page)).toContain('Withdraw the request');
    expect(page.body).not.toContain(SECRET);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('withdraws once it has been confirmed, and says so', async () => {
    await office.has(aRequest.submitted(common));
    const link = await office.linkFor('requester');
    expect(textOf(await office.opens(`${link}/withdraw`))).toContain('Yes, withdraw it');
    expect((await office.current())?.state).toBe('submitted');
    const done = await office.posts(`${link}/withdraw`);
    expect([done.status, done.headers.get('location')]).toEqual([303, `${link}?said=withdrawn`]);
    const after = textOf(await office.opens(`${link}?said=withdrawn`));
    expect(after).toContain('It is withdrawn.');
    // With that the link has done its service.
    expect(after).toContain('This is closed');
    expect((await office.current())?.state).toBe('closed');
    // A second click, or the same form from another tab.
    const again = await office.posts(`${link}/withdraw`);
    expect(again.status).toBe(410);
    expect(textOf(again)).not.toContain('It is withdrawn.');
  });

  it('takes other dates, and shows again what cannot do', async () => {
    await office.has(aRequest.submitted(common));
    const link = await office.linkFor('requester');
    const wrong = await office.posts(`${link}/new-dates`, {
      ...{ earliest: '2026-11-01', latest: '<script>', days: ['monday'], times: ['morning'] },
    });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('Earliest day: this day has passed');
    expect(wrong.body).toContain('value="2026-11-01"');
    expect(wrong.body).not.toContain('<script>');
    const right = await office.posts(`${link}/new-dates`, {
      ...{ earliest: '2026-12-14', latest: '2026-12-18', days: ['monday'], times: ['morning'] },
    });
    expect(right.headers.get('location')).toBe(`${link}?said=dates-given`);
    expect((await office.current())?.ask).toMatchObject({ earliest: '2026-12-14', days: ['monday'] });
  });

  it('proposes other people, and asks about what could be a name', async () => {
    await office.has(aRequest.booked({ ...common, match, attempt: 1 }));
    const link = await office.linkFor('requester');
    const wrong = await office.posts(`${link}/propose-participants`, {
      ...{ name0: '', mail0: '', team0: '', name1: 'Violet Vermilion', mail1: 'no address', team1: 'hl-sn' },
    });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('Person 2: give a full e-mail address');
    expect(wrong.body).toContain('href="#mail1"');
    const none = await office.posts(`${link}/propose-participants`, {});
    expect([none.status, textOf(none)]).toEqual([409, expect.stringContaining('This would change nothing')]);
    const right = await office.posts(`${link}/propose-participants`, {
      ...{ removed: scarlet.mail },
      ...{ name1: 'Violet Vermilion', mail1: 'violet@health.example.org', team1: 'hl-sn' },
    });
    expect(right.headers.get('location')).toBe(`${link}?said=proposed`);
    expect(await office.current()).toMatchObject({
      proposal: { participants: [{ name: 'Umber Ultramarine' }, { name: 'Violet Vermilion' }] },
    });
  });

  it('gives the form back only to whoever has the mailed code, and sends it changed', async () => {
    await office.has(aRequest.returned(common));
    const link = await office.linkFor('requester');
    expect((await office.opens(`${link}/change`)).body).not.toContain(SECRET);
    const asked = await office.posts(`${link}/change`);
    expect(asked.headers.get('location')).toBe(`${link}/code?for=change`);
    expect((await office.opens(`${link}/code?for=change`)).body).not.toContain(SECRET);
    const code = await office.mailedCode();
    const wrong = await office.posts(`${link}/change`, { code: code === '000000' ? '000001' : '000000' });
    expect([wrong.status, wrong.body.includes(SECRET)]).toEqual([422, false]);
    const form = await office.posts(`${link}/change`, { code: ` ${code?.slice(0, 3)} ${code?.slice(3)} ` });
    expect(form.status).toBe(200);
    expect(form.body).toContain(SECRET);
    expect(textOf(form)).toContain('Please add a second agency.');
    const proof = /name="proof" value="(\w+)"/.exec(form.body)?.[1] ?? '';
    expect(proof).not.toBe('');
    const sent = await office.posts(`${link}/change`, filledForm({ proof, caseReference: 'SCH-2042' }));
    expect(sent.headers.get('location')).toBe(`${link}?said=changed`);
    expect(await office.current()).toMatchObject({ state: 'submitted', ask: { caseReference: 'SCH-2042' } });
  });

  it('keeps what was typed when the proof of the code has grown old meanwhile', async () => {
    await office.has(aRequest.returned(common));
    const link = await office.linkFor('requester');
    await office.posts(`${link}/change`);
    const form = await office.posts(`${link}/change`, { code: (await office.mailedCode()) ?? '' });
    const proof = /name="proof" value="(\w+)"/.exec(form.body)?.[1] ?? '';
    office.clock.pass(45 * 60_000);
    const late = await office.posts(`${link}/change`, filledForm({ proof, caseReference: 'SCH-2043' }));
    expect(textOf(late)).toContain('Enter the code');
    expect(late.body).toContain('value="SCH-2043"');
    const carried = new URLSearchParams(
      [...late.body.matchAll(/<input type="hidden" name="([^"]*)" value(?:="([^"]*)")?/g)].map(([, n, v]) => [
        n ?? '',
        v ?? '',
      ]),
    );
    const half = Object.fromEntries(
      [...new Set(carried.keys())].map((name) => [
        name,
        carried.getAll(name).slice(0, carried.getAll(name).length / 2),
      ]),
    );
    const sent = await office.posts(`${link}/change`, { ...half, code: (await office.mailedCode()) ?? '' });
    expect(sent.headers.get('location')).toBe(`${link}?said=changed`);
    expect((await office.current())?.ask.caseReference).toBe('SCH-2043');
  });

  it('keeps what was filled in where it could not be saved', async () => {
    await office.has(aRequest.submitted(common));
    const link = await office.linkFor('requester');
    const dates = { earliest: '2026-12-14', latest: '2026-12-18', days: ['monday'], times: ['morning'] };
    office.saving.cut = true;
    const failed = await office.posts(`${link}/new-dates`, dates);
    expect([failed.status, textOf(failed)]).toEqual([503, expect.stringContaining('this was NOT saved')]);
    expect(failed.body).toContain('value="2026-12-14"');
    await office.posts(`${link}/change`);
    const form = await office.posts(`${link}/change`, { code: (await office.mailedCode()) ?? '' });
    const proof = /name="proof" value="(\w+)"/.exec(form.body)?.[1] ?? '';
    const unsent = await office.posts(`${link}/change`, filledForm({ proof, caseReference: 'SCH-2045' }));
    expect([unsent.status, unsent.body.includes('SCH-2045')]).toEqual([503, true]);
    office.saving.cut = false;
    expect((await office.posts(`${link}/new-dates`, dates)).status).toBe(303);
  });

  it('lets an outside facilitator accept with a code, and say later that they cannot', async () => {
    await office.has(aRequest.offered({ ...common, match }));
    const link = await office.linkFor('facilitator');
    const page = textOf(await office.opens(link));
    expect(page).toContain('Would you facilitate this session?');
    expect(page).toContain('Hetty Headteacher');
    expect(page).not.toContain('CASE-REF');
    const asked = await office.posts(`${link}/accept`, { attempt: '1' });
    expect(asked.headers.get('location')).toBe(`${link}/code?for=accept&attempt=1`);
    expect((await office.current())?.state).toBe('offered');
    const enter = await office.opens(`${link}/code?for=accept&attempt=1`);
    expect(enter.body).toContain('name="attempt" value="1"');
    const code = (await office.mailedCode()) ?? '';
    const accepted = await office.posts(`${link}/accept`, { attempt: '1', code });
    expect(accepted.headers.get('location')).toBe(`${link}?said=accepted`);
    expect((await office.current())?.state).toBe('booked');
    // Back button, and sent again.
    const twice = await office.posts(`${link}/accept`, { attempt: '1', code });
    expect([twice.status, textOf(twice)]).toEqual([409, expect.stringContaining('had been decided already')]);
    const cannot = await office.posts(`${link}/cannot`, { attempt: '1' });
    expect(cannot.headers.get('location')).toBe(`${link}?said=cannot-said`);
    expect((await office.current())?.state).toBe('uncovered');
  });

  it('keeps with a facilitator that they know the family', async () => {
    await office.has(aRequest.offered({ ...common, match }));
    const link = await office.linkFor('facilitator');
    await office.posts(`${link}/cannot`, { attempt: '1', knowsFamily: 'true' });
    expect(await office.current()).toMatchObject({ state: 'submitted', passed: [olive.id] });
    expect(office.store.effectsOf(common.id).map(({ effect }) => effect.kind)).toContain('note-family');
  });

  it('shows a facilitator their sessions by day and time alone, and takes breaks and hours', async () => {
    await office.pool.reserve(
      olive.id,
      { requestId: common.id, attempt: 1, slot: match.slot, state: 'held' },
      defaultPolicy,
    );
    const link = await office.linkFor('facilitating');
    expect(textOf(await office.opens(link))).toContain('Tuesday 8 December 2026, 10:00 to 11:30');
    expect((await office.posts(`${link}/pause`, { until: '2020-01-01' })).status).toBe(422);
    const paused = await office.posts(`${link}/pause`, { until: '2027-01-08' });
    expect(paused.headers.get('location')).toBe(`${link}?said=paused`);
    expect((await office.pool.find(olive.id))?.facilitator.pauses).toHaveLength(1);
    expect((await office.posts(`${link}/end-pause`)).headers.get('location')).toBe(
      `${link}?said=pause-ended`,
    );
    const none = await office.posts(`${link}/declare`, { tuesday: 'none' });
    expect([none.status, textOf(none)]).toEqual([422, expect.stringContaining('with no hours in the week')]);
    const declared = await office.posts(`${link}/declare`, { tuesday: 'none', friday: 'morning' });
    expect(declared.headers.get('location')).toBe(`${link}?said=declared`);
    expect((await office.pool.find(olive.id))?.facilitator.declared?.week).toEqual({
      friday: [{ start: '09:00', end: '12:30' }],
    });
  });

  it('tells a facilitator who could not, once somebody else has it, that it is no longer theirs', async () => {
    await office.has(aRequest.booked({ ...common, attempt: 2, passed: [olive.id] }));
    const page = textOf(await office.opens(await office.linkFor('facilitator')));
    expect(page).toContain('You are no longer down for this session There is nothing you need to do.');
    expect(page).not.toContain('No longer needed');
  });

  it('tells the requester who cannot come, and nobody who comes', async () => {
    await office.has(aRequest.booked({ ...common, match }));
    await office.posts(`${await office.linkFor('participant')}/attend`, { attempt: '1', coming: 'false' });
    const said = `Cannot come: ${scarlet.name}.`;
    expect(textOf(await office.opens(await office.linkFor('requester')))).toContain(said);
    expect(textOf(await office.opens(await office.linkFor('participant')))).not.toContain(said);
  });

  it('does not ask who could come instead once that has been proposed', async () => {
    const absent = [scarlet.mail];
    const proposal = { participants: [], at: at('2026-11-24T11:00'), by: hetty };
    const asks = 'If somebody else can come instead';
    await office.has(aRequest.booked({ ...common, match, absent }));
    const link = await office.linkFor('requester');
    expect(textOf(await office.opens(link))).toContain(asks);
    await office.has(aRequest.booked({ ...common, match, absent, proposal }));
    expect(textOf(await office.opens(link))).toContain('You have proposed other people');
    expect(textOf(await office.opens(link))).not.toContain(asks);
  });

  it('lets a participant say that they cannot come, or can after all, and ask for arrangements', async () => {
    await office.has(aRequest.booked({ ...common, match }));
    const link = await office.linkFor('participant');
    const page = await office.opens(link);
    expect(textOf(page)).toContain('Asked for by Hetty Headteacher');
    expect(page.body).not.toContain('Umber');
    expect(page.body).not.toContain('CASE-REF');
    await office.posts(`${link}/attend`, { attempt: '1', coming: 'false' });
    expect(await office.current()).toMatchObject({ absent: [scarlet.mail] });
    expect(textOf(await office.opens(link))).toContain('You have said that you cannot come.');
    await office.posts(`${link}/attend`, { attempt: '1', coming: 'true' });
    expect(await office.current()).not.toHaveProperty('absent');
    expect((await office.posts(`${link}/ask-arrangements`, { arrangements: 'magic' })).status).toBe(422);
    await office.posts(`${link}/ask-arrangements`, { arrangements: ['captions', 'bsl'] });
    expect((await office.current())?.ask.arrangements).toEqual(['bsl', 'captions']);
  });

  it('asks a participant which times suit, keeps the last answer, and shows nobody another’s', async () => {
    const poll = somePoll({ asked: [scarlet.mail, 'umber@police.example.org'] });
    await office.has(aRequest.submitted({ ...common, poll }));
    const link = await office.linkFor('participant');
    const page = await office.opens(link);
    expect(textOf(page)).toContain('Tuesday 8 December 2026, 10:00 to 11:30');
    const [first, second] = poll.slots.map(({ start }) => String(start));
    const answer = (starts: readonly string[], at = String(poll.at)) =>
      office.posts(`${link}/answer-poll`, { at, starts });
    expect((await answer([first ?? '', second ?? ''])).headers.get('location')).toBe(
      `${link}?said=poll-answered`,
    );
    expect((await answer([second ?? ''])).status).toBe(303);
    expect(await office.current()).toMatchObject({
      poll: { answers: [{ mail: scarlet.mail, starts: [Number(second)] }] },
    });
    expect((await office.opens(link)).body).toMatch(new RegExp(`value="${second}" checked`));
    expect((await answer(['12345'])).status).toBe(409);
    expect((await answer([first ?? ''], '1')).status).toBe(409);
    office.clock.pass(poll.closesAt - at('2026-11-24T10:00'));
    expect(textOf(await office.opens(link))).toContain('No session is arranged just now.');
  });

  it('does not say that an answer can be changed once everybody has given theirs', async () => {
    const poll = somePoll({ asked: [scarlet.mail] });
    await office.has(aRequest.submitted({ ...common, poll }));
    const link = await office.linkFor('participant');
    const { headers } = await office.posts(`${link}/answer-poll`, { at: String(poll.at) });
    expect(headers.get('location')).toBe(`${link}?said=last-poll-answer`);
    const page = textOf(await office.opens(headers.get('location')!));
    expect(page).toContain('Thank you for your answer. Only the coordinators see it.');
    expect(page).not.toContain('change it');
  });

  it('says as long as policy has it how long a code can be entered', async () => {
    await office.has(aRequest.submitted(common));
    const page = await office.opens(`${await office.linkFor('requester')}/code?for=change`);
    expect(textOf(page)).toContain(`It can be entered for ${defaultPolicy.codeMinutes} minutes.`);
  });
});

/** As the last page of the form sends it. */
function filledForm(over: Readonly<Record<string, string>>): Record<string, string | readonly string[]> {
  return {
    ...{ step: 'check', go: 'send', checked: 'yes', risk: 'no', caseReference: 'SCH-2041', team: 'ed-pri' },
    ...{ phone: '', colleague: '', reason: 'We go round in circles.', familyTold: 'yes' },
    ...{ place: 'online', venue: '', locality: '', earliest: '2026-12-09', latest: '2026-12-18' },
    ...{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], times: ['morning', 'afternoon'] },
    ...{ 'person-0-name': scarlet.name, 'person-0-mail': scarlet.mail, 'person-0-team': 'hl-sn' },
    ...{ 'person-1-name': 'Umber Ultramarine', 'person-1-mail': 'umber@police.example.org' },
    'person-1-team': 'po-ne',
    ...over,
  };
}
