/** Who holds no link for it does nothing: every act with every kind of wrong token, and through every purpose. */
import { PURPOSES, type Purpose } from '../../../src/ports/links';
import { type Act, type ActName, ACTS } from '../../../src/web/outside/person/acts';
import { STEPS } from '../../../src/web/outside/person/steps';
import { aRequest, aRequester } from '../../builders';
import { textOf } from '../tab-office';
import { booked, EVERY_ACT, match } from './every-act';
import { common, olive, openPersonOffice, type PersonOffice, SECRET, umber } from './person-office';

const NAMES = Object.keys(EVERY_ACT) as ActName[];

const HOLDERS = PURPOSES.filter((purpose): purpose is Exclude<Purpose, 'ask'> => purpose !== 'ask');

/** Every token that opens nothing. */
const TOKENS: readonly (readonly [string, (office: PersonOffice, purpose: Purpose) => Promise<string>])[] = [
  ['guessed', async () => `/r/${'A'.repeat(43)}`],
  ['of another length', async () => '/r/short'],
  ['with a sign that no token has', async () => `/r/${'A'.repeat(42)}%2F`],
  [
    'altered in its last letter',
    async (office, purpose) => {
      const link = await office.linkFor(purpose);
      return `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    },
  ],
  ['expired', (office, purpose) => office.linkFor(purpose, { expiresAt: office.clock.now() })],
  [
    'revoked',
    async (office, purpose) => {
      const link = await office.linkFor(purpose);
      const terms = office.links.all().at(-1)!.terms;
      await office.links.revoke(terms);
      return link;
    },
  ],
  [
    'of a request that is gone',
    (office, purpose) => office.linkFor(purpose, { requestId: 'another-request' }),
  ],
  ['to the form', (office) => office.linkFor('ask')],
];

describe('a link that is not for it', () => {
  let office: PersonOffice;
  beforeEach(async () => void (office = await openPersonOffice()));
  afterEach(() => office.close());

  async function everything(): Promise<string> {
    const entry = await office.pool.find(olive.id);
    return JSON.stringify([office.store.all(), entry, office.store.effectsOf(common.id)]);
  }

  it('opens nothing and does nothing once the request is closed, whatever it was for', async () => {
    for (const act of NAMES)
      for (const purpose of ACTS[act].purposes) {
        if (purpose === 'facilitating') continue;
        await office.has(aRequest.closed({ ...common, attempt: 1 }));
        const link = await office.linkFor(purpose);
        const before = await everything();
        const answers = [
          await office.opens(link),
          await office.opens(`${link}/${act}`),
          await office.posts(`${link}/${act}`, { ...EVERY_ACT[act].form, code: '000000' }),
        ];
        for (const said of answers) {
          expect([act, said.status]).toEqual([act, 410]);
          expect(textOf(said)).not.toContain(SECRET);
        }
        expect([act, await everything()]).toEqual([act, before]);
      }
    expect(office.errands.waiting).toEqual([]);
  });

  it.each(TOKENS)('opens nothing and does nothing: %s', async (name, tokenOf) => {
    for (const act of NAMES) {
      await office.has(EVERY_ACT[act].request);
      for (const purpose of ACTS[act].purposes) {
        // A place in the pool is of no request.
        if (purpose === 'facilitating' && name === 'of a request that is gone') continue;
        const link = await tokenOf(office, purpose);
        const before = await everything();
        const said = await office.posts(`${link}/${act}`, { ...EVERY_ACT[act].form, code: '000000' });
        expect([act, said.status, textOf(said)]).toEqual([
          act,
          404,
          expect.stringContaining('does not open anything'),
        ]);
        expect([act, await everything()]).toEqual([act, before]);
      }
    }
    expect(office.errands.waiting).toEqual([]);
    expect(await opened(await tokenOf(office, 'requester'))).toMatch(/^404 .*does not open anything/);
    for (const step of [...Object.keys(STEPS), 'code'])
      expect(await opened(`${await tokenOf(office, 'requester')}/${step}`)).toMatch(
        /^404 .*does not open anything/,
      );
  });

  async function opened(path: string): Promise<string> {
    const page = await office.opens(path);
    expect(page.body).not.toContain('Hetty');
    expect(page.body).not.toContain(SECRET);
    return `${page.status} ${textOf(page)}`;
  }

  it.each(NAMES)('does only what its purpose is for: %s', async (name) => {
    const act: Act = ACTS[name];
    const { request, form, now = office.clock.now() } = EVERY_ACT[name];
    office.clock.pass(now - office.clock.now());
    for (const purpose of HOLDERS) {
      await office.has(request);
      const link = await office.linkFor(purpose);
      const before = await everything();
      const said = await office.posts(`${link}/${name}`, form);
      if (act.purposes.includes(purpose)) {
        // What is only shown leads nowhere else; nor is there anywhere to lead once a link is ended.
        const isShown = act.does === 'show-evaluation' || act.does === 'end-link';
        expect([purpose, said.status]).toEqual([purpose, isShown ? 200 : 303]);
      } else {
        expect([purpose, said.status]).toEqual([purpose, 404]);
        expect(await everything()).toBe(before);
      }
    }
  });

  it.each(NAMES)('does nothing for a page of another site: %s', async (name) => {
    const { request, form } = EVERY_ACT[name];
    await office.has(request);
    for (const purpose of ACTS[name].purposes) {
      const link = await office.linkFor(purpose);
      const before = await everything();
      const said = await office.posts(`${link}/${name}`, form, { 'Sec-Fetch-Site': 'cross-site' });
      expect([said.status, await everything()]).toEqual([403, before]);
    }
    expect(office.errands.waiting).toEqual([]);
  });

  it.each(NAMES)('does nothing by being opened, as mail scanners do: %s', async (name) => {
    const { request, form } = EVERY_ACT[name];
    await office.has(request);
    const query = new URLSearchParams(
      Object.entries(form).map(([key, value]) => [key, [value].flat()[0] ?? '']),
    );
    for (const purpose of HOLDERS) {
      const link = await office.linkFor(purpose);
      const before = await everything();
      for (const path of [`${link}/${name}?${query}`, `${link}/new-link`, `${link}?${query}`])
        expect([200, 303, 404]).toContain((await office.opens(path)).status);
      expect(await everything()).toBe(before);
    }
    expect(office.errands.waiting).toEqual([]);
  });

  it('is somebody else’s: their own page, and nothing of the first one', async () => {
    await office.has(aRequest.booked({ ...common, match }));
    const others = await office.linkFor('participant', { person: umber });
    await office.posts(`${others}/attend`, { attempt: '1', coming: 'false' });
    expect(await office.current()).toMatchObject({ absent: [umber.mail] });
  });

  it.each([
    ['requester', aRequest.submitted({ ...common, requester: aRequester({ name: 'Somebody Else' }) })],
    ['participant', aRequest.booked({ ...common, match, ask: { ...common.ask, participants: [] } })],
  ] as const)('opens nothing once it is no longer theirs: %s', async (purpose, request) => {
    await office.has(request);
    const link = await office.linkFor(purpose);
    expect((await office.opens(link)).status).toBe(404);
    expect((await office.posts(`${link}/withdraw`)).status).toBe(404);
    expect(await office.current()).toEqual(request);
  });

  it('is no other facilitator’s: what was offered to somebody else is not accepted with a code of one’s own', async () => {
    await office.has(aRequest.offered(common));
    const link = await office.linkFor('facilitator');
    const page = textOf(await office.opens(link));
    expect(page).toContain('No longer needed');
    expect(page).not.toContain('Scarlet');
    const said = await office.posts(`${link}/accept`, { attempt: '1' });
    expect([said.status, office.errands.waiting]).toEqual([409, []]);
  });

  it.each([
    'attempt=0',
    'attempt=1.5',
    'attempt=-1',
    'attempt=1e3',
    'attempt=',
    'attempt=99999999999999999999',
    'x=1',
  ])('takes no form of another shape: %s', async (body) => {
    await office.has(booked);
    const link = await office.linkFor('facilitator');
    const said = await office.ask(`${link}/cannot`, { method: 'POST', body: new URLSearchParams(body) });
    expect([said.status, await office.current()]).toEqual([422, booked]);
  });

  it('says the same of a link that was ours and one that never was, and mails a new one three times an hour at most', async () => {
    await office.has(booked);
    const old = await office.linkFor('requester', { expiresAt: office.clock.now() });
    const never = `/r/${'A'.repeat(43)}`;
    const pages = [await office.opens(old), await office.opens(never)];
    expect(new Set(pages.map(({ status, body }) => status + body.replaceAll(/\/r\/[\w-]+/g, ''))).size).toBe(
      1,
    );
    const id = office.links.all().at(-1)!.id;
    for (let n = 0; n < 5; n += 1) {
      const said = await office.posts(`${old}/new-link`);
      expect([said.status, said.headers.get('location')]).toEqual([303, `${old}/new-link`]);
      expect((await office.posts(`${never}/new-link`)).headers.get('location')).toBe(`${never}/new-link`);
    }
    expect(office.errands.waiting.map(({ errand }) => errand)).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'new-link', link: id })),
    );
    const bodies = [await office.opens(`${old}/new-link`), await office.opens(`${never}/new-link`)];
    expect(bodies[0]?.body).toBe(bodies[1]?.body);
    for (let n = 0; n < 12; n += 1) await office.posts(`${never}/new-link`);
    expect((await office.posts(`${never}/new-link`)).status).toBe(429);
  });

  it('mails a few codes an hour, and lets none be guessed', async () => {
    await office.has(EVERY_ACT.accept.request);
    const link = await office.linkFor('facilitator');
    for (let n = 0; n < 5; n += 1)
      expect((await office.posts(`${link}/accept`, { attempt: '1' })).status).toBe(303);
    expect((await office.posts(`${link}/accept`, { attempt: '1' })).status).toBe(429);
    expect(office.errands.waiting).toHaveLength(5);
    const code = (await office.mailedCode()) ?? '';
    for (let n = 0; n < 5; n += 1) {
      const wrong = String((Number(code) + n + 1) % 1_000_000).padStart(6, '0');
      expect((await office.posts(`${link}/accept`, { attempt: '1', code: wrong })).status).toBe(422);
    }
    const over = await office.posts(`${link}/accept`, { attempt: '1', code });
    expect([over.status, textOf(over)]).toEqual([422, expect.stringContaining('This code counts no longer')]);
    expect((await office.current())?.state).toBe('offered');
  });

  it('takes neither a code nor a proof of another link', async () => {
    await office.has(EVERY_ACT.change.request);
    const one = await office.linkFor('requester');
    const other = await office.linkFor('requester');
    await office.posts(`${one}/change`);
    const code = (await office.mailedCode()) ?? '';
    expect((await office.posts(`${other}/change`, { code })).body).not.toContain(SECRET);
    const form = await office.posts(`${one}/change`, { code });
    const proof = /name="proof" value="(\w+)"/.exec(form.body)?.[1] ?? '';
    expect(form.body).toContain(SECRET);
    expect((await office.posts(`${other}/change`, { proof, step: 'about', go: 'next' })).body).not.toContain(
      SECRET,
    );
  });

  it('writes no token, address or code into the log, and stays plain while storage is out of reach', async () => {
    await office.has(booked);
    const link = await office.linkFor('requester');
    await office.opens(link);
    await office.posts(`${link}/another-time`, { attempt: '1' });
    office.wire.cut = true;
    for (const path of [link, `${link}/withdraw`]) {
      const page = await office.opens(path);
      expect([page.status, textOf(page)]).toEqual([503, expect.stringContaining('does not work just now')]);
    }
    expect((await office.posts(`${link}/withdraw`)).status).toBe(503);
    const lines = JSON.stringify(office.log.lines);
    expect(lines).toContain('person');
    expect(lines).not.toContain(link.slice(3));
    expect(lines).not.toContain('example.org');
  });
});
