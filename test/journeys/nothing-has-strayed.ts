/** What a finished story must have kept where it belongs (domain.md, "Who sees what"): tests of everything it said and stored. */
import type { Invited } from './asking';
import { placesWith } from './traces';
import type { WholeSystem } from './whole-system';

export interface Story {
  /** Texts of the request that stand nowhere else. */
  readonly marks: Readonly<Record<'reason' | 'caseReference' | 'phone' | 'colleague', string>>;
  readonly requester: { readonly name: string; readonly mail: string };
  readonly facilitator: { readonly name: string; readonly mail: string };
  /** Participants of the requester's own organisation, and of others. */
  readonly own: readonly Invited[];
  readonly others: readonly Invited[];
}

export function nothingHasStrayed(
  system: WholeSystem,
  { marks, requester, facilitator, own, others }: Story,
): void {
  const everybody = [...own, ...others];

  it('has kept the reason with the requester, the coordinator’s dialog and the request’s own row', async () => {
    expect(await placesWith(marks.reason, system)).toEqual([
      'shown to Cora Coordinate in a dialog',
      'shown to Petra Practice',
      'table jagsRequests: request',
      'typed by Petra Practice',
    ]);
  });

  it('has kept the case reference with the requester, the coordinator’s dialog and the request’s own row', async () => {
    expect(await placesWith(marks.caseReference, system)).toEqual([
      'posted in the chat with Petra Practice',
      'shown to Cora Coordinate in a dialog',
      'shown to Petra Practice',
      'table jagsRequests: request',
      'typed by Petra Practice',
    ]);
  });

  it('has shown the number to ring to nobody but the requester and the coordinator who read the reason', async () => {
    expect(await placesWith(marks.phone, system)).toEqual([
      'posted in the chat with Petra Practice',
      'shown to Cora Coordinate in a dialog',
      'shown to Petra Practice',
      'table jagsRequests: request',
      'typed by Petra Practice',
    ]);
  });

  it('has named nobody in the log and the queue, and no participant in the channel', async () => {
    for (const text of [
      requester.name,
      requester.mail,
      facilitator.name,
      facilitator.mail,
      ...everybody.flatMap(({ name, mail }) => [name, mail]),
    ]) {
      const places = await placesWith(text, system);
      expect(places).not.toContain('the log');
      expect(places).not.toContain('the queue');
    }
    const posted = (places: readonly string[]) => places.filter((place) => place.startsWith('posted in 19:'));
    for (const text of [
      requester.mail,
      marks.colleague,
      ...everybody.flatMap(({ name, mail }) => [name, mail]),
    ])
      expect(posted(await placesWith(text, system))).toEqual([]);
  });

  it('has shown the facilitator who takes part, and nobody’s address', async () => {
    const toFay = ['posted in the chat with Fay Facilitate', 'shown to Fay Facilitate'];
    const shownTo = async (text: string) =>
      (await placesWith(text, system)).filter((place) => toFay.includes(place));
    for (const { name, mail } of others) {
      expect(await shownTo(name)).toEqual(toFay);
      expect(await shownTo(mail)).toEqual([]);
    }
    for (const text of [marks.phone, marks.colleague, requester.mail])
      expect(await shownTo(text)).toEqual([]);
  });
}
