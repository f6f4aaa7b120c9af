import { cardMessage, cardOf, type Json } from './activity';
import { forPlayground, messageForPlayground, readMark, refreshOf, withDialogHeading } from './cards';

const opensDialog = {
  type: 'Action.Submit',
  title: 'Details',
  data: { msteams: { type: 'task/fetch' }, id: 7 },
};

/** The data of the first button of a card, as a Playground sends it back with what was typed. */
function submitted(card: Json, typed: Json = {}): unknown {
  const [action] = card.actions as { data: Json }[];
  return { ...action?.data, ...typed };
}

describe('a card on its way to a Playground', () => {
  it('loses what the Playground would only warn about', () => {
    const refresh = { action: { type: 'Action.Execute', verb: 'own' }, userIds: ['29:someone'] };
    expect(forPlayground({ type: 'AdaptiveCard', body: [], refresh })).toEqual({
      type: 'AdaptiveCard',
      body: [],
    });
  });

  it('says for whom it is to be fetched anew', () => {
    const action = { type: 'Action.Execute', verb: 'own' };
    const message = cardMessage({ type: 'AdaptiveCard', refresh: { action, userIds: ['29:someone'] } });
    expect(refreshOf(message)).toEqual({ action, userIds: ['29:someone'] });
    expect(refreshOf({ type: 'message', text: 'no card', value: undefined })).toBeUndefined();
  });

  it.each([
    ['on the card', (button: Json) => ({ actions: [button] })],
    ['in a column', (button: Json) => ({ body: [{ columns: [{ items: [{ selectAction: button }] }] }] })],
    [
      'in a card that folds out',
      (button: Json) => ({ actions: [{ type: 'Action.ShowCard', card: { actions: [button] } }] }),
    ],
    ['as a fallback', (button: Json) => ({ actions: [{ type: 'Action.Execute', fallback: button }] })],
  ])('keeps no "task/fetch" that a Playground would refuse to send: %s', (_where, place) => {
    expect(JSON.stringify(forPlayground(place(opensDialog)))).not.toContain(
      '"msteams":{"type":"task/fetch"},"id"',
    );
    expect(JSON.stringify(forPlayground(place(opensDialog)))).toContain('opensDialog');
  });

  it('gives back the data its author wrote, and what was typed, when a dialog is asked for', () => {
    const card = forPlayground({ type: 'AdaptiveCard', actions: [opensDialog] });
    expect(readMark(submitted(card, { reason: 'because' }))).toEqual({
      mark: { opensDialog: true },
      data: { ...opensDialog.data, reason: 'because' },
    });
  });

  it('remembers in each of its buttons which dialog it belongs to', () => {
    const buttons = [{ type: 'Action.Submit', data: { verb: 'send' } }, { type: 'Action.Submit' }];
    const shown = cardOf(messageForPlayground(cardMessage({ actions: buttons }), 'dialog-1'));
    expect(readMark(submitted(shown ?? {}))).toEqual({
      mark: { dialog: 'dialog-1' },
      data: { verb: 'send' },
    });
    expect(JSON.stringify(shown).match(/dialog-1/g)).toHaveLength(2);
  });

  it('leaves other buttons, data and attachments as they are', () => {
    const card = {
      body: [{ type: 'TextBlock', text: 'hello' }],
      actions: [
        { type: 'Action.Submit', data: { verb: 'send' } },
        { type: 'Action.Execute', verb: 'go', data: { msteams: { type: 'task/fetch' } } },
      ],
    };
    expect(forPlayground(card)).toEqual(card);
    const picture = {
      type: 'message',
      value: undefined,
      attachments: [{ contentType: 'image/png', content: 'x' }],
    };
    expect(messageForPlayground(picture)).toEqual(picture);
    expect(readMark({ verb: 'send' })).toEqual({ mark: undefined, data: { verb: 'send' } });
  });

  it('says above its own text that it is a dialog', () => {
    const { body } = withDialogHeading({ body: [{ type: 'TextBlock', text: 'mine' }] }, 'Reasons');
    expect(JSON.stringify(body)).toMatch(/Dialog: Reasons.*mine/);
  });
});
