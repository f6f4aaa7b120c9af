/** How the list of localities (`POLICY_LOCALITIES`) is written in the environment. */
import { z } from 'zod';
import type { Locality } from '../domain/localities';
import { code, isUnique, json, name } from './agencies';
import type { Kind } from './kinds';

const list = z
  .array(z.object({ code, name }).strict())
  .min(1)
  .refine((localities) => isUnique(localities.map((each) => each.code)));

/** The coded list of localities as JSON. */
export const localities: Kind<readonly Locality[]> = {
  expected: 'a JSON list of localities with code and name, no code twice',
  schema: json.pipe(list),
};
