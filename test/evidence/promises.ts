/** Every sentence of README's "What it does" and "How it works", by how it begins, and the tests that fail if it is not so. */

export interface Promised {
  /** How the sentence begins, as it stands there. */
  readonly says: string;
  /** Test files, without `.test.ts`, below test/. */
  readonly shownBy: readonly string[];
}

export const PROMISES: readonly Promised[] = [
  by(
    'A practitioner says **request**',
    'teams/intent',
    'teams/compose-box',
    'journeys/asked-from-the-compose-box',
  ),
  by(
    'The first question is whether',
    'journeys/urgent',
    'teams/asking',
    'web/outside/form',
    'power/submitting',
  ),
  by('**help me choose** leads', 'domain/signpost', 'teams/choosing'),
  by(
    'The form asks for the requester',
    'domain/identifiers/identifiers',
    'teams/form-identifiers',
    'journeys/nhs-number',
  ),
  by('People are chosen from the directory', 'domain/directory', 'domain/form-people', 'teams/asked-for'),
  by('What was sent can be changed', 'teams/changing', 'teams/own-requests', 'journeys/decline-and-withdraw'),
  by(
    'Coordinators of the Safeguarding',
    'teams/secrecy',
    'teams/coordination-card',
    'domain/matching',
    'domain/duplicates',
  ),
  by('Where calendars cannot be seen', 'domain/poll', 'teams/polling'),
  by('One tap approves', 'teams/coordinating', 'teams/completing', 'teams/declining', 'teams/handing-over'),
  by('Whoever takes another match', 'teams/overruling', 'domain/appointing'),
  by('**queue** lists everything', 'domain/queue', 'teams/queue'),
  by('Each working day begins', 'domain/digest', 'teams/digest', 'watching/digest-watch'),
  by('What nobody decided in time', 'domain/overdue', 'domain/dates', 'domain/relaxing', 'teams/overdue'),
  by(
    '**Monitoring**, a section',
    'web/monitoring-pages',
    'web/monitoring-in-chromium',
    'web/charts/charts',
    'journeys/monitoring',
  ),
  by(
    'Figures about people are those',
    'domain/monitoring/disclosure',
    'present/monitoring/released',
    'counting/releasing',
  ),
  by('The members of `QUALITY_GROUP`', 'journeys/quality-lead-looks', 'web/sign-in', 'web/tab'),
  by('A quarter or a year is printed', 'present/monitoring/report', 'web/monitoring-pages'),
  by("Signals are told in the coordinators' morning", 'domain/monitoring/signals', 'watching/digest-watch'),
  by(
    "Nobody is shown one session's figures",
    'domain/monitoring/differences',
    'domain/monitoring/own-feedback',
    'teams/own-feedback',
  ),
  by('The pool of facilitators is kept', 'web/facilitators', 'web/in-chromium', 'pool-keeping'),
  by('A whole list comes in as a CSV', 'web/roster-csv', 'web/roster-import', 'web/roster-saving'),
  by('For each request the tab shows', 'web/requests', 'domain/matching'),
  by('Hard rules cannot be overruled', 'domain/appointing', 'appointing', 'teams/overruling'),
  by('When somebody is paused', 'domain/rearrangements', 'watching/pool-watch', 'pool-keeping'),
  by('Facilitators say **my facilitating**', 'teams/own-facilitating', 'teams/facilitating'),
  by('The facilitator is asked, by', 'graph/meetings', 'journeys/from-asking-to-booked', 'domain/reminders'),
  by('Whoever knows the family', 'domain/independence', 'journeys/facilitator-cannot'),
  by('Recording and transcription are off', 'graph/meeting-options', 'domain/invitation'),
  by('On the mornings before', 'domain/reminders', 'teams/reminding'),
  by('The requester can propose', 'domain/proposal', 'teams/proposing', 'journeys/participant-replaced'),
  by('Whoever is invited says **my sessions**', 'teams/own-sessions', 'domain/taking-part'),
  by('Whoever waits in vain', 'domain/facilitator-missing', 'teams/facilitator-missing'),
  by('A facilitator who drops out', 'domain/uncovered', 'journeys/dropped-out'),
  by('Another time can be asked for', 'domain/rearranging', 'journeys/another-time'),
  by(
    'What somebody does to it in Outlook',
    'domain/outlook',
    'watching/calendar-watch',
    'faults/notifications',
  ),
  by('A new time that keeps every rule', 'domain/judging', 'journeys/moved-in-outlook'),
  by("Most of the children's workforce", 'journeys/head-teacher'),
  by(
    '**/request** is a plain public page',
    'web/outside/form',
    'web/outside/asking-for-a-link',
    'journeys/head-teacher',
  ),
  by(
    'Everybody has one page',
    'web/outside/person',
    'web/outside/who-sees-what',
    'journeys/outside-facilitator',
  ),
  by('The pages need no scripts', 'web/outside/in-chromium', 'web/outside/person-in-chromium'),
  by('A link is stored as its hash', 'azure/link-table', 'azure/code-table', 'web/outside/new-links'),
  by('Letters hold nothing of a case', 'web/outside/letters', 'web/outside/letters-hostile'),
  by(
    'After a session everybody who took part',
    'domain/evaluating',
    'teams/evaluating',
    'web/outside/evaluate',
    'journeys/evaluation',
  ),
  by('The answer is confidential', 'evaluation-privacy', 'azure/evaluation-table', 'azure/evaluation-model'),
  by('The facilitator records in two minutes', 'domain/record-form', 'teams/recording'),
  by('Ten working days later', 'azure/evaluation-life', 'counting/fact-keeping'),
  by('A Microsoft Form that people already use', 'power/flows/form-to-request', 'journeys/form-to-notice'),
  by("What is sent in somebody's name", 'domain/confirming', 'web/outside/confirming', 'power/submitting'),
  by(
    'Programs with the role for it',
    'power/figures',
    'power/subscribing',
    'power/nothing-told',
    'watching/delivery-order',
  ),
  by('What a flow does not take', 'domain/delivering', 'web/connections', 'watching/delivery-watch'),
  by('Nothing there decides', 'power/whole-way', 'power/tokens'),
  by('A **Command** is decided', 'domain/decide', 'workflow', 'import-rule'),
  by('A crash loses nothing', 'crash/booking', 'crash/at-once', 'azure/request-table'),
  by('Every effect looks before it acts', 'crash/booking', 'model/sessions', 'faults/at-once'),
  by('Cards carry ids only', 'teams/secrecy', 'domain/decide-invariants', 'teams/hostile-input'),
];

function by(says: string, ...shownBy: readonly string[]): Promised {
  return { says, shownBy };
}
