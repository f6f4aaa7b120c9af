/** What was filled in on the form of a facilitator. */
import type { FacilitatorAnswers } from '../../domain/facilitator-form';

export function answersFrom(form: URLSearchParams): FacilitatorAnswers {
  const typed = (name: keyof FacilitatorAnswers) => form.get(name) ?? '';
  return {
    name: typed('name'),
    mail: typed('mail'),
    team: typed('team'),
    trainedOn: typed('trainedOn'),
    trainedUntil: typed('trainedUntil'),
    refresherOn: typed('refresherOn'),
    supervisedOn: typed('supervisedOn'),
    localities: form.getAll('localities'),
    weight: typed('weight'),
    sessionsPerMonth: typed('sessionsPerMonth'),
    joinedOn: typed('joinedOn'),
    facilitatedBefore: typed('facilitatedBefore'),
    accepts: typed('accepts'),
    excludedTeams: form.getAll('excludedTeams'),
  };
}

export const NO_ANSWERS: FacilitatorAnswers = answersFrom(new URLSearchParams());
