/** The coordinators' tab: the pool and its file, requests, monitoring, what was said and done, connections. */
import { defaultPolicy } from '../../../src/domain/policy';
import { createTab } from '../../../src/web/tab/tab';
import { aRequest, askedAt, theCoordinator } from '../../builders';
import { createMemoryConnections } from '../../memory/connections';
import { openTabOffice, thePool } from '../../web/tab-office';
import type { Door, OpenDoor } from '../door';
import { faultsIn } from '../logged';
import { oddIn, wrongWithRequests } from '../stored';
import { askPage, pageGrammar, type PageInput } from './pages';

const REQUEST_ID = 'req0tab0000000000000000001';
const IDS = [...thePool.map(({ id }) => id), REQUEST_ID, 'nobody'];
const A_FILE = [
  'Name,E-mail,Team,Training valid until',
  'Rose Red,rose.red@school.example.org,ed-pri,2028-01-31',
  '"Grey, Gwen",gwen.grey@police.example.org,po-ne,2027-06-30',
].join('\n');

const FACILITATOR: Readonly<Record<string, readonly string[]>> = {
  ...{ name: ['Rose Red'], mail: ['rose.red@school.example.org'], team: ['ed-pri', 'cs-fs'] },
  ...{
    trainedOn: ['2025-03-31'],
    trainedUntil: ['2028-01-31'],
    refresherOn: ['2026-01-01'],
    supervisedOn: [''],
  },
  ...{
    localities: ['norwich', 'south'],
    weight: ['1', '0.5'],
    sessionsPerMonth: ['2'],
    joinedOn: ['2025-04-01'],
  },
  ...{
    facilitatedBefore: ['2026-05-12'],
    accepts: ['asked', 'always'],
    excludedTeams: ['cs-iro'],
    version: ['1', '2'],
  },
};
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  ...FACILITATOR,
  ...{
    from: ['2026-12-01'],
    until: ['2027-01-04'],
    on: ['2026-12-01'],
    start: ['09:00'],
    end: ['12:30'],
    day: ['tuesday'],
  },
  ...{
    facilitator: thePool.map(({ id }) => id),
    because: ['other', 'closer'],
    latest: ['2027-01-31'],
    minutes: ['60'],
  },
  ...{
    q: ['fay'],
    show: ['all', 'left'],
    do: ['add', 'remove'],
    kind: ['you-said'],
    knows: ['yes', 'no'],
    line: ['2'],
  },
  ...{
    theme: [],
    text: [A_FILE, 'We said so.'],
    notNames: [],
    period: ['2026-Q3', '2025'],
    announcement: ['1'],
    seen: [],
  },
  ...{
    'rows.0.name': ['Rose Red'],
    'rows.0.mail': ['rose.red@school.example.org'],
    'rows.0.team': ['ed-pri'],
  },
  ...{
    'rows.0.line': ['2'],
    'rows.0.leave': ['on'],
    'rows.0.seen': [],
    'rows.1.name': [],
    ignored: ['Shoe size'],
  },
  ...{ confirm: ['on'], reference: ['req0tab0'], beside: ['0'] },
};
const PARAMS = {
  id: IDS,
  measure: ['requests', 'fidelity', 'held'],
  file: ['tab.css', '..%2f..%2fpackage.json'],
};

const pairs = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(fields).flatMap(([name, values]) =>
    values.slice(0, 1).map((value) => [name, value] as const),
  );

const STEPS = [
  'change',
  'pause',
  'end-pause',
  'leave',
  'return',
  'declare',
  'exception',
  'knows',
  'excluded',
];
const recorded: readonly PageInput[] = [
  ...Array.from({ length: 60 }, (_, n) => String(n)).flatMap((page) =>
    IDS.slice(0, 2).map((id) => ({ page, params: { id }, query: [], form: pairs(FIELDS), byScript: true })),
  ),
  ...STEPS.map((step) => ({
    ...{ page: `tab-facilitator-${step}`, params: { id: IDS[0]! }, query: [] },
    ...{ form: pairs(FACILITATOR), byScript: true },
  })),
  { page: 'tab-import-rows', params: {}, query: [], form: [['text', A_FILE]], byScript: true },
  { page: 'tab-request-appoint', params: { id: REQUEST_ID }, query: [], form: pairs(FIELDS), byScript: true },
];

export const tab: Door = {
  name: 'the tab',
  share: 10,
  freshAfter: 2_000,
  grammar: pageGrammar(PARAMS, FIELDS),
  recorded,
  open,
};

async function open(): Promise<OpenDoor> {
  const office = await openTabOffice({ connections: createMemoryConnections(() => askedAt) });
  await office.has(aRequest.submitted({ id: REQUEST_ID }));
  const pages = createTab({
    issuer: office.entra.issuer,
    // Whether the token is good is another door's question.
    signIn: async () => ({ person: theCoordinator, roles: ['coordinator'] }),
    pages: office.pages,
    now: () => askedAt,
  });
  return {
    async give(input) {
      office.log.lines.length = 0;
      const wrong = await askPage(pages, input, 'Bearer x', (text) => text);
      const faults = faultsIn(office.log.lines);
      return faults.length > 0 ? faults.join('; ') : wrong;
    },
    stored: async () => [
      ...(await wrongWithRequests(office.store, askedAt, defaultPolicy)),
      ...oddIn(await office.pool.all()),
      ...oddIn(await office.responses.all()),
    ],
    close: () => office.close(),
  };
}
