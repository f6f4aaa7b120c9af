/** What people type that could be taken for markup. */
import { inChoice } from '../../src/wording/typed-text';
import { coordinators, practitioners } from '../sandbox/people';
import { press, wordsOn } from './card-in-hand';
import { FILLED, fillAndPress, NEXT, openForm, openPeople } from './form-steps';
import { CHANNEL, type Office, openOffice } from './office';

const [petra] = practitioners;
const [cora] = coordinators;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('text with markup in it', () => {
  const TYPED = [
    '**bold** _it_ [link](https://x.example)',
    '<script>alert(1)</script><b>b</b>',
    '${reason} ${$root} {{x}}',
    '👩‍👧‍👦 🇬🇧',
    '\u202eright to left\u202c שלום',
    '\' OR 1 eq 1 \\ " /',
  ];

  it.each(TYPED)('is shown as typed, in places that do not read markup: %s', async (typed) => {
    const name = typed.slice(0, 60);
    const { message, card: first } = await openForm(office);
    const filled = {
      ...FILLED,
      caseReference: typed.slice(0, 40),
      reason: typed,
      venue: typed,
      place: 'in-person',
      name0: name,
    };
    const next = await office.executes(petra, fillAndPress(first, NEXT, filled), { message });
    const more = await office.executes(petra, fillAndPress(next.card, 'Add more people', filled), {
      message,
    });
    expect(wordsOn(more.card)).toContain(name.trim());
    expect(textBlocks(more.card).join('\n')).not.toContain(name);
    const sent = await office.executes(petra, press(more.card, 'Send request'), { message });
    expect(wordsOn(sent.card)).toContain(typed.slice(0, 40).trim());
    const request = office.store.all().at(-1)!;
    expect(request.ask.reason).toBe(typed);
    const shown = await office.executes(
      cora,
      { type: 'Action.Execute', verb: 'coordinate', data: { request: request.id } },
      { where: CHANNEL },
    );
    expect(wordsOn(shown.card)).toContain(typed);
    for (const reply of [sent, shown]) expect(textBlocks(reply.card).join('\n')).not.toContain(typed);
  });

  it('keeps the direction of right-to-left text to itself', async () => {
    const { card } = await openPeople(office);
    const more = await office.executes(
      petra,
      fillAndPress(card, 'Add more people', { ...FILLED, name0: '\u202eolleh' }),
    );
    expect(wordsOn(more.card)).toContain('\u2068\u202eolleh\u2069');
  });

  it('is no Markdown in the title of a choice, and looks the same', () => {
    const shown = inChoice('[Sam](javascript:x) **b** _c_ `d`');
    expect(shown).not.toMatch(/[[\]*_`]/);
    expect(shown.normalize('NFKC')).toBe('[Sam](javascript:x) **b** _c_ `d`');
    expect(inChoice("Anne-Marie O'Hara (CSC)")).toBe("Anne-Marie O'Hara (CSC)");
  });

  it('loses what no keyboard can type', async () => {
    const { card } = await openForm(office);
    const next = await office.executes(
      petra,
      fillAndPress(card, NEXT, { ...FILLED, reason: 'a\u0000b\u0007c\ud800d\te\r\nf' }),
    );
    const back = await office.executes(petra, press(next.card, 'Back to the first part'));
    expect(press(back.card, NEXT).data.reason).toBe('abcd\te\nf');
  });
});

/** The texts a client reads Markdown in. */
function textBlocks(card: unknown): string[] {
  return (
    JSON.stringify(card)
      .match(/\{"type":"TextBlock","text":"(?:[^"\\]|\\.)*"/g)
      ?.map((match) => (JSON.parse(`${match}}`) as { text: string }).text) ?? []
  );
}
