/** What is asked for besides people, place and time, as facts of the cards; nothing where there is none. */
import { teamLabel } from '../domain/agencies';
import type { Ask } from '../domain/ask';
import { localityName } from '../domain/localities';
import type { ToBeNamed } from '../domain/people';
import type { Policy } from '../domain/policy';
import type { Fact } from './stated';
import { isolated } from '../wording/typed-text';
import { ARRANGEMENT_NAMES, ASK_TEXTS, minutesInWords, OTHER_NEED_NAMES } from '../wording/ask';

export function arrangementFacts({ arrangements = [] }: Ask): Fact[] {
  return factOf(
    'Arrangements',
    arrangements.map((each) => ARRANGEMENT_NAMES[each]),
  );
}

/** @param label is read before who it is: "school nurse (Health: school nursing)". */
export function toBeNamedFacts({ toBeNamed = [] }: Ask, policy: Policy, label: string): Fact[] {
  return factOf(
    label,
    toBeNamed.map((each) => `${roleOf(each)} (${teamLabel(policy.agencies, each.team)})`),
  );
}

export function otherNeedFacts({ otherNeeds = [] }: Ask, label: string): Fact[] {
  if (otherNeeds.length === 0) return [];
  const needs = otherNeeds.map((each) => OTHER_NEED_NAMES[each]).join(', ');
  return [{ label, value: `${needs} ${ASK_TEXTS.wentOn}` }];
}

/** Where the family's team works. */
export function localityFacts({ locality }: Ask, { localities }: Policy): Fact[] {
  return factOf('Locality', locality === undefined ? [] : [isolated(localityName(localities, locality))]);
}

export function schoolFacts({ schoolsAgree }: Ask): Fact[] {
  return factOf('Schools', schoolsAgree ? [ASK_TEXTS.schoolsAgree] : []);
}

/** Only where it is not the usual one. */
export function lengthFacts({ minutes }: Ask): Fact[] {
  return factOf('Length', minutes === undefined ? [] : [minutesInWords(minutes)]);
}

export function roleOf({ role }: ToBeNamed): string {
  return role === undefined ? ASK_TEXTS.somebody : isolated(role);
}

function factOf(label: string, values: readonly string[]): Fact[] {
  return values.length === 0 ? [] : [{ label, value: values.join(', ') }];
}
