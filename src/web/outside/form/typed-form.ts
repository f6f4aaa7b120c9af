/**
 * The form between two pages: nothing is stored before it is sent, so each page carries what was typed on the others in
 * plain fields of the same names. What is missing, from an older release or a page cut short, has its default; what is
 * unknown is passed over; everything is checked again.
 */
import type { ParticipantAnswer } from '../../../domain/form';
import type { FormDraft } from '../../../domain/form-draft';
import type { Instant } from '../../../domain/intervals';
import type { Policy } from '../../../domain/policy';
import { typable } from '../../../wording/typed-text';

export const STEPS = ['about', 'when', 'who', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** What a form is opened with, and where it goes. */
export interface FormSetting {
  /** Where it is posted: its own address. */
  readonly action: string;
  /** A fresh draft, or the request as it was left. */
  readonly base: FormDraft;
  /** Of somebody no sign-in names. */
  readonly asksName: boolean;
  /** Shown as confirmed. */
  readonly mail?: string;
  /** What else each page carries: the proof of a code, say. */
  readonly carried?: Readonly<Record<string, string>>;
  /** What a coordinator wrote when sending it back. */
  readonly note?: string;
  /** Where whoever changes nothing goes. */
  readonly leave?: string;
  readonly now: Instant;
  readonly policy: Policy;
}

export interface TypedForm {
  readonly step: Step;
  /** The last page has been reached: whoever changes one comes back to it at once. */
  readonly hasBeenChecked: boolean;
  readonly name: string;
  /** `added` are those known from the directory; everybody else is a row, because there is room for all. */
  readonly draft: FormDraft;
  /** As they stand on the page, empty ones among them. */
  readonly rows: readonly ParticipantAnswer[];
}

/** More than a session can have, so that too many are told apart from nonsense. */
const MOST_ROWS = 40;
const LONGEST_LINE = 300;
/** No browser sends them of a field of one line; what is sent all the same cannot begin another line anywhere. */
const LINE_ENDS = /[\n\u2028\u2029]+/g;

export function openForm({ base }: Pick<FormSetting, 'base'>): TypedForm {
  const known = base.added.filter(({ id }) => id !== undefined);
  const rows = [...base.added.filter(({ id }) => id === undefined), ...base.rows];
  return {
    step: 'about',
    hasBeenChecked: false,
    name: '',
    draft: { ...base, added: known, rows },
    rows,
  };
}

/** What was posted; a form without its mark is opened anew with what there is of it. */
export function readForm(form: URLSearchParams, setting: Pick<FormSetting, 'base'>): TypedForm {
  const opened = openForm(setting);
  const { answers } = setting.base;
  const isOurs = form.has('step');
  const text = (name: string, otherwise: string): string => typable(form.get(name) ?? otherwise);
  const line = (name: string, otherwise: string): string => text(name, otherwise).replace(LINE_ENDS, ' ');
  const list = (name: string, otherwise: readonly string[]): readonly string[] =>
    isOurs || form.has(name) ? [...new Set(form.getAll(name))] : otherwise;
  const typedRows = rowsIn(form);
  const rows = isOurs || typedRows.length > 0 ? typedRows : opened.rows;
  const kept = form.getAll('known');
  return {
    step: stepIn(form),
    hasBeenChecked: form.has('checked'),
    name: oneLine(form.get('name') ?? ''),
    rows,
    draft: {
      ...opened.draft,
      answers: {
        caseReference: line('caseReference', answers.caseReference),
        team: text('team', answers.team),
        phone: line('phone', answers.phone),
        colleague: line('colleague', answers.colleague),
        reason: text('reason', answers.reason),
        familyTold: text('familyTold', answers.familyTold),
        riskKnown: form.has('risk') ? form.get('risk') === 'known' : answers.riskKnown,
        otherNeeds: list('otherNeeds', answers.otherNeeds),
        place: text('place', answers.place),
        venue: line('venue', answers.venue),
        locality: text('locality', answers.locality),
        arrangements: list('arrangements', answers.arrangements),
        earliest: isoDate(text('earliest', answers.earliest)),
        latest: isoDate(text('latest', answers.latest)),
        days: list('days', answers.days),
        times: list('times', answers.times),
        schoolsAgree: isOurs ? form.get('schoolsAgree') === 'true' : answers.schoolsAgree,
        notNames: text('notNames', isOurs ? '' : answers.notNames),
        goesOn: text('goesOn', isOurs ? '' : answers.goesOn),
      },
      added: isOurs ? opened.draft.added.filter(({ id }) => kept.includes(id!)) : opened.draft.added,
      rows: filled(rows),
    },
  };
}

/** What a last page carries in any case, empty or not. */
const ON_THE_LAST_PAGE = [
  ...['team', 'phone', 'colleague', 'caseReference', 'reason', 'familyTold'],
  ...['place', 'venue', 'locality', 'earliest', 'latest'],
];

/** Only what somebody has seen is sent: a last page that lacks something is gone through again, with what stands in its place. */
function stepIn(form: URLSearchParams): Step {
  const step = STEPS.find((each) => each === form.get('step')) ?? 'about';
  return step === 'check' && ON_THE_LAST_PAGE.some((name) => !form.has(name)) ? 'about' : step;
}

/** Those in whom something was typed. */
export function filled(rows: readonly ParticipantAnswer[]): ParticipantAnswer[] {
  return rows.filter(({ name, mail, team }) => `${name}${mail}${team}`.trim() !== '');
}

/** What a page posts of the steps it does not show; read again by `readForm`. */
export function fieldsOf(step: Step, { name, draft }: TypedForm): readonly (readonly [string, string])[] {
  const { answers, added, rows } = draft;
  const many = (field: string, values: readonly string[]) => values.map((value) => [field, value] as const);
  switch (step) {
    case 'about':
      return [
        ['name', name],
        ['caseReference', answers.caseReference],
        ['team', answers.team],
        ['phone', answers.phone],
        ['colleague', answers.colleague],
        ['reason', answers.reason],
        ['familyTold', answers.familyTold],
        ...many('otherNeeds', answers.otherNeeds),
        ['goesOn', answers.goesOn],
      ];
    case 'when':
      return [
        ['place', answers.place],
        ['venue', answers.venue],
        ['locality', answers.locality],
        ['earliest', answers.earliest],
        ['latest', answers.latest],
        ...many('days', answers.days),
        ...many('times', answers.times),
        ['schoolsAgree', answers.schoolsAgree ? 'true' : ''],
        ...many('arrangements', answers.arrangements),
      ];
    case 'who':
      return [
        ...many('known', knownIds(added)),
        ...rows.flatMap((row, n) =>
          PERSON_FIELDS.map((field) => [personField(n, field), row[field]] as const),
        ),
      ];
    case 'check':
      return [];
  }
}

export function knownIds(added: readonly ParticipantAnswer[]): string[] {
  return added.flatMap(({ id }) => id ?? []);
}

const PERSON_FIELDS = ['name', 'mail', 'team'] as const;

export function personField(row: number, field: (typeof PERSON_FIELDS)[number]): string {
  return `person-${row}-${field}`;
}

/** A row that is missing among others is empty: nobody after it is lost. */
function rowsIn(form: URLSearchParams): ParticipantAnswer[] {
  const rows = Array.from({ length: MOST_ROWS }, (_, n): ParticipantAnswer => {
    const [name = '', mail = '', team = ''] = PERSON_FIELDS.map((field) =>
      oneLine(form.get(personField(n, field)) ?? ''),
    );
    return { name, mail, team };
  });
  const isThere = (_: ParticipantAnswer, n: number): boolean =>
    PERSON_FIELDS.some((field) => form.has(personField(n, field)));
  return rows.slice(0, rows.findLastIndex(isThere) + 1);
}

/** Names and addresses are lines: what is pasted with line ends in it cannot become more than one. */
function oneLine(text: string): string {
  return typable(text).replace(/\s+/g, ' ').slice(0, LONGEST_LINE);
}

/** A day as it is typed in Britain, where a browser has no field for days; anything else is left to the checks. */
function isoDate(typed: string): string {
  const [, day, month, year] = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(typed) ?? [];
  return year === undefined ? typed.trim() : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
