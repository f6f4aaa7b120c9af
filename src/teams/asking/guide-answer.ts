/** What the guide's cards send back: codes only. Answers that were not asked for in this order are of another shape. */
import { z } from 'zod';
import { follow, QUESTIONS } from '../../domain/signpost';
import { origin } from './origin';

/** Longer than every way to a door. */
const LONGEST_WAY = 100;

/** The form of a team's code, or nothing; whether there is such a team is for whoever uses it. */
export const teamCode = z
  .string()
  .regex(/^(?:[a-z][a-z0-9-]{0,29})?$/)
  .default('');

export const safetyAnswer = z.object({
  answer: z.enum(QUESTIONS.risk),
  team: teamCode,
  origin: origin.default(''),
});

export const reportedAnswer = safetyAnswer.omit({ answer: true });

const way = z
  .string()
  .max(LONGEST_WAY)
  .transform((text, context) => {
    const found = follow(text === '' ? [] : text.split(','));
    if (found) return found;
    context.addIssue({ code: z.ZodIssueCode.custom, message: 'Expected answers to what was asked' });
    return z.NEVER;
  });

export const guideAnswer = z
  .object({ answers: way, team: teamCode, knownTeam: teamCode })
  // The list, where it stands on the card, tells what was chosen last.
  .transform(({ answers, team, knownTeam }) => ({ way: answers, team: team || knownTeam }));
