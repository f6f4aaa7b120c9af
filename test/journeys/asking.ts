/** What a practitioner does to ask for a JAGS. */
import { addWorkingDays, firstDayWithNotice, type LocalDate } from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import { outsiders, practitioners } from '../sandbox/people';
import type { PlaygroundPage } from './playground-page';
import { until } from './until';

export const SAFETY_QUESTION = 'Is a child at immediate risk of significant harm?';

export interface Invited {
  readonly name: string;
  readonly mail: string;
  /** As the list reads. */
  readonly team: string;
}

/** The requester takes part; three more people, of three agencies, two of them outside the tenant. */
export const COLLEAGUES: readonly Invited[] = [
  { ...practitioners[1], team: "Children's Services: early help" },
  { ...outsiders[0], team: 'School or college: primary' },
  { ...outsiders[1], team: 'Police: neighbourhood' },
];

export interface Asked {
  readonly caseReference: string;
  readonly reason: string;
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
  readonly people: readonly Invited[];
}

/** A form that is right; a story changes what it is about. */
export function rightForm(over: Partial<Asked> = {}): Asked {
  const earliest = firstDayWithNotice(Date.now(), defaultPolicy);
  return {
    caseReference: 'FS-2231',
    reason: 'We keep going round in circles, and each of us carries it home.',
    earliest,
    latest: addWorkingDays(earliest, 14, defaultPolicy),
    people: COLLEAGUES,
    ...over,
  };
}

/** Says "request" and answers the first question. */
export async function answerSafetyQuestion(petra: PlaygroundPage, answer: string): Promise<void> {
  await petra.askFor('request');
  const question = petra.cardWith(SAFETY_QUESTION);
  await question.choose(SAFETY_QUESTION, answer);
  await question.press('Continue');
}

/** Fills in the first card of the form, goes on, and fills in the second, who takes part. Nothing is sent yet. */
export async function fillIn(petra: PlaygroundPage, asked: Asked): Promise<void> {
  await fillInAbout(petra, asked);
  await goOn(petra);
  await addPeople(petra, asked.people);
}

/** Fills in the first card: what and when. */
export async function fillInAbout(petra: PlaygroundPage, asked: Asked): Promise<void> {
  await petra.waitForText('Your own case reference');
  const form = petra.lastCard();
  await form.fill('Your own case reference', asked.caseReference);
  await form.choose('Your agency and team', "Children's Services: family support");
  await form.fill('What would you like to think about together?', asked.reason);
  await form.choose('Has the family been told?', 'Not yet');
  await form.date('Earliest day', asked.earliest);
  await form.date('Latest day', asked.latest);
}

/** From what and when to who. */
export async function goOn(petra: PlaygroundPage): Promise<void> {
  await petra.press('Next: who takes part');
  await petra.waitForText('Part 2 of 2');
}

/** Fills in rows of the second card, which has three. */
export async function addPeople(petra: PlaygroundPage, people: readonly Invited[]): Promise<void> {
  for (const [n, { name, mail, team }] of people.entries()) {
    const row = petra.lastCard().row(n);
    await row.fill('Name or role', name);
    await row.fill('Work e-mail', mail);
    await row.choose('Agency and team', team);
  }
}

/** From "request" to the receipt. @returns the reference on it, "JAGS-…". */
export async function ask(petra: PlaygroundPage, over: Partial<Asked> = {}): Promise<string> {
  await answerSafetyQuestion(petra, 'No');
  await fillIn(petra, rightForm(over));
  return send(petra);
}

/** Sends the form, which is right. @returns the reference on the receipt. */
export async function send(petra: PlaygroundPage): Promise<string> {
  await petra.press('Send request');
  return until(
    async () => /^\s*Your JAGS request (\S+)/.exec(await petra.text())?.[1],
    'the receipt in place of the form',
  );
}
