/** What may never be read in what the doctor prints. */
import { everybody, organiser } from '../sandbox/people';
import { PASSWORD } from './surgery';

/** The emulator's well-known key stands for the key of a storage account. */
const STORAGE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq';

/** Names, addresses and ids of people, secrets, tokens and links that open something. The organiser's id may be read. */
export function expectNothingPersonal(text: string): void {
  const people = everybody.flatMap(({ id, teamsId, name, mail }) => [teamsId, name, mail, id]);
  const found = [...people, PASSWORD, STORAGE_KEY]
    .filter((each) => each !== organiser.id)
    .filter((each) => text.toLowerCase().includes(each.toLowerCase()));
  expect(found).toEqual([]);
  expect(text).not.toMatch(/\beyJ[\w-]+/);
  expect(text).not.toMatch(/meetup-join|[^\s@]+@[^\s@]+\.\w/);
}
