/** People with Teams and people without have the same service: for each thing open to them a way in chat, and one on a page. */
import type { PersonCommand } from '../src/domain/request';
import { OPEN_TO, type Role } from '../src/domain/who-may';
import type { Purpose } from '../src/ports/links';
import { COMMANDS, VERBS } from '../src/teams/commands';
import { formOfLink } from '../src/web/outside/asking/form-of-link';
import { type Act, ACTS } from '../src/web/outside/person/acts';
import { theRequester } from './builders';

type Kind = PersonCommand['kind'];

const KINDS = Object.keys(OPEN_TO) as readonly Kind[];

/** Whose pages somebody of a role has. */
const PAGES: Record<Exclude<Role, 'coordinator'>, Purpose> = {
  requester: 'requester',
  facilitator: 'facilitator',
  participant: 'participant',
};

const ROWS = KINDS.flatMap((kind) =>
  OPEN_TO[kind].flatMap((role) => (role === 'coordinator' ? [] : [[kind, role] as const])),
);

/** Asked of nobody who signed in: they are known by that. */
const MAILED_ONLY: readonly Kind[] = ['confirm'];

/** The commands that verbs make; where the form makes one, the verb that sends or opens it. */
const inChat = new Set<string>([
  ...Object.values(COMMANDS).map((make) => make({} as never, theRequester).kind),
  ...VERBS,
  ...(VERBS.includes('form-send') ? ['submit'] : []),
]);

function isOnPages(kind: Kind, role: Exclude<Role, 'coordinator'>): boolean {
  // The form behind the link that is mailed to whoever asks.
  if (kind === 'submit') return formOfLink({} as never).some(({ method }) => method === 'post');
  return Object.values<Act>(ACTS).some(
    (act) => 'kind' in act && act.kind === kind && act.purposes.includes(PAGES[role]),
  );
}

describe('what people may ask for', () => {
  it('is open to people who are no coordinators', () => expect(ROWS.length).toBeGreaterThan(10));

  it.each(ROWS)('can be done on a page: %s, as %s', (kind, role) => {
    expect(isOnPages(kind, role)).toBe(true);
  });

  it.each([...new Set(ROWS.map(([kind]) => kind))].filter((kind) => !MAILED_ONLY.includes(kind)))(
    'can be done in chat: %s',
    (kind) => {
      expect(inChat).toContain(kind);
    },
  );

  it('can be done on pages by nobody else', () => {
    for (const act of Object.values<Act>(ACTS))
      if ('kind' in act)
        for (const purpose of act.purposes)
          expect(OPEN_TO[act.kind].map((role) => (role === 'coordinator' ? role : PAGES[role]))).toContain(
            purpose,
          );
  });

  it('is the same of their own time: what can be pressed in chat about it can be done on a page', () => {
    const own = Object.entries<Act>(ACTS).flatMap(([name, { does }]) => (does === 'own-time' ? [name] : []));
    expect(own.length).toBeGreaterThan(0);
    expect(VERBS).toEqual(expect.arrayContaining(own));
  });
});
