/** Who asked for sessions in the sandbox's past, and who came: nobody exists, every surname is a colour. */
import type { TeamCode } from '../../../src/domain/agencies';
import type { LocalityCode } from '../../../src/domain/localities';
import type { Participant, Requester } from '../../../src/domain/people';
import { uuidFrom } from '../../../src/ids';
import type { Chance } from '../../simulation/chance';

const FIRST_NAMES = [
  'Ada',
  'Bruno',
  'Clio',
  'Dov',
  'Edda',
  'Finn',
  'Gwen',
  'Hugo',
  'Ines',
  'Jory',
  'Kit',
  'Lena',
];
const COLOURS = [
  'Amaranth',
  'Beige',
  'Coral',
  'Damson',
  'Ecru',
  'Fawn',
  'Gamboge',
  'Heliotrope',
  'Jade',
  'Khaki',
];

/** Who asks, more often one than another; some ask from outside the council. */
const ASKING: readonly TeamCode[] = [
  ...Array<TeamCode>(5).fill('cs-fs'),
  ...Array<TeamCode>(4).fill('cs-cp'),
  ...Array<TeamCode>(3).fill('ed-pri'),
  ...Array<TeamCode>(3).fill('hl-hv'),
  ...['cs-cic', 'cs-cic', 'cs-dis', 'cs-lc', 'ed-sec', 'ed-sec', 'hl-sn', 'vs-da', 'po-ch'],
];

/** Who comes: probation is asked for now and then and never there, housing hardly ever. */
const COMING: readonly TeamCode[] = [
  ...Array<TeamCode>(6).fill('ed-pri'),
  ...Array<TeamCode>(4).fill('ed-sec'),
  ...Array<TeamCode>(5).fill('hl-hv'),
  ...Array<TeamCode>(4).fill('hl-sn'),
  ...Array<TeamCode>(2).fill('hl-gp'),
  ...Array<TeamCode>(4).fill('po-ch'),
  ...Array<TeamCode>(3).fill('cs-eh'),
  ...Array<TeamCode>(3).fill('cs-fs'),
  ...['cs-cp', 'cs-cp', 'vs-da', 'vs-da', 'vs-yo', 'as-mh', 'as-mh', 'yj-cm', 'ed-eys', 'ho-di', 'pr-other'],
];
export const NEVER_COMES = 'pr';

const LOCALITIES: readonly LocalityCode[] = [
  ...Array<LocalityCode>(5).fill('norwich'),
  ...Array<LocalityCode>(4).fill('great-yarmouth'),
  ...Array<LocalityCode>(3).fill('west'),
  ...['breckland', 'breckland', 'north', 'broadland', 'south'],
];

/** How many take part, the requester among them: around five, now and then two or twelve. */
const SIZES = [2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 7, 8, 9, 12];

export interface Company {
  readonly requester: Requester;
  readonly participants: readonly Participant[];
  readonly locality: LocalityCode;
}

/** Whoever takes part in one session: of two agencies at least. */
export function companyFor(chance: Chance): Company {
  const team = chance.pick(ASKING);
  const asking = somebody(chance, team);
  const count = chance.pick(SIZES) - 1;
  const participants: Participant[] = [];
  while (participants.length < count) {
    const coming = chance.pick(COMING);
    if (participants.length === 0 && coming.slice(0, 2) === team.slice(0, 2)) continue;
    const next = { ...somebody(chance, coming), team: coming };
    if (![asking, ...participants].some(({ mail }) => mail === next.mail)) participants.push(next);
  }
  const requester = { ...asking, id: uuidFrom(`history ${asking.mail}`), team, outside: true as const };
  return { requester, participants, locality: chance.pick(LOCALITIES) };
}

function somebody(chance: Chance, team: TeamCode): { readonly name: string; readonly mail: string } {
  const [first, colour] = [chance.pick(FIRST_NAMES), chance.pick(COLOURS)];
  const mail = `${first}.${colour}@${team}.past-sandbox.example`.toLowerCase();
  return { name: `${first} ${colour}`, mail };
}
