/** How the fields of the policy are set that are about evaluation, and about what of it may be shown; see policy.ts. */
import { z } from 'zod';
import type { Policy } from '../domain/policy';
import type { Theme } from '../domain/themes';
import { code, isUnique, json, name } from './agencies';
import { type Kind, sentence, wholeNumber } from './kinds';
import type { PolicySetting } from './policy';

type QualityField =
  | 'evaluationDays'
  | 'evaluationEarlyMinutes'
  | 'releaseAnswers'
  | 'releaseSessions'
  | 'releaseFacilitators'
  | 'themes'
  | 'staffSupport'
  | 'supportContact';

const themes: Kind<readonly Theme[]> = {
  expected: 'a JSON list of themes with code and name, no code twice',
  schema: json.pipe(
    z
      .array(z.object({ code, name }).strict())
      .min(1)
      .refine((list) => isUnique(list.map((each) => each.code))),
  ),
};

export const qualitySettings: { readonly [Field in QualityField]: PolicySetting<Policy[Field]> } = {
  evaluationDays: {
    name: 'POLICY_EVALUATION_DAYS',
    meaning:
      'How long a session can be evaluated after it, and its record changed; whoever has not answered is reminded once, halfway. Figures come after it.',
    kind: wholeNumber(2, 30, 'working days'),
  },
  evaluationEarlyMinutes: {
    name: 'POLICY_EVALUATION_EARLY_MINUTES',
    meaning:
      'How long before the end of a session its facilitator can show everybody the link to evaluate it.',
    kind: wholeNumber(0, 30, 'minutes'),
  },
  releaseAnswers: {
    name: 'POLICY_RELEASE_ANSWERS',
    meaning: 'A figure about people is shown only if at least so many have answered.',
    kind: wholeNumber(5, 100),
  },
  releaseSessions: {
    name: 'POLICY_RELEASE_SESSIONS',
    meaning: 'A figure about people is shown only if it is of at least so many sessions.',
    kind: wholeNumber(3, 100),
  },
  releaseFacilitators: {
    name: 'POLICY_RELEASE_FACILITATORS',
    meaning: 'A figure about people is shown only if at least so many facilitated its sessions.',
    kind: wholeNumber(2, 50),
  },
  themes: {
    name: 'POLICY_THEMES',
    meaning: 'What a session can say of the system around it, for facilitators to tick.',
    kind: themes,
  },
  staffSupport: {
    name: 'POLICY_STAFF_SUPPORT',
    meaning:
      'Where whoever took part finds support, and how to raise a concern; at the end of every evaluation.',
    kind: sentence(500),
  },
  supportContact: {
    name: 'POLICY_SUPPORT_CONTACT',
    meaning: 'Whom a facilitator can talk a session over with, such as a name and a telephone number.',
    kind: sentence(120),
  },
};
