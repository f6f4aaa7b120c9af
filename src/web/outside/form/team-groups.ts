/** Agencies with their teams, as a list to choose from. */
import type { Policy } from '../../../domain/policy';
import type { ChoiceGroup } from '../fields';

export function teamGroups({ agencies }: Policy): ChoiceGroup[] {
  return agencies.map(({ name, teams }) => ({
    label: name,
    // The agency's name again: what is chosen is shown without its group.
    choices: teams.map((team) => ({ value: team.code, label: `${name}: ${team.name}` })),
  }));
}
