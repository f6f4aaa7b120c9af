/** How the lists of agencies and teams (`POLICY_TEAMS`) are written in the environment. */
import { z } from 'zod';
import type { Agency } from '../domain/agencies';
import type { Kind } from './kinds';

// Codes are kept with requests and facilitators: short, and safe in any place.
export const code = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
export const name = z.string().trim().min(1).max(60);
const team = z.object({ code, name, uncheckable: z.literal(true).optional() }).strict();
const agency = z
  .object({ code, name, school: z.literal(true).optional(), teams: z.array(team).min(1) })
  .strict();

export const isUnique = (codes: readonly string[]) => new Set(codes).size === codes.length;
const list = z
  .array(agency)
  .min(2)
  .refine((agencies) => isUnique(agencies.map((each) => each.code)))
  .refine((agencies) => isUnique(agencies.flatMap(({ teams }) => teams.map((each) => each.code))));

/** A text as the JSON it is. */
export const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: z.ZodIssueCode.custom, message: 'not JSON' });
    return z.NEVER;
  }
});

function toAgency({ code, name, school, teams }: z.output<typeof agency>): Agency {
  return {
    code,
    name,
    teams: teams.map(({ uncheckable, ...each }) => ({
      ...each,
      agency: code,
      ...(uncheckable && { uncheckable }),
    })),
    ...(school && { school }),
  };
}

/** The coded lists of agencies and teams as JSON; see domain/agencies.ts for what the fields mean. */
export const agencies: Kind<readonly Agency[]> = {
  expected: 'a JSON list of at least two agencies with their teams, no code twice',
  schema: json.pipe(list).transform((agencies) => agencies.map(toAgency)),
};
