/** What somebody does about a request, by how it stands: from a number, so that a plan can say it. */
import { CANCEL_REASONS } from '../../src/domain/ending';
import type { FacilitatorRef, Match } from '../../src/domain/match';
import { MINUTE_MS } from '../../src/domain/intervals';
import { isStanding } from '../../src/domain/rearranging';
import type { Request } from '../../src/domain/request';
import { becauseId } from '../../src/teams/coordinating/because-id';
import { coordinators, everybody, type SandboxPerson } from '../sandbox/people';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import type { Press } from './pressing';
import type { Town } from './town';

/** Pressed on a card, or done in Outlook. */
export type Doing = Press | { readonly inOutlook: (tenant: Town['tenant'], event: StoredEvent) => void };

type Choose = (request: Request, n: number) => Doing | undefined;

const personOf = ({ id }: Pick<FacilitatorRef, 'id'>): SandboxPerson =>
  everybody.find((each) => each.id === id)!;
const coordinator = (n: number): SandboxPerson => coordinators[n % coordinators.length]!;

const inChannel = (n: number, kind: NonNullable<Press['kind']>, data: object): Press => ({
  by: coordinator(n),
  verb: kind,
  data,
  where: 'channel',
  kind,
});
const offerOf = ({ id, attempt }: Request): object => ({ request: id, attempt });

const approves: Choose = (request, n) => {
  const matches = isStanding(request)
    ? request.rearranging?.matches
    : 'matches' in request
      ? request.matches
      : undefined;
  const best: readonly Match[] = matches?.best ?? [];
  const match = best[n % Math.max(best.length, 1)];
  return (
    match &&
    inChannel(n, 'approve', { request: request.id, match: match.id, [becauseId(match.id)]: 'agreed' })
  );
};

const answers =
  (kind: 'accept' | 'cannot'): Choose =>
  (request) => {
    const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
    const asked =
      chosen?.stage.at === 'asked'
        ? chosen
        : request.state === 'offered' || (kind === 'cannot' && request.state === 'booked')
          ? request
          : undefined;
    return (
      asked && {
        by: personOf(asked.match.facilitator),
        verb: kind,
        data: { request: request.id, attempt: asked.attempt },
        kind,
      }
    );
  };

const respond =
  (answer: 'accepted' | 'declined'): Choose =>
  (request) =>
    'match' in request
      ? {
          inOutlook: (tenant, { id, attendees }) => {
            const { mail } = request.match.facilitator;
            if (attendees.some(({ address }) => address === mail)) tenant.events.respond(id, mail, answer);
          },
        }
      : undefined;

const later = (text: string, minutes: number): string =>
  new Date(Date.parse(text) + minutes * MINUTE_MS).toISOString();

const moves: Choose = (_, n) => ({
  inOutlook: (tenant, { id, start, end }) => {
    const minutes = [30, -30, 60][n % 3]!;
    tenant.events.move(id, { start: later(start, minutes), end: later(end, minutes) });
  },
});

const CHOICES = {
  approves,
  accepts: answers('accept'),
  cannot: answers('cannot'),
  'accepts in Outlook': respond('accepted'),
  'declines in Outlook': respond('declined'),
  'moves it in Outlook': moves,
  'deletes it in Outlook': () => ({ inOutlook: (tenant, { id }) => tenant.events.remove(id) }),
  withdraws: ({ id, requester }) => ({
    by: personOf(requester),
    verb: 'withdraw',
    data: { request: id },
    kind: 'withdraw',
  }),
  'looks again': ({ id }, n) => inChannel(n, 'look-again', { request: id }),
  replaces: ({ id }, n) => inChannel(n, 'replace', { request: id }),
  'wants another time': (request, n) => inChannel(n, 'another-time', offerOf(request)),
  'keeps the time': (request, n) => inChannel(n, 'keep-time', offerOf(request)),
  cancels: (request, n) =>
    inChannel(n, 'cancel', { ...offerOf(request), reason: CANCEL_REASONS[n % CANCEL_REASONS.length]! }),
  'puts it back': (request, n) => inChannel(n, 'put-back', offerOf(request)),
  'takes it over': (request, n) =>
    isStanding(request) && request.outlook?.movedTo
      ? inChannel(n, 'take-over', { ...offerOf(request), start: request.outlook.movedTo.start })
      : undefined,
} satisfies Readonly<Record<string, Choose>>;

type Name = keyof typeof CHOICES;

/** Mostly nobody does anything about a session that is booked. */
const LEFT_ALONE: readonly undefined[] = Array.from({ length: 10 }, () => undefined);

/** What takes it further comes often, ends come rarely. */
function sensible(request: Request): readonly (Name | undefined)[] {
  if (request.state === 'submitted')
    return [
      'approves',
      'approves',
      'approves',
      'approves',
      'approves',
      'approves',
      'looks again',
      'withdraws',
    ];
  if (request.state === 'approved') return ['withdraws', 'looks again', 'looks again', 'looks again'];
  if (request.state === 'offered')
    return [
      'accepts',
      'accepts',
      'accepts',
      'accepts in Outlook',
      'accepts in Outlook',
      'declines in Outlook',
      'cannot',
      'replaces',
      'withdraws',
    ];
  if (!isStanding(request)) return [];
  const { rearranging, outlook = {} } = request;
  return [
    ...LEFT_ALONE,
    ...(rearranging?.chosen ? (['accepts', 'accepts', 'accepts', 'cannot'] as const) : []),
    ...(rearranging?.matches && !rearranging.chosen ? (['approves', 'approves', 'approves'] as const) : []),
    ...(outlook.movedTo ? (['takes it over', 'puts it back', 'puts it back'] as const) : []),
    'wants another time',
    'keeps the time',
    'cannot',
    'moves it in Outlook',
    'declines in Outlook',
    'replaces',
    ...(request.state === 'booked' ? (['deletes it in Outlook', 'cancels'] as const) : []),
  ];
}

/** What takes it further, if anything can. */
export function onward(request: Request): Doing | undefined {
  return answers('accept')(request, 0) ?? approves(request, 0);
}

/** Undefined where nobody does anything about it just now. */
export function doingOf(request: Request, n: number): Doing | undefined {
  const names = sensible(request);
  const name = names[n % Math.max(names.length, 1)];
  const choose: Choose | undefined = name && CHOICES[name];
  return choose?.(request, Math.floor(n / Math.max(names.length, 1)));
}
