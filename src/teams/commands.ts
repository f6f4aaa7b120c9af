/**
 * What comes back from a card, checked strictly before anybody looks at it: it says what somebody wants, never who
 * they are or what is true. Anything of another shape is undefined and gets a plain refusal.
 */
import { z } from 'zod';
import type { ParticipantAnswer } from '../domain/form';
import type { Person } from '../domain/people';
import { type Command, DECLINE_REASONS, type RequestId } from '../domain/request';
import { QUEUE_AGES, QUEUE_STATES } from '../domain/queue';
import type { FormDraft } from './form-draft';
import { guideAnswer, safetyAnswer, teamCode } from './guide-answer';
import { typable } from './typed-text';

/** Far above every limit of the form, so that too long a text is told apart from nonsense. */
const MOST_TYPED = 20_000;
const MOST_PEOPLE = 40;
const ENTRY_ROWS = [0, 1, 2] as const;

const typed = z.string().max(MOST_TYPED).transform(typable).default('');
const listed = z
  .string()
  .max(200)
  .default('')
  .transform((text) => text.split(',').filter((each) => each !== ''));
const requestId = z.string().regex(/^[0-9a-z-]{8,64}$/);
const request = z.object({ request: requestId });
/** The earlier request a new one starts from; '' for none. */
const again = z.object({ again: z.union([requestId, z.literal('')]).default('') });
const offer = request.extend({ attempt: z.number().int().min(1).max(1_000) });
const person = z.object({
  name: typed,
  mail: typed,
  team: typed,
  /** Of somebody chosen from the directory. */
  id: z
    .string()
    .regex(/^[\da-f-]{36}$/i)
    .optional(),
});

const draft = z.object({
  nonce: z.string().regex(/^[\w-]{16,64}$/),
  riskKnown: z.boolean(),
  added: z.array(person).max(MOST_PEOPLE),
  followUpOf: requestId.optional(),
});

const form = z.object({
  draft: z.string().max(MOST_TYPED).transform(parsedJson).pipe(draft),
  caseReference: typed,
  team: typed,
  phone: typed,
  colleague: typed,
  reason: typed,
  familyTold: typed,
  otherNeeds: listed,
  place: typed,
  venue: typed,
  arrangements: listed,
  earliest: typed,
  latest: typed,
  days: listed,
  times: listed,
  notNames: z.string().max(20).default(''),
  goesOn: z.string().max(60).default(''),
  ...rowFields(),
});

/** What each verb's data must look like. */
const SUBMISSIONS = {
  ask: z.object({}),
  help: z.object({}),
  /** The search in the compose box. */
  find: z.object({ text: z.string().max(200) }),
  status: z.object({ from: z.number().int().min(0).max(100_000).default(0) }),
  guide: z.object({}),
  'guide-answer': guideAnswer,
  safety: safetyAnswer.merge(again),
  reported: again.extend({ team: teamCode }),
  'ask-again': request,
  'form-copy': form.transform(asDraft),
  'form-send': form.transform(asDraft),
  'form-add': form.transform(asDraft),
  'form-remove': form
    .extend({ person: z.number().int().min(0).max(MOST_PEOPLE) })
    .transform((data) => ({ draft: asDraft(data), person: data.person })),
  open: request,
  withdraw: request,
  coordinate: request,
  queue: z.object({
    state: z.enum(QUEUE_STATES).default('all'),
    age: z.enum(QUEUE_AGES).default('all'),
    from: z.number().int().min(0).max(100_000).default(0),
  }),
  approve: request.extend({ match: z.string().min(1).max(64) }),
  decline: request.extend({ reason: z.enum(DECLINE_REASONS) }),
  'look-again': request,
  reason: request,
  history: request,
  accept: offer,
  cannot: offer,
} as const;

export type Verb = keyof typeof SUBMISSIONS;
export type Submission<V extends Verb> = z.output<(typeof SUBMISSIONS)[V]>;

/** The data of a submitted card, or undefined when it is not what that card sends. */
export function readSubmission<V extends Verb>(verb: V, data: unknown): Submission<V> | undefined {
  const read = SUBMISSIONS[verb].safeParse(data);
  return read.success ? read.data : undefined;
}

/** Whether it can be the id of a request; storage takes nothing else. */
export function isRequestId(value: unknown): value is RequestId {
  return requestId.safeParse(value).success;
}

/** The decision a person asks for, on their own behalf. */
export const COMMANDS = {
  withdraw: ({ request }, by) => ({ kind: 'withdraw', requestId: request, by }),
  approve: ({ request, match }, by) => ({ kind: 'approve', requestId: request, matchId: match, by }),
  decline: ({ request, reason }, by) => ({ kind: 'decline', requestId: request, reason, by }),
  'look-again': ({ request }, by) => ({ kind: 'look-again', requestId: request, by }),
  accept: ({ request, attempt }, by) => ({ kind: 'accept', requestId: request, attempt, by }),
  cannot: ({ request, attempt }, by) => ({ kind: 'cannot', requestId: request, attempt, by }),
} as const satisfies { readonly [V in Verb]?: (data: Submission<V>, by: Person) => Command };

function parsedJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: z.ZodIssueCode.custom, message: 'Expected JSON' });
    return z.NEVER;
  }
}

type RowField = `${'name' | 'mail' | 'team'}${(typeof ENTRY_ROWS)[number]}`;

function rowFields(): Record<RowField, typeof typed> {
  const fields = ENTRY_ROWS.flatMap((row) => [`name${row}`, `mail${row}`, `team${row}`] as const);
  return Object.fromEntries(fields.map((field) => [field, typed])) as Record<RowField, typeof typed>;
}

function asDraft({
  draft: { nonce, riskKnown, added, followUpOf },
  ...fields
}: z.output<typeof form>): FormDraft {
  const {
    caseReference,
    team,
    phone,
    colleague,
    reason,
    familyTold,
    otherNeeds,
    place,
    venue,
    arrangements,
  } = fields;
  const { earliest, latest, days, times, notNames, goesOn } = fields;
  const rows = ENTRY_ROWS.map((row): ParticipantAnswer => ({
    name: fields[`name${row}`],
    mail: fields[`mail${row}`],
    team: fields[`team${row}`],
  }));
  return {
    nonce,
    answers: {
      caseReference,
      team,
      phone,
      colleague,
      reason,
      familyTold,
      riskKnown,
      otherNeeds,
      place,
      venue,
      arrangements,
      earliest,
      latest,
      days,
      times,
      notNames,
      goesOn,
    },
    added: added.map(({ id, ...known }) => ({ ...known, ...(id !== undefined && { id }) })),
    ...(followUpOf !== undefined && { followUpOf }),
    rows: rows.filter(({ name, mail, team: code }) => `${name}${mail}${code}`.trim() !== ''),
  };
}
