/** A spreadsheet of forty facilitators as somebody keeps it: five of its rows have a mistake. */
export const ROWS = 40;

const FIRST = ['Ada', 'Ben', 'Cleo', 'Dina', 'Eli', 'Flo', 'Gus', 'Hana'];
const COLOURS = ['Auburn', 'Beige', 'Coral', 'Drab', 'Ecru'];
const TEAMS = [
  'Health: school nursing',
  'Police: neighbourhood',
  'Voluntary sector: youth',
  'Adult social care: locality',
  'hl-hv',
];
const HEADINGS = 'Name;E-mail;Team;Trained on;Localities;Weight;Accepts';

/** The row of the file (the headings are row 1), the field, what stands there and what should. */
export const MISTAKES = [
  { row: 5, field: 'Trained on', wrong: '31/02/2026', right: '28/02/2026' },
  { row: 12, field: 'Team', wrong: 'Police: moon', right: 'Police: exploitation' },
  { row: 20, field: 'E-mail', wrong: 'not an address', right: 'row.20@voluntary-sandbox.example' },
  { row: 27, field: 'E-mail', wrong: 'row.3@health-sandbox.example', right: 'row.27@health-sandbox.example' },
  { row: 33, field: 'Weight', wrong: 'lots', right: '0.5' },
] as const;

export function nameIn(row: number): string {
  const n = row - 2;
  return `${FIRST[n % FIRST.length]} ${COLOURS[Math.floor(n / FIRST.length) % COLOURS.length]}`;
}

export function rosterWithMistakes(): string {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const row = n + 2;
    const cells: Record<string, string> = {
      Name: nameIn(row),
      'E-mail': `row.${row}@health-sandbox.example`,
      Team: TEAMS[n % TEAMS.length]!,
      'Trained on': '16/03/2026',
      Localities: n % 2 === 0 ? 'Norwich' : 'Broadland',
      Weight: '',
      Accepts: n % 10 === 0 ? 'automatically' : '',
    };
    for (const { row: at, field, wrong } of MISTAKES) if (at === row) cells[field] = wrong;
    return Object.values(cells).join(';');
  });
  return [HEADINGS, ...rows].join('\r\n');
}
