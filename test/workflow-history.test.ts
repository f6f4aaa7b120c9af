/** What the audit keeps of a change besides who made it: for the history, which coordinators read. */
import {
  anEdit,
  answers,
  aRequest,
  aStranger,
  theCoordinator,
  theFacilitator,
  theRequester,
} from './builders';
import { openWorkshop } from './workshop';

let shop: ReturnType<typeof openWorkshop>;
beforeEach(() => {
  shop = openWorkshop();
});

const submitted = aRequest.submitted();
const { id } = submitted;

describe('The history', () => {
  it('keeps what a coordinator wrote, as it was stored', async () => {
    await shop.put(submitted);
    const missing = { text: ' Could a school take part? ', notNames: '' };
    await shop.workflow.handle({ kind: 'return', missing, requestId: id, by: theCoordinator });
    const note = { text: 'Please ring me.', notNames: '' };
    await shop.workflow.handle({ kind: 'note', note, requestId: id, by: theCoordinator });
    expect((await shop.store.history(id)).slice(1)).toMatchObject([
      { what: 'return', from: 'submitted', to: 'returned', note: 'Could a school take part?' },
      { what: 'note', note: 'Please ring me.' },
    ]);
  });

  it('keeps nothing of a text that was refused', async () => {
    await shop.put(submitted);
    const missing = { text: 'Is this about NHS number 999 100 2340?', notNames: '' };
    for (const by of [theCoordinator, aStranger])
      expect(await shop.workflow.handle({ kind: 'return', missing, requestId: id, by })).toMatchObject({
        accepted: false,
      });
    expect(JSON.stringify(await shop.store.history(id))).not.toContain('999');
  });

  it('names the fields that were changed, and nothing of what they hold', async () => {
    const venue = 'The old town hall';
    await shop.put(submitted);
    const edit = anEdit({ place: 'in-person', venue, arrangements: ['bsl'] });
    await shop.workflow.handle({
      kind: 'edit',
      answers: edit,
      basedOn: 0,
      requestId: id,
      by: theCoordinator,
    });
    await shop.workflow.handle({
      kind: 'edit',
      answers: edit,
      basedOn: 1,
      requestId: id,
      by: theCoordinator,
    });
    const change = answers({ place: 'in-person', venue, caseReference: 'NEW-REF-1' });
    await shop.workflow.handle({ kind: 'change', answers: change, requestId: id, by: theRequester });
    const history = (await shop.store.history(id)).slice(1);
    expect(history.map(({ what, changed }) => [what, changed])).toEqual([
      ['edit', ['place', 'arrangements']],
      ['edit', undefined],
      ['change', ['caseReference', 'participants', 'arrangements']],
    ]);
    expect(JSON.stringify(history)).not.toMatch(/town hall|NEW-REF/);
  });
});

describe('The history of a session that did not take place', () => {
  it.each([
    [aRequest.booked(), { kind: 'cancel', attempt: 1, reason: 'other-meeting' }, theCoordinator],
    [aRequest.held(), { kind: 'not-held', attempt: 1, reason: 'technical' }, theFacilitator],
  ] as const)('keeps why: $state', async (request, command, by) => {
    await shop.put(request);
    expect(await shop.workflow.handle({ ...command, requestId: id, by })).toMatchObject({ accepted: true });
    expect((await shop.store.history(id)).at(-1)).toMatchObject({
      by,
      what: command.kind,
      from: request.state,
      to: 'closed',
      reason: command.reason,
    });
  });
});
