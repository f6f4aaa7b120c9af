/** The page of one person and request in a real browser without scripts: each of its states, and a facilitator's way through it. */
import type { Page } from 'playwright-core';
import type { Instant } from '../../../src/domain/intervals';
import type { Request } from '../../../src/domain/request';
import type { Purpose } from '../../../src/ports/links';
import { aRequest, someDatesAsked } from '../../builders';
import { inChromium } from '../../chromium';
import { useOnePage } from '../../one-page';
import { booked, EVERY_ACT, match } from './every-act';
import { isForEverybody } from './for-everybody';
import { common, olive, openPersonOffice, type PersonOffice, scarlet } from './person-office';

const submitted = aRequest.submitted(common);
const offered = aRequest.offered({ ...common, match, openingChecks: ['recording', 'lobby'] });
const held = aRequest.held({ ...common, match });
const absent = aRequest.booked({ ...common, match, absent: [scarlet.mail] });
const onTheDay = match.slot.start + 60_000;

type State = readonly [name: string, purpose: Purpose, request: Request, further?: string, now?: Instant];

const STATES: readonly State[] = [
  ['requester-submitted', 'requester', submitted],
  ['requester-named', 'requester', EVERY_ACT.confirm.request],
  ['requester-dates-asked', 'requester', aRequest.submitted({ ...common, datesAsked: someDatesAsked() })],
  ['requester-polled', 'requester', EVERY_ACT['answer-poll'].request],
  ['requester-returned', 'requester', aRequest.returned(common)],
  ['requester-approved', 'requester', aRequest.approved({ ...common, match })],
  ['requester-offered', 'requester', offered],
  ['requester-booked', 'requester', booked, '?said=time-asked'],
  ['requester-on-the-day', 'requester', booked, '', onTheDay],
  ['requester-uncovered', 'requester', aRequest.uncovered({ ...common, match })],
  ['requester-held', 'requester', held],
  ['requester-closed', 'requester', aRequest.closed(common), '?said=withdrawn'],
  ['withdraw', 'requester', booked, '/withdraw'],
  ['change', 'requester', submitted, '/change'],
  ['code', 'requester', submitted, '/code?for=change'],
  ['new-dates', 'requester', submitted, '/new-dates'],
  ['another-time', 'requester', booked, '/another-time'],
  ['propose-participants', 'requester', booked, '/propose-participants'],
  ['ask-arrangements', 'requester', booked, '/ask-arrangements'],
  ['facilitator-offered', 'facilitator', offered],
  ['facilitator-booked', 'facilitator', booked, '?said=accepted'],
  ['facilitator-held', 'facilitator', held],
  ['facilitator-no-longer', 'facilitator', aRequest.submitted({ ...common, attempt: 1 })],
  ['cannot', 'facilitator', offered, '/cannot'],
  ['drop-out', 'facilitator', booked, '/cannot'],
  ['not-held', 'facilitator', held, '/not-held'],
  ['record-session', 'facilitator', held, '/record-session'],
  ['facilitating', 'facilitating', booked],
  ['pause', 'facilitating', booked, '/pause'],
  ['declare', 'facilitating', booked, '/declare'],
  ['participant-booked', 'participant', booked],
  ['participant-absent', 'participant', absent],
  ['participant-on-the-day', 'participant', booked, '', onTheDay],
  ['participant-polled', 'participant', EVERY_ACT['answer-poll'].request],
  ['participant-nothing', 'participant', submitted],
  ['participant-closed', 'participant', aRequest.closed(common)],
  ['attend', 'participant', booked, '/attend'],
];

