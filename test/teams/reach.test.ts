/** Reaching somebody who has no chat with the bot, or has one no longer. */
import { createMessenger } from '../../src/teams/reaching/messenger';
import { createReminders } from '../../src/teams/reaching/reminding';
import { aRequest } from '../builders';
import { practitioners } from '../sandbox/people';
import { type Office, openOffice } from './office';
import { known, shownInChannel, submitted } from './session-steps';

const [petra] = practitioners;
const REQUESTER = { kind: 'requester' } as const;
const CHATS = '/v3/conversations';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** A catalogue that lets the bot in where `allows` says so. */
function catalogue(allows: boolean) {
  const asked: string[] = [];
  let installed = false;
  office.connector.refuse((_method, path) => path === CHATS && !installed, 403);
  const installing = {
    async install(person: string) {
      asked.push(person);
      installed = allows;
      return allows ? ('installed' as const) : ('refused' as const);
    },
  };
  return { asked, needs: { ...office.teams, installing, now: office.clock.now } };
}

const referenceOf = async () => JSON.parse((await office.conversations.ofPerson(petra.id))!) as object;
const chatOf = () => office.connector.in(`a:${petra.id}`);
const chatsOpened = () => office.connector.calls.filter((call) => call === `POST ${CHATS}`).length;

/** Petra's chat as it was before she took the bot away and had it back. */
async function formerChat(status: number): Promise<void> {
  await known(office, petra);
  const former = { ...(await referenceOf()), conversation: { id: 'a:former', tenantId: 'tenant' } };
  await office.conversations.keepPerson(petra.id, JSON.stringify(former));
  office.connector.refuse((_method, path) => path.includes('a:former'), status);
}

describe('Somebody without the app', () => {
  it('gets it, and the card', async () => {
    const request = await submitted(office);
    await shownInChannel(office, request);
    const { asked, needs } = catalogue(true);
    expect(await createMessenger(needs).show(request, REQUESTER)).toBe('shown');
    expect(asked).toEqual([petra.id]);
    expect(chatOf()).toHaveLength(1);
    expect(await createMessenger(needs).show(request, REQUESTER)).toBe('shown');
    expect(asked).toHaveLength(1);
    expect(chatOf()).toHaveLength(1);
  });

  it('gets it, and the reminder', async () => {
    const request = aRequest.booked();
    await shownInChannel(office, request);
    const { asked, needs } = catalogue(true);
    const told = await createReminders(needs).remind(request, 5, { id: petra.id, as: 'participant' });
    expect(told).toBe('shown');
    expect(asked).toEqual([petra.id]);
    expect(chatOf()).toHaveLength(1);
  });

  it('is left to mail where that is refused', async () => {
    const request = await submitted(office);
    await shownInChannel(office, request);
    const { needs } = catalogue(false);
    expect(await createMessenger(needs).show(request, REQUESTER)).toBe('nowhere');
    expect(chatOf()).toEqual([]);
  });

  it('is not given it where Teams lets the bot write to them', async () => {
    const request = await submitted(office);
    await shownInChannel(office, request);
    const { asked, needs } = catalogue(true);
    await known(office, petra);
    expect(await createMessenger(needs).show(request, REQUESTER)).toBe('shown');
    expect(asked).toEqual([]);
  });
});

describe('A chat that is there no longer', () => {
  it.each([403, 404])('is forgotten on %s, and the card shown in a new one', async (status) => {
    await formerChat(status);
    const request = await submitted(office);
    expect(await office.messenger.show(request, REQUESTER)).toBe('shown');
    expect(await referenceOf()).toMatchObject({ conversation: { id: `a:${petra.id}` } });
    expect(await office.cards.find(request.id, 'requester')).toMatchObject({
      conversationId: `a:${petra.id}`,
      activityId: chatOf().at(-1)!.id,
    });
  });

  it('is looked for once anew, and no more', async () => {
    await formerChat(404);
    office.connector.refuse((_method, path) => path.includes(petra.id), 404);
    expect(await office.messenger.show(await submitted(office), REQUESTER)).toBe('nowhere');
    expect(chatsOpened()).toBe(1);
  });

  it('is kept where Teams only has a fault', async () => {
    await formerChat(400);
    await expect(office.messenger.show(await submitted(office), REQUESTER)).rejects.toMatchObject({
      detail: { permanent: true },
    });
    expect(await referenceOf()).toMatchObject({ conversation: { id: 'a:former' } });
    expect(chatsOpened()).toBe(0);
  });
});
