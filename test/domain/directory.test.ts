import { lookedUp, type Peopled, toLookUp } from '../../src/domain/directory';
import { anAsk, aParticipant, aRequester } from '../builders';
import { outsiders, practitioners } from '../sandbox/people';

const [petra, sam, indigo] = practitioners.map(({ id, name, mail }) => ({ id, name, mail }));
const [hattie] = outsiders;

function peopled(over: {
  readonly requester?: Partial<Peopled['requester']>;
  readonly ask?: Partial<Peopled['ask']>;
}): Peopled {
  return { requester: aRequester(over.requester), ask: anAsk({ participants: [], ...over.ask }) };
}

describe('What the directory is asked', () => {
  it('is every address and every id there is, each once', () => {
    const request = peopled({
      requester: { colleague: { mail: indigo!.mail } },
      ask: {
        participants: [aParticipant(), aParticipant({ mail: 'x@y.example', id: sam!.id })],
        picked: [{ id: sam!.id, team: 'cs-eh' }],
        toBeNamed: [{ role: 'school nurse', team: 'hl-sn' }],
      },
    });
    expect(toLookUp(request)).toEqual({
      mails: [hattie.mail, 'x@y.example', indigo!.mail],
      ids: [petra!.id, sam!.id],
    });
  });

  it('is nothing of a colleague where none is named, and no address that is not known', () => {
    const alone = peopled({ ask: { participants: [aParticipant()] } });
    expect(toLookUp(alone)).toEqual({ mails: [hattie.mail], ids: [petra!.id] });
    const { mail: _unknown, ...requester } = aRequester({ outside: true });
    expect(toLookUp({ ...alone, requester })).toStrictEqual({ mails: [hattie.mail], ids: [] });
  });
});

describe('With the answer of the directory', () => {
  it('somebody chosen by id has a name and an address', () => {
    const { ask } = lookedUp(peopled({ ask: { picked: [{ id: sam!.id, team: 'cs-eh' }] } }), [petra!, sam!]);
    expect(ask.participants).toEqual([{ ...sam, team: 'cs-eh' }]);
    expect(ask).not.toHaveProperty('picked');
    expect(ask).not.toHaveProperty('toBeNamed');
  });

  it('somebody chosen who is not there any more has to be named by a coordinator', () => {
    const { ask } = lookedUp(peopled({ ask: { picked: [{ id: sam!.id, team: 'cs-eh' }] } }), [petra!]);
    expect(ask.participants).toEqual([]);
    expect(ask.toBeNamed).toEqual([{ team: 'cs-eh' }]);
  });

  it('an address of the tenant has an id, and one outside has none', () => {
    const inside = aParticipant({ name: 'Sam', mail: sam!.mail });
    const { ask } = lookedUp(peopled({ ask: { participants: [inside, aParticipant()] } }), [petra!, sam!]);
    expect(ask.participants).toEqual([{ ...inside, id: sam!.id }, aParticipant()]);
  });

  it('the address decides who it is, whatever id came beside it', () => {
    const forged = aParticipant({ mail: sam!.mail, id: indigo!.id });
    const { ask } = lookedUp(peopled({ ask: { participants: [forged] } }), [petra!, sam!, indigo!]);
    expect(ask.participants).toEqual([{ ...forged, id: sam!.id }]);
  });

  it('an id with an address nobody has is whoever the directory says it is', () => {
    const forged = aParticipant({ name: 'Somebody', mail: 'else@elsewhere.example', id: indigo!.id });
    const { ask } = lookedUp(peopled({ ask: { participants: [forged] } }), [petra!, indigo!]);
    expect(ask.participants).toEqual([{ ...indigo, team: 'ed-pri' }]);
  });

  it('marks a participant who was there once, and takes the mark off again', () => {
    const left = aParticipant({ mail: sam!.mail, id: sam!.id });
    const gone = lookedUp(peopled({ ask: { participants: [left] } }), [petra!]);
    expect(gone.ask.participants).toEqual([{ ...left, gone: true }]);
    expect(lookedUp(gone, [petra!, sam!]).ask.participants).toEqual([left]);
  });

  it('marks a requester whose account is gone, and takes the mark off again', () => {
    const gone = lookedUp(peopled({}), []);
    expect(gone.requester.gone).toBe(true);
    expect(lookedUp(gone, [petra!]).requester).toEqual(aRequester());
  });

  it('a named colleague can act once the directory knows them', () => {
    const named = peopled({ requester: { colleague: { mail: sam!.mail } } });
    expect(lookedUp(named, [petra!]).requester.colleague).toEqual({ mail: sam!.mail });
    expect(lookedUp(named, [petra!, sam!]).requester.colleague).toEqual({ mail: sam!.mail, id: sam!.id });
  });

  it('a named colleague stays who they are where the directory does not know them any more', () => {
    const colleague = { mail: sam!.mail, id: sam!.id };
    expect(lookedUp(peopled({ requester: { colleague } }), [petra!]).requester.colleague).toEqual(colleague);
  });

  it('everybody takes part once, also who was chosen and typed, or is the requester', () => {
    const typed = aParticipant({ name: 'Sam', mail: sam!.mail });
    const own = aParticipant({ name: 'Petra', mail: petra!.mail });
    const request = peopled({
      ask: { participants: [own, typed], picked: [{ id: sam!.id, team: 'cs-eh' }] },
    });
    expect(lookedUp(request, [petra!, sam!]).ask.participants).toEqual([{ ...typed, id: sam!.id }]);
  });
});