inChromium('the page of one person and request in a browser', () => {
  const one = useOnePage();
  let office: PersonOffice;
  let page: Page;

  beforeEach(async () => {
    office = await openPersonOffice();
    page = one.page;
  });
  afterEach(() => one.afterwards(office.close()));

  it.each(STATES.map((state) => [state[0], state] as const))(
    'is for everybody to use: %s',
    async (_, state) => {
      const [name, purpose, request, further = '', now] = state;
      if (now !== undefined) office.clock.pass(now - office.clock.now());
      await office.has(request);
      await page.goto(office.url + (await office.linkFor(purpose)) + further);
      await isForEverybody(page, `person-${name}`);
    },
  );

  it.each([
    ['new-dates', 'requester', submitted, 'Send these dates'],
    ['not-held', 'facilitator', held, 'Yes, it did not take place'],
    ['record-session', 'facilitator', held, 'Save the record'],
    ['ask-arrangements', 'participant', booked, 'Ask for this'],
    ['pause', 'facilitating', booked, 'Take a break until then'],
    ['propose-participants', 'requester', booked, 'Send to the coordinators'],
  ] as const)('says what is wrong, first and beside it: %s', async (step, purpose, request, button) => {
    await office.has(request);
    await page.goto(`${office.url}${await office.linkFor(purpose)}/${step}`);
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    if (step === 'propose-participants') await page.getByLabel('Name').first().fill('Violet Vermilion');
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('heading', { name: /needs? changing/ }).waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('summary');
    expect(await page.title()).toMatch(/^Error: /);
    await isForEverybody(page, `person-wrong-${step}`);
  });

  it('opens nothing by a link that is none, and offers a new one', async () => {
    await page.goto(`${office.url}/r/${'A'.repeat(43)}`);
    await isForEverybody(page, 'person-no-link');
    await page.getByRole('button', { name: 'Send me a new link' }).click();
    await page.getByRole('heading', { level: 1, name: /a new link is on its way/ }).waitFor();
    await isForEverybody(page, 'person-new-link');
  });

  it('is left by whoever is done, for good', async () => {
    await office.has(booked);
    const link = office.url + (await office.linkFor('requester'));
    await page.goto(link);
    await page.getByRole('button', { name: 'Leave, and end this link' }).click();
    await page.getByRole('heading', { level: 1, name: 'This link has been ended' }).waitFor();
    await isForEverybody(page, 'person-ended');
    await page.goBack();
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'This link does not open anything' }).waitFor();
  });

  it('shows everybody the code in the last minutes of a session', async () => {
    await office.has(booked);
    office.clock.pass(match.slot.end - 60_000 - office.clock.now());
    await page.goto(office.url + (await office.linkFor('facilitator')));
    await page.getByRole('button', { name: 'Show the evaluation' }).click();
    await page.getByRole('img').waitFor();
    await isForEverybody(page, 'person-show-evaluation');
  });

  it('takes an outside facilitator from the offer to the session, and out of it again', async () => {
    await office.has(offered);
    await page.goto(office.url + (await office.linkFor('facilitator')));
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByLabel('Code').fill('12');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('link', { name: /This is not the code/ }).waitFor();
    await isForEverybody(page, 'person-wrong-code');
    await page.getByLabel('Code').fill((await office.mailedCode()) ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /you have accepted/ }).waitFor();
    expect((await office.current())?.state).toBe('booked');
    await page.getByRole('link', { name: 'I cannot do it after all' }).click();
    await page.getByRole('button', { name: 'Yes, ask somebody else' }).click();
    await page
      .getByRole('heading', { name: /Thank you for telling us/ })
      .first()
      .waitFor();
    expect(await office.current()).toMatchObject({ state: 'uncovered', passed: [olive.id] });
    await isForEverybody(page, 'person-dropped-out');
  });

  it('gives a headteacher the form back with a code, and takes it changed', async () => {
    await office.has(aRequest.returned(common));
    await page.goto(office.url + (await office.linkFor('requester')));
    await page.getByRole('link', { name: 'Change the request' }).click();
    await page.getByRole('button', { name: 'Mail me the code' }).click();
    await page.getByLabel('Code').fill((await office.mailedCode()) ?? '');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Your own case reference').fill('SCH-2044');
    await isForEverybody(page, 'person-change-about');
    for (let n = 0; n < 3; n += 1) await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('heading', { name: 'Your change has been sent. A coordinator reads it.' }).waitFor();
    expect((await office.current())?.ask.caseReference).toBe('SCH-2044');
  });
});
