/**
 * The cells of one facilitator, in a file or on the page it is put right on: text a coordinator reads and writes, and the
 * answers it stands for. Teams and localities are written by their label and read by label or code, days also the UK way.
 */
import { teamLabel } from '../../domain/agencies';
import { isLocalDate } from '../../domain/calendar';
import type { FacilitatorAnswers } from '../../domain/facilitator-form';
import { localityName } from '../../domain/localities';
import type { Policy } from '../../domain/policy';

export type Field = keyof FacilitatorAnswers;

/** A field that is absent was not given at all: what the pool knows stands. */
export type Cells = { readonly [Each in Field]?: string };
export type GivenAnswers = Partial<FacilitatorAnswers>;

/** Something chosen from a list. */
interface Choice {
  readonly code: string;
  readonly label: string;
  /** Of the label, for comparing. */
  readonly letters: string;
}

/** The answers a row of cells stands for; what cannot be read stays as it was typed, for the check to name. */
export function answersFromCells(cells: Cells, policy: Policy): GivenAnswers {
  const answers: Partial<Record<Field, FacilitatorAnswers[Field]>> = {};
  for (const field of Object.keys(cells) as Field[]) answers[field] = READ[field](cells[field] ?? '', policy);
  return answers as GivenAnswers;
}

/** What a coordinator would write in every cell; reading it gives the answers back. */
export function cellsOf(answers: FacilitatorAnswers, policy: Policy): Record<Field, string> {
  const teams = teamsOf(policy);
  return {
    ...answers,
    team: written(answers.team, teams),
    localities: writtenList(answers.localities, localitiesOf(policy)),
    excludedTeams: writtenList(answers.excludedTeams, teams),
  };
}

type Read<Each extends Field> = (cell: string, policy: Policy) => FacilitatorAnswers[Each];

const READ: { readonly [Each in Field]: Read<Each> } = {
  name: (cell) => cell,
  mail: (cell) => cell,
  team: (cell, policy) => codeOf(cell, teamsOf(policy)),
  trainedOn: day,
  trainedUntil: day,
  refresherOn: day,
  supervisedOn: day,
  localities: (cell, policy) => codesOf(cell, localitiesOf(policy)),
  weight: (cell) => cell,
  sessionsPerMonth: (cell) => cell,
  joinedOn: day,
  facilitatedBefore: day,
  accepts: (cell) => cell.trim().toLowerCase(),
  excludedTeams: (cell, policy) => codesOf(cell, teamsOf(policy)),
};

/** 16/03/2026 as 2026-03-16; also with points or hyphens, as spreadsheets write it. */
function day(cell: string): string {
  const [, date, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(cell) ?? [];
  if (date === undefined || month === undefined || year === undefined) return cell;
  const read = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isLocalDate(read) ? read : cell;
}

/** Made once for each list there is: every cell of every row looks into them. */
const choicesOf = new WeakMap<object, readonly Choice[]>();

function teamsOf({ agencies }: Policy): readonly Choice[] {
  const codes = () => agencies.flatMap(({ teams }) => teams.map(({ code }) => code));
  return listOf(agencies, codes, (code) => teamLabel(agencies, code));
}

function localitiesOf({ localities }: Policy): readonly Choice[] {
  const codes = () => localities.map(({ code }) => code);
  return listOf(localities, codes, (code) => localityName(localities, code));
}

function listOf(
  of: object,
  codes: () => readonly string[],
  labelOf: (code: string) => string,
): readonly Choice[] {
  let choices = choicesOf.get(of);
  if (!choices) {
    choices = codes().map((code) => ({ code, label: labelOf(code), letters: letters(labelOf(code)) }));
    choicesOf.set(of, choices);
  }
  return choices;
}

/** The code itself, or the one label that reads like it: capitals, spaces and marks between the words do not count. */
function codeOf(cell: string, choices: readonly Choice[]): string {
  const plain = cell.trim();
  const byCode = choices.find(({ code }) => code === plain.toLowerCase());
  if (byCode) return byCode.code;
  const sought = letters(plain);
  const [found, another] = choices.filter((choice) => choice.letters === sought);
  return sought !== '' && found && !another ? found.code : plain;
}

function codesOf(cell: string, choices: readonly Choice[]): readonly string[] {
  const entries = cell.split(/[;\n]/).filter((entry) => entry.trim() !== '');
  return entries.map((entry) => codeOf(entry, choices));
}

/** The label, unless it would be read as something else, or as two. */
function written(code: string, choices: readonly Choice[]): string {
  const label = choices.find((choice) => choice.code === code)?.label;
  const read = label === undefined ? [] : codesOf(label, choices);
  return label !== undefined && read.length === 1 && read[0] === code ? label : code;
}

function writtenList(codes: readonly string[], choices: readonly Choice[]): string {
  return codes.map((code) => written(code, choices)).join('; ');
}

/** What is left of a text when only its letters and digits count. */
export function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
