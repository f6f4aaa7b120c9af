import { practitioners } from '../people';
import { fromComposeBox } from './compose-box';
import { endpointFor } from './hub';
import { sendJson } from './json-client';
import { setStage, type Stage } from './stage';

const [petra] = practitioners;

function invoke(name: string, value: unknown) {
  return { type: 'invoke', name, value, channelId: 'msteams', conversation: { id: petra.teamsId } };
}

describe('the compose box of a Playground', () => {
  it.each([
    [
      'composeExtension/fetchTask',
      { commandContext: 'compose' },
      { commandId: 'ask', commandContext: 'compose' },
    ],
    ['composeExtension/submitAction', { data: { verb: 'x' } }, { commandId: 'ask', data: { verb: 'x' } }],
    [
      'composeExtension/query',
      { parameters: [{ value: 'sent' }] },
      { commandId: 'find', parameters: [{ name: 'text', value: 'sent' }] },
    ],
  ])('is told which command of the manifest is meant where it does not say: %s', (name, value, expected) => {
    expect(fromComposeBox(invoke(name, value))).toEqual(invoke(name, expected));
  });

  it('keeps the command and the parameter that it says', () => {
    const query = invoke('composeExtension/query', {
      commandId: 'other',
      parameters: [{ name: 'initialRun', value: 'true' }],
    });
    expect(fromComposeBox(query)).toEqual(query);
  });

  it.each([
    ['another invoke', invoke('adaptiveCard/action', { action: { verb: 'own' } })],
    ['no value', invoke('composeExtension/fetchTask', undefined)],
    ['a message', { type: 'message', text: 'hello', value: undefined }],
  ])('leaves alone what does not come from there: %s', (_what, activity) => {
    expect(fromComposeBox(activity)).toEqual(activity);
  });
});

describe('a dialog that was opened from the compose box', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.stop());

  it('gets the bot’s own answer back, step by step, because a Playground shows it itself', async () => {
    const steps = [
      ['composeExtension/fetchTask', {}, 'Why it is asked for'],
      ['composeExtension/submitAction', { data: { reason: 'no' } }, 'Please say more'],
      ['composeExtension/submitAction', { data: { reason: 'a good reason' } }, 'Thank you: a good reason'],
    ] as const;
    for (const [name, value, words] of steps) {
      const response = await sendJson(endpointFor(stage.hub.url, petra), 'POST', invoke(name, value));
      const answer = await response.text();
      expect([name, answer.includes(words), answer.includes('simulatedTeams')]).toEqual([name, true, false]);
    }
    expect(stage.toBot().map(({ body }) => body)).toMatchObject(
      steps.map(([name, value]) => ({
        name,
        value: { ...value, commandId: 'ask' },
        from: { aadObjectId: petra.id },
      })),
    );
  });
});
