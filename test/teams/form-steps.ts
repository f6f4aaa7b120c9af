/** The way to the form and through it, as a requester goes it. */
import { outsiders, practitioners } from '../sandbox/people';
import { press } from './card-in-hand';
import { cardOf, type Office } from './office';

const [petra] = practitioners;
const [hattie, percy] = outsiders;

/** Right in every field, together with what the form starts with. */
export const FILLED = {
  caseReference: 'CASE-REF-4711',
  team: 'cs-fs',
  reason: 'We keep going round in circles.',
  familyTold: 'yes',
  place: 'online',
  name0: hattie.name,
  mail0: hattie.mail,
  team0: 'ed-pri',
  name1: percy.name,
  mail1: percy.mail,
  team1: 'po-ch',
};

/** Says "request", answers the safety question, and holds what comes. */
export async function openForm(office: Office, answer = 'no', person = petra) {
  const [message] = await office.says(person, 'request');
  const pressed = press(cardOf(message), 'Continue', { answer });
  const { card } = await office.executes(person, pressed, { message: message! });
  return { message: message!, card };
}

/** Fills the form in and sends it. */
export async function send(office: Office, filled: Record<string, string> = FILLED, person = petra) {
  const { message, card } = await openForm(office, 'no', person);
  const reply = await office.executes(person, press(card, 'Send request', filled), { message });
  return { message, form: card, reply };
}
