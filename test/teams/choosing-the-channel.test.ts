import { coordinators, practitioners } from '../sandbox/people';
import { CHANNEL, GROUP, type Office, openOffice, TEAM, textOf } from './office';

const [cora] = coordinators;
const [, sam] = practitioners;
const THREAD = `${CHANNEL};messageid=1`;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('choosing the channel', () => {
  it('is for coordinators, in a channel, and keeps channel and team', async () => {
    const [answer] = await office.says(cora, '<at>JAGS</at> Use this channel', THREAD);
    expect(textOf(answer)).toContain('Requests for a JAGS are now shown in this channel');
    const kept = JSON.parse((await office.conversations.channel())!) as object;
    expect(kept).toMatchObject({
      conversation: { id: CHANNEL },
      teamId: TEAM,
      serviceUrl: office.connector.url,
    });
  });

  it.each([
    ['somebody else', sam, THREAD, 'Only NSCP coordinators'],
    ['a coordinator in a group chat', cora, GROUP, 'in a channel'],
    ['a coordinator in a private chat', cora, undefined, 'in a channel'],
  ])('is refused to %s', async (_who, person, where, words) => {
    const [answer] = await office.says(person, 'use this channel', where);
    expect(textOf(answer)).toContain(words);
    expect(await office.conversations.channel()).toBeUndefined();
  });
});
