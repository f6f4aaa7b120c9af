import { defaultPolicy } from '../../src/domain/policy';
import { at, aRequest } from '../builders';
import { facilitatorAnswers } from '../facilitator-drafts';
import { facilitators, practitioners, outsiders } from '../sandbox/people';
import { openTabOffice, type TabOffice, textOf } from './tab-office';

const [fay, amber, basil, cerise, dale, esme] = facilitators;
const LIST = '/tab/facilitators';
const hattieId = '0a751de0-0000-4000-8000-000000000001';
const form = (over = {}) => ({ ...facilitatorAnswers(), ...over });

let office: TabOffice;
beforeEach(async () => {
  office = await openTabOffice();
});
afterEach(() => office.close());

const idOf = async (mail: string) =>
  (await office.pool.all()).find(({ facilitator }) => facilitator.mail === mail)?.facilitator.id ?? '';
const stored = async (id: string) => (await office.pool.find(id))?.facilitator;

describe('the list of facilitators', () => {
  it('says of each how they stand', async () => {
    const page = textOf(await office.sees(LIST));
    for (const words of [
      'Trained until 31 March 2027',
      'Training ends in 23 days, on 17 December 2026',
      'Training ended on 30 June 2026',
      'Paused until 4 January 2027',
      'Not since May',
      'Availability unknown: last confirmed on 1 June 2026',
      'counts as 0.5',
      'Norwich, South Norfolk',
      '1 session in 12 months',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain(esme.name);
  });

  it.each<[string, readonly string[]]>([
    ['training', [amber.name, basil.name]],
    ['paused', [cerise.name]],
    ['idle', [dale.name]],
    ['hours', [outsiders[0].name]],
    ['left', [esme.name]],
    ['nonsense', [amber.name, basil.name, cerise.name, dale.name, fay.name, outsiders[0].name]],
  ])('shows in the view "%s" only those it is about', async (view, names) => {
    const { body } = await office.sees(`${LIST}?show=${view}`);
    const shown = [...body.matchAll(/<th scope="row"><a [^>]*>([^<]*)</g)].map(([, name]) => name);
    expect(shown).toEqual(names);
  });

  it.each([
    ['fay', fay.name],
    ['FACILITATE health', fay.name],
    ['early%20years', basil.name],
    ['hattie.hazel%40', outsiders[0].name],
  ])('finds by name, address, agency and team: %s', async (typed, name) => {
    const answer = await office.sees(`${LIST}?q=${typed}`);
    expect([...answer.body.matchAll(/<th scope="row"><a [^>]*>([^<]*)</g)].map(([, each]) => each)).toEqual([
      name,
    ]);
    expect(answer.body).toContain('data-said="1 facilitator: Everybody in the pool"');
  });

  it('says so when nobody is found', async () => {
    expect(textOf(await office.sees(`${LIST}?q=zzz`))).toContain('Nobody here has all of these words');
  });
});

describe('adding a facilitator', () => {
  it('adds them, shows them, and says where that page is', async () => {
    const answer = await office.posts(`${LIST}/new`, form());
    const id = await idOf('scarlet.sepia@health-sandbox.example');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('hx-push-url')).toBe(`${LIST}/${id}`);
    expect(textOf(answer)).toContain('Added to the pool');
    expect(await stored(id)).toMatchObject({
      outside: true,
      trainedUntil: '2028-03-16',
      localities: ['norwich', 'south'],
    });
  });

  it('knows somebody of the tenant by their account', async () => {
    await office.posts(`${LIST}/new`, form({ mail: practitioners[1].mail }));
    expect(await stored(practitioners[1].id)).not.toHaveProperty('outside');
  });

  it('names everything that is wrong, beside its field, and keeps what was typed', async () => {
    const wrong = form({
      name: '',
      mail: 'nowhere',
      weight: 'much',
      trainedOn: '2027-01-01',
      localities: ['north'],
    });
    const answer = await office.posts(`${LIST}/new`, wrong);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('hx-push-url')).toBe('false');
    expect(textOf(answer)).toContain('4 things need changing');
    for (const field of ['name', 'mail', 'weight', 'trainedOn']) {
      expect(answer.body).toContain(`href="#${field}"`);
      expect(answer.body).toMatch(
        new RegExp(`<input id="${field}"[^>]*aria-describedby="[^"]*${field}-wrong"`),
      );
    }
    expect(answer.body).toMatch(/value="nowhere"/);
    expect(answer.body).toMatch(/value="north" checked/);
    expect(await idOf('nowhere')).toBe('');
  });

  it('takes no address twice', async () => {
    const answer = await office.posts(`${LIST}/new`, form({ mail: fay.mail.toUpperCase() }));
    expect(textOf(answer)).toContain('has that address already');
  });
});

