/** The cards of the bot that the simulated Teams is tested with. */
import { CardFactory, type Attachment } from 'botbuilder';

function card(body: object[], actions: object[] = [], extra: object = {}): Attachment {
  return CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body, actions, ...extra });
}

function line(text: string): object {
  return { type: 'TextBlock', text, wrap: true };
}

function execute(title: string, verb: string): object {
  return { type: 'Action.Execute', title, verb, data: {} };
}

/** Everybody in the channel reads this; those listed get `ownCard` in its place. */
export function waitingCard(refreshFor: readonly string[]): Attachment {
  const action = { type: 'Action.Execute', verb: 'own', data: {} };
  const refresh = { action, userIds: refreshFor };
  return card([line('A request is waiting')], [execute('Approve', 'approve')], { refresh });
}

/** Has a refresh of its own, as the cards of a real bot do. */
export function ownCard(name: string): Attachment {
  const details = {
    type: 'Action.Submit',
    title: 'Details',
    data: { msteams: { type: 'task/fetch' }, verb: 'details' },
  };
  const refresh = { action: { type: 'Action.Execute', verb: 'own', data: {} }, userIds: [] };
  return card(
    [line(`Only for ${name}`)],
    [execute('Approve', 'approve'), execute('Refuse', 'refuse'), details],
    { refresh },
  );
}

export function decidedCard(by: string): Attachment {
  return card([line(`Approved by ${by}`)]);
}

/** @param problem what was wrong with what they typed; then it is shown again as they typed it. */
export function detailsCard(problem?: string, reason = ''): Attachment {
  return card(
    [
      ...(problem ? [line(problem)] : []),
      { type: 'Input.Text', id: 'reason', label: 'Reason', value: reason },
    ],
    [
      { type: 'Action.Submit', title: 'Send', data: { verb: 'details' } },
      { type: 'Action.Submit', title: 'Never mind', data: { verb: 'nothing' } },
    ],
  );
}

/** One of each input a person can be asked to fill in. */
export function formCard(): Attachment {
  const choices = ['Red', 'Green', 'Blue'].map((title) => ({ title, value: title.toLowerCase() }));
  const choice = (id: string, label: string, more: object) => ({
    type: 'Input.ChoiceSet',
    id,
    label,
    choices,
    ...more,
  });
  return card(
    [
      {
        type: 'Input.Text',
        id: 'name',
        label: 'Your name',
        isRequired: true,
        errorMessage: 'Please say your name',
      },
      { type: 'Input.Text', id: 'story', label: 'Story', isMultiline: true },
      { type: 'Input.Number', id: 'count', label: 'How many', min: 1, max: 12, value: 3 },
      { type: 'Input.Date', id: 'day', label: 'Day' },
      { type: 'Input.Time', id: 'time', label: 'Time' },
      { type: 'Input.Toggle', id: 'agreed', title: 'I agree' },
      choice('compact', 'Compact', { style: 'compact' }),
      choice('filtered', 'Filtered', { style: 'filtered' }),
      choice('expanded', 'Expanded', { style: 'expanded' }),
      choice('several', 'Several', { style: 'expanded', isMultiSelect: true }),
      choice('severalCompact', 'Several in a list', { isMultiSelect: true }),
    ],
    [{ type: 'Action.Submit', title: 'Send form', data: { form: 'all' } }],
  );
}
