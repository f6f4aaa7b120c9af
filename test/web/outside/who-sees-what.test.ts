/** What each person's page shows of what others typed, in every state; and that none of it is ever taken for markup. */
import type { Request, State } from '../../../src/domain/request';
import type { Purpose } from '../../../src/ports/links';
import { stepNamed, STEPS } from '../../../src/web/outside/person/steps';
import { aMatch, anAsk, aParticipant, aRequest, aRequester, at, theCoordinator } from '../../builders';
import { somePoll } from '../../some-poll';
import {
  asFacilitator,
  common,
  hetty,
  openPersonOffice,
  type PersonOffice,
  scarlet,
  umber,
} from './person-office';

const SCRIPT = '<script>alert(1)</script>"\'><img src=x>';

/** A mark in everything somebody can type. */
const MARKS = {
  reason: 'M-REASON',
  caseReference: 'M-CASE',
  venue: 'M-VENUE',
  phone: '01632 960 123',
  colleague: 'm-colleague@school.example.org',
  missing: 'M-MISSING',
  note: 'M-NOTE',
  other: 'M-OTHER-PARTICIPANT',
  facilitator: 'M-FACILITATOR',
} as const;
type Mark = keyof typeof MARKS;

/** Of a request that is open, what each may read; nobody reads the reason without a code. */
const MAY_SEE: Readonly<Record<Exclude<Purpose, 'ask' | 'facilitating'>, readonly Mark[]>> = {
  requester: ['caseReference', 'venue', 'phone', 'colleague', 'missing', 'note', 'facilitator'],
  facilitator: ['venue', 'other'],
  participant: ['venue'],
};
const VIEWERS = Object.keys(MAY_SEE) as (keyof typeof MAY_SEE)[];

/** A request in every state, with everything typed in it marked, and what is appended to each mark. */
function marked(more: string): Readonly<Record<string, Request>> {
  const own = {
    ...common,
    requester: aRequester({
      ...hetty,
      ...{ team: 'ed-pri', outside: true, phone: MARKS.phone, colleague: { mail: MARKS.colleague } },
      name: `Hetty Headteacher${more}`,
    }),
    ask: anAsk({
      reason: MARKS.reason + more,
      caseReference: MARKS.caseReference + more,
      place: { kind: 'in-person', venue: MARKS.venue + more },
      participants: [
        aParticipant({ name: scarlet.name + more, mail: scarlet.mail, team: 'hl-sn' }),
        aParticipant({ name: MARKS.other + more, mail: umber.mail, team: 'po-ne' }),
      ],
      toBeNamed: [{ role: `school nurse${more}`, team: 'hl-sn' }],
    }),
    note: { text: MARKS.note + more, at: at('2026-11-24T11:00'), by: theCoordinator },
  };
  const match = aMatch({ facilitator: { ...asFacilitator, outside: true, name: MARKS.facilitator + more } });
  const arranged = { ...own, match };
  return {
    submitted: aRequest.submitted(own),
    polled: aRequest.submitted({ ...own, poll: somePoll({ asked: [scarlet.mail, umber.mail] }) }),
    returned: aRequest.returned({ ...own, missing: MARKS.missing + more }),
    approved: aRequest.approved(arranged),
    offered: aRequest.offered(arranged),
    booked: aRequest.booked(arranged),
    absent: aRequest.booked({ ...arranged, absent: [scarlet.mail, umber.mail] }),
    uncovered: aRequest.uncovered(arranged),
    held: aRequest.held(arranged),
    closed: aRequest.closed({ ...own, attempt: 1, outcome: { kind: 'cancelled', reason: 'circumstances' } }),
  } satisfies Record<State | 'polled' | 'absent', Request>;
}

const STATES = Object.keys(marked(''));

describe('what is shown on somebody’s page', () => {
  let office: PersonOffice;
  beforeEach(async () => void (office = await openPersonOffice()));
  afterEach(() => office.close());

  it.each(VIEWERS.flatMap((viewer) => STATES.map((state) => [viewer, state] as const)))(
    'is no more than is theirs: %s, %s',
    async (viewer, state) => {
      const request = marked('')[state]!;
      await office.has(request);
      const link = await office.linkFor(viewer);
      const allowed = request.state === 'closed' ? [] : MAY_SEE[viewer];
      const seen = await everything(link);
      const forbidden = (Object.keys(MARKS) as Mark[]).filter(
        (mark) => seen.includes(MARKS[mark]) && !allowed.includes(mark) && !isOnForm(mark, viewer, request),
      );
      expect(forbidden).toEqual([]);
    },
  );

  it.each(VIEWERS.flatMap((viewer) => STATES.map((state) => [viewer, state] as const)))(
    'is text and never markup: %s, %s',
    async (viewer, state) => {
      await office.has(marked(SCRIPT)[state]!);
      const seen = await everything(await office.linkFor(viewer));
      expect(seen).not.toMatch(/<script|<img/i);
    },
  );

  it.each([
    ['new-dates', 'requester', 'submitted'],
    ['propose-participants', 'requester', 'booked'],
    ['answer-poll', 'participant', 'polled'],
    ['attend', 'participant', 'booked'],
    ['ask-arrangements', 'participant', 'booked'],
    ['accept', 'facilitator', 'offered'],
    ['not-held', 'facilitator', 'held'],
    ['pause', 'facilitating', 'booked'],
    ['declare', 'facilitating', 'booked'],
    ['change', 'requester', 'submitted'],
  ] as const)('is text when it was just sent: %s', async (act, purpose, state) => {
    await office.has(marked('')[state]!);
    const link = await office.linkFor(purpose);
    const fields = [
      ...[
        'earliest',
        'latest',
        'days',
        'times',
        'removed',
        'name0',
        'mail0',
        'team0',
        'notNames',
        'at',
        'starts',
      ],
      ...[
        'attempt',
        'coming',
        'arrangements',
        'reason',
        'until',
        'leaveFrom',
        'leaveUntil',
        'monday',
        'code',
      ],
      ...['proof', 'step', 'go', 'asksSchools'],
    ];
    const sent = await office.posts(
      `${link}/${act}`,
      Object.fromEntries(fields.map((each) => [each, SCRIPT])),
    );
    expect(sent.body).not.toMatch(/<script|<img/i);
    expect(sent.status).toBeLessThan(500);
  });

  /** The page, and every further page there is of it. */
  async function everything(link: string): Promise<string> {
    const pages = [await office.opens(link)];
    for (const step of Object.keys(STEPS)) {
      const page = stepNamed(step) && (await office.opens(`${link}/${step}`));
      if (page?.status === 200) pages.push(page);
    }
    // Links to what is closed are revoked.
    expect(pages[0]?.status).toBe((await office.current())?.state === 'closed' ? 410 : 200);
    return pages.map(({ body }) => body).join('\n');
  }
});

/** Whom the requester named, they see where they propose others. */
function isOnForm(mark: Mark, viewer: Purpose, { state }: Request): boolean {
  const isProposing = state === 'offered' || state === 'booked' || state === 'uncovered';
  return mark === 'other' && viewer === 'requester' && isProposing;
}