describe('changing a facilitator', () => {
  const path = `${LIST}/${fay.id}/change`;
  const versionOf = (body: string) => /name="version" value="([^"]*)"/.exec(body)?.[1] ?? '';
  const changed = (version: string) => form({ name: fay.name, mail: fay.mail, team: 'hl-gp', version });

  it('shows what is there and saves what is typed', async () => {
    const { body } = await office.sees(path);
    expect(body).toContain('value="2027-03-31"');
    const answer = await office.posts(path, changed(versionOf(body)));
    expect(textOf(answer)).toContain('Saved');
    expect(await stored(fay.id)).toMatchObject({ team: 'hl-gp' });
    expect(textOf(answer)).toMatch(/Cora Coordinate .*agency and team/);
  });

  it('says that somebody else was faster, keeps what was typed, and saves on the second try', async () => {
    const { body } = await office.sees(path);
    const first = await office.posts(path, { ...changed(versionOf(body)), team: 'po-ch' });
    expect(first.status).toBe(200);
    const second = await office.posts(path, changed(versionOf(body)));
    expect(second.status).toBe(409);
    expect(textOf(second)).toContain('Somebody else changed this meanwhile');
    expect(textOf(second)).toContain('Agency and team : now saved as Police: child abuse investigation');
    expect(second.body).toContain('<option value="hl-gp" selected');
    expect(await stored(fay.id)).toMatchObject({ team: 'po-ch' });
    expect((await office.posts(path, changed(versionOf(second.body)))).status).toBe(200);
    expect(await stored(fay.id)).toMatchObject({ team: 'hl-gp' });
  });

  it('keeps pauses and declared hours', async () => {
    const { body } = await office.sees(`${LIST}/${hattieId}/change`);
    await office.posts(`${LIST}/${hattieId}/change`, form({ version: versionOf(body) }));
    expect(await stored(hattieId)).toHaveProperty('declared.on', '2026-06-01');
  });

  it.each([`${LIST}/nobody/change`, `${LIST}/nobody`, `${LIST}/nobody/hours`])(
    'knows nobody at %s',
    async (each) => {
      expect((await office.sees(each)).status).toBe(404);
    },
  );
});

describe('the page of a facilitator', () => {
  it('shows the coming session by its reference, and nothing of the case', async () => {
    const page = textOf(await office.sees(`${LIST}/${fay.id}`));
    expect(page).toContain('1A2B-3C4D Tuesday 8 December 2026, 10:00 to 11:30');
  });

  it('pauses until a day, names the sessions it touches, and ends the pause', async () => {
    office.touches(aRequest.booked({ id: '1a2b3c4d-0000-4000-8000-000000000001' }));
    const answer = textOf(await office.posts(`${LIST}/${fay.id}/pause`, { until: '2026-12-11' }));
    expect(answer).toContain('Paused. One arranged session is touched 1A2B-3C4D on Tuesday 8 December 2026');
    expect(answer).toContain("The coordinators' cards say so and offer to find somebody else.");
    expect(await stored(fay.id)).toMatchObject({ pauses: [{ from: '2026-11-24', until: '2026-12-11' }] });
    office.touches();
    expect(textOf(await office.posts(`${LIST}/${fay.id}/resume`, { step: 'x' }))).toContain(
      'The pause is over',
    );
    expect(await stored(fay.id)).not.toHaveProperty('pauses');
  });

  it.each([
    ['pause', { until: '' }, 'Choose a day'],
    ['pause', { until: '2026-11-23' }, 'Choose today or a later day'],
    ['leave', { on: 'soon' }, 'Choose a day'],
  ])('asks again where %s has no right day', async (step, typed, words) => {
    const answer = await office.posts(`${LIST}/${fay.id}/${step}`, typed);
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain(words);
    expect(await stored(fay.id)).not.toHaveProperty('leftOn');
  });

  it('notes leaving, and takes somebody back', async () => {
    expect(textOf(await office.posts(`${LIST}/${fay.id}/leave`, { on: '2027-01-01' }))).toContain(
      'Leaves on 1 January 2027',
    );
    await office.posts(`${LIST}/${fay.id}/return`, { step: 'x' });
    expect(await stored(fay.id)).not.toHaveProperty('leftOn');
  });

  it('confirms declared hours as of today', async () => {
    const answer = textOf(await office.posts(`${LIST}/${hattieId}/confirm`, { step: 'x' }));
    expect(answer).toContain('Availability declared on 24 November 2026');
    expect(await stored(hattieId)).toHaveProperty('declared.week.tuesday');
  });

  it('declares hours: a week, days that differ, leave', async () => {
    const answer = await office.posts(`${LIST}/${fay.id}/hours`, {
      'monday-0-start': '13:00',
      'monday-0-end': '16:00',
      'monday-1-start': '09:00',
      'monday-1-end': '12:00',
      'exception-0-date': '2026-12-01',
      'leave-1-from': '2026-12-21',
      'leave-1-until': '2027-01-01',
    });
    expect(textOf(answer)).toContain('Monday 09:00 to 12:00, 13:00 to 16:00');
    expect((await stored(fay.id))?.declared).toEqual({
      on: '2026-11-24',
      week: {
        monday: [
          { start: '09:00', end: '12:00' },
          { start: '13:00', end: '16:00' },
        ],
      },
      exceptions: [{ date: '2026-12-01', hours: [] }],
      leave: [{ from: '2026-12-21', until: '2027-01-01' }],
    });
    await office.posts(`${LIST}/${fay.id}/calendar`, { step: 'x' });
    expect(await stored(fay.id)).not.toHaveProperty('declared');
  });

  it('names every hour that is wrong, and keeps what was typed', async () => {
    const answer = await office.posts(`${LIST}/${fay.id}/hours`, {
      'monday-0-start': '12:00',
      'monday-0-end': '09:00',
      'friday-0-start': '10:00',
      'leave-0-from': '2026-13-01',
    });
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('4 things need changing');
    expect(textOf(answer)).toContain('Monday: the end must come after the beginning');
    expect(answer.body).toContain('value="12:00"');
  });

  it('counts what they observed', async () => {
    const later = at('2026-12-20T10:00');
    await office.close();
    office = await openTabOffice({ now: () => later });
    await office.pool.reserve(
      amber.id,
      { ...(await office.pool.find(fay.id))!.reservations[0]!, observes: true },
      defaultPolicy,
    );
    expect(textOf(await office.sees(`${LIST}/${amber.id}`))).toContain('1 session observed');
  });
});
