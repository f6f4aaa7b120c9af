/** The way to the form and through its two cards, as a requester goes it. */
import { outsiders, practitioners } from '../sandbox/people';
import { fieldsOn, press } from './card-in-hand';
import { cardOf, type Office, type Reply } from './office';

const [petra] = practitioners;
const [hattie, percy] = outsiders;

export const NEXT = 'Next: who takes part';

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

/** Fills in those of the answers the card has a field for, and presses a button. */
export function fillAndPress(card: unknown, title: string, filled: Readonly<Record<string, string>> = {}) {
  const fields = fieldsOn(card);
  const own = Object.entries(filled).filter(([field]) => field in fields);
  return press(card, title, Object.fromEntries(own));
}

/** Says "request", answers the safety question, and holds what comes: the first card of the form. */
export async function openForm(office: Office, answer = 'no', person = petra) {
  const [message] = await office.says(person, 'request');
  const pressed = press(cardOf(message), 'Continue', { answer });
  const { card } = await office.executes(person, pressed, { message: message! });
  return { message: message!, card };
}

/** Goes on to the second card of the form, who takes part. */
export async function openPeople(
  office: Office,
  filled: Readonly<Record<string, string>> = FILLED,
  person = petra,
) {
  const { message, card } = await openForm(office, 'no', person);
  const reply = await office.executes(person, fillAndPress(card, NEXT, filled), { message });
  return { message, card: reply.card };
}

/** Fills the form in and sends it; as far as it lets itself be sent. */
export async function send(
  office: Office,
  filled: Readonly<Record<string, string>> = FILLED,
  person = petra,
): Promise<{
  readonly message: Awaited<ReturnType<typeof openForm>>['message'];
  readonly form: unknown;
  readonly reply: Reply;
}> {
  const { message, card } = await openForm(office, 'no', person);
  const next = await office.executes(person, fillAndPress(card, NEXT, filled), { message });
  if (!next.card || 'caseReference' in fieldsOn(next.card)) return { message, form: card, reply: next };
  const reply = await office.executes(person, fillAndPress(next.card, 'Send request', filled), { message });
  return { message, form: next.card, reply };
}
