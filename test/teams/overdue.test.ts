import type { Submitted } from '../../src/domain/request';
import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice, textOf } from './office';
import { current, known, shownInChannel, submitted } from './session-steps';

const [petra, , , , , mabel] = practitioners;
const [cora] = coordinators;
const LEAD = { kind: 'lead' } as const;

let office: Office;
beforeEach(async () => {
  office = await openOffice({ lead: mabel.id });
});
afterEach(() => office.close());

/** As time would: nobody has decided, and it is brought before the coordinators, and before the lead if told so. */
async function overdue(to: 'coordinators' | 'lead' = 'coordinators'): Promise<Submitted> {
  const { id, answerDueAt: due } = await submitted(office);
  await office.reports(id, { kind: 'overdue', to: 'coordinators', due });
  if (to === 'lead') await office.reports(id, { kind: 'overdue', to, due });
  return current<Submitted>(office, id);
}

const lastOf = (person: { readonly id: string }) => office.connector.in(`a:${person.id}`).at(-1);

describe('a request nobody decided in time', () => {
  it("is overdue on the coordinators' card, and called in its thread", async () => {
    const request = await overdue();
    const message = await shownInChannel(office, request);
    await office.messenger.call(request, { kind: 'coordinators' });
    expect(wordsOn(cardOf(message))).toContain(
      'Overdue: waiting for a decision\nAn answer was due by Thursday 26 November 2026.',
    );
    expect(textOf(office.connector.in(`${CHANNEL};messageid=${message.id}`)[0])).toMatch(
      /^JAGS \S+ is overdue: an answer was due by Thursday 26 November 2026\./,
    );
  });

  it('holds no day that has passed out to the requester, and still says that nothing is confirmed', async () => {
    await known(office, petra);
    await office.messenger.show(await overdue(), { kind: 'requester' });
    const words = wordsOn(cardOf(lastOf(petra)));
    expect(words).toContain('Not confirmed yet');
    expect(words).toContain('This is taking longer than it should. The coordinators have been reminded.');
    expect(words).not.toContain('You should hear by');
  });
});

describe('the lead', () => {
  it('is shown it in their own chat, and called', async () => {
    await known(office, mabel);
    const request = await overdue('lead');
    expect(await office.messenger.show(request, LEAD)).toBe('shown');
    const words = wordsOn(cardOf(lastOf(mabel)));
    expect(words).toContain('no coordinator has decided in time');
    expect(words).toContain('Overdue: waiting for a decision');
    expect(words).not.toContain(request.ask.reason);
    expect(await office.messenger.call(request, LEAD)).toBe('shown');
    expect(textOf(lastOf(mabel))).toMatch(/^JAGS \S+ has waited too long for a decision\./);
  });

  it('may not decide, and has no button that would say so only when pressed', async () => {
    await known(office, mabel);
    await office.messenger.show(await overdue('lead'), LEAD);
    expect(buttonsOn(cardOf(lastOf(mabel)))).toEqual([]);
  });

  it('decides in a view of their own when they coordinate too', async () => {
    office.coordinatorIds.add(mabel.id);
    await known(office, mabel);
    const { id } = await overdue('lead');
    await office.messenger.show(current(office, id), LEAD);
    const view = await office.executes(mabel, press(cardOf(lastOf(mabel)), 'Show my view'));
    await office.executes(mabel, press(view.card, 'Decline the request', { reason: 'another-door' }));
    expect(current(office, id)).toMatchObject({ state: 'closed', outcome: { by: { id: mabel.id } } });
  });

  it('keeps one card, which follows what happens', async () => {
    await known(office, mabel);
    const { id } = await overdue('lead');
    await office.messenger.show(current(office, id), LEAD);
    const shown = office.connector.in(`a:${mabel.id}`).length;
    const by = { id: cora.id, name: cora.name };
    await office.workflow.handle({ kind: 'approve', requestId: id, matchId: '1-1', by });
    await office.messenger.show(current(office, id), LEAD);
    expect(office.connector.in(`a:${mabel.id}`)).toHaveLength(shown);
    const words = wordsOn(cardOf(lastOf(mabel)));
    expect(words).toContain('Approved: arranging');
    expect(words).not.toContain('no coordinator has decided');
  });

  it('who cannot be reached leaves it with the coordinators', async () => {
    expect(await office.messenger.show(await overdue('lead'), LEAD)).toBe('nowhere');
  });

  it('is nobody where none was named', async () => {
    const without = await openOffice();
    try {
      expect(await without.messenger.show(await submitted(without), LEAD)).toBe('nobody');
    } finally {
      await without.close();
    }
  });
});
