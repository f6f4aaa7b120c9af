import { defaultPolicy } from '../../src/domain/policy';
import { createReminders } from '../../src/teams/reaching/reminding';
import { aRequest } from '../builders';
import { facilitators, practitioners } from '../sandbox/people';
import { wordsOn } from './card-in-hand';
import { cardOf, type Office, openOffice } from './office';
import { known } from './session-steps';

const [fay] = facilitators;
const [petra] = practitioners;
const request = aRequest.booked();
const asFacilitator = { id: fay.id, as: 'facilitator' } as const;
const asParticipant = { id: petra.id, as: 'participant' } as const;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await known(office, fay, petra);
});
afterEach(() => office.close());

const reminders = () => createReminders(office.teams);

describe('A reminder', () => {
  it('gives the facilitator the purpose and the prompts, and nobody’s name', async () => {
    expect(await reminders().remind(request, 5, asFacilitator)).toBe('shown');
    const words = wordsOn(cardOf(office.connector.in(`a:${fay.id}`).at(-1)));
    const { sessionPurpose, openingPrompt, closingPrompt } = defaultPolicy;
    for (const text of [
      sessionPurpose,
      openingPrompt,
      closingPrompt,
      'Tuesday 8 December 2026, 10:00 to 11:30',
    ])
      expect(words).toContain(text);
    const { requester, ask } = request;
    for (const secret of [requester.name, ask.reason, ask.caseReference, ask.participants[0]!.name])
      expect(words).not.toContain(secret);
  });

  it('tells an observer that they observe', async () => {
    await reminders().remind(request, 5, { id: fay.id, as: 'observer' });
    expect(wordsOn(cardOf(office.connector.in(`a:${fay.id}`).at(-1)))).toContain('You observe this session.');
  });

  it('tells a participant when and where it is and who asked, and nothing of the case or the others', async () => {
    await reminders().remind(request, 1, asParticipant);
    const card = cardOf(office.connector.in(`a:${petra.id}`).at(-1));
    const words = wordsOn(card);
    for (const text of ['When: Tuesday 8 December 2026, 10:00 to 11:30', 'Where: online', 'Petra Practice'])
      expect(words).toContain(text);
    expect(JSON.stringify(card)).toContain(request.event.joinUrl);
    const { ask, match } = request;
    const others = [match.facilitator, ...ask.participants].map(({ name }) => name);
    for (const secret of [ask.reason, ask.caseReference, ...others])
      expect(JSON.stringify(card)).not.toContain(secret);
  });

  it('is given once for each of the days, however often it is tried', async () => {
    const before = office.connector.messages.length;
    expect(await reminders().remind(request, 5, asParticipant)).toBe('shown');
    expect(await reminders().remind(request, 5, asParticipant)).toBe('known');
    expect(await reminders().remind(request, 1, asParticipant)).toBe('shown');
    expect(office.connector.messages.length - before).toBe(2);
  });

  it('that may have been posted is not posted again', async () => {
    office.connector.refuse((method) => method === 'POST', 502);
    await reminders()
      .remind(request, 5, asParticipant)
      .catch(() => undefined);
    office.connector.refuse(() => false, 502);
    expect(await reminders().remind(request, 5, asParticipant)).toBe('known');
  });
});
