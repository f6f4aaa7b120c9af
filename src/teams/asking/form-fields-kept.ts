/** What each of the form's two cards carries for the other, hidden: the fields as they are sent (see form-submission.ts). */
import type { FormDraft } from '../../domain/form-draft';

/** @param card the card that is shown; what is on the other one is kept. */
export function hiddenOn(card: 'about' | 'people', draft: FormDraft): string {
  const { nonce, answers, added, origin, followUpOf, changes } = draft;
  const other = card === 'about' ? { ...notShown(draft), ...peopleFields(draft) } : aboutFields(draft);
  const typed = Object.fromEntries(Object.entries(other).filter(([, value]) => value !== ''));
  return JSON.stringify({
    nonce,
    riskKnown: answers.riskKnown,
    added,
    ...(origin && { origin }),
    followUpOf,
    ...(changes && { changes }),
    typed,
  });
}

function aboutFields({ answers }: FormDraft): Record<string, string> {
  const { riskKnown: _asked, ...typed } = answers;
  return Object.fromEntries(
    Object.entries(typed).map(([field, value]) => [
      field,
      typeof value === 'string' ? value : typeof value === 'boolean' ? toggled(value) : value.join(','),
    ]),
  );
}

/** Of the first card's own, where there are no school holidays to ask about; what it sends itself counts instead. */
function notShown({ answers }: FormDraft): Record<string, string> {
  return { schoolsAgree: toggled(answers.schoolsAgree) };
}

function toggled(on: boolean): string {
  return on ? 'true' : '';
}

function peopleFields({ rows, chosen }: FormDraft): Record<string, string> {
  const typed = rows.map(({ name, mail, team }, n) => ({
    [`name${n}`]: name,
    [`mail${n}`]: mail,
    [`team${n}`]: team,
  }));
  return Object.assign({ chosen: chosen.ids.join(','), chosenTeam: chosen.team }, ...typed) as Record<
    string,
    string
  >;
}
