/** A fresh code mailed to the person, before what a forwarded link must not do. */
import type { Codes, Limits } from '../../../ports/links';
import type { Errands } from '../../../ports/mailer';
import type { Shown, SeeOther } from '../plain-page';
import { CODE } from '../wording/person';
import { CARRIED, codePage } from './code-step';
import { ownPath } from './paths';
import { textIn } from './reading';
import type { StepAsked } from './step';

export interface CodeCheckNeeds {
  readonly codes: Pick<Codes, 'enter' | 'isProven'>;
  readonly limits: Limits;
  readonly errands: Pick<Errands, 'send'>;
}

/** An hour, for one link: more than anybody needs, and too few to fill a mailbox. */
const MOST_CODES = 5;

export type Checked = { readonly proof: string } | { readonly instead: Shown | SeeOther };

/**
 * With a proof of this link, or a code that is right: the proof. Otherwise what is shown instead; without either a code is
 * mailed. A post of nothing that was typed leads to the page for it, so that reloading mails no second one.
 */
export async function checkCode(
  asked: StepAsked & { readonly filled: URLSearchParams },
  act: string,
  { codes, limits, errands }: CodeCheckNeeds,
): Promise<Checked> {
  const { opened, filled } = asked;
  const { id } = opened.link;
  const proof = textIn(filled, 'proof');
  if (proof !== '' && (await codes.isProven(id, proof))) return { proof };
  if (filled.has('code')) {
    // As it is read in the mail, with a space between the threes.
    const code = textIn(filled, 'code').replace(/\s/g, '');
    if (!/^\d{6}$/.test(code))
      return {
        instead: codePage(asked, act, [{ field: 'code', text: code === '' ? CODE.empty : CODE.wrong }]),
      };
    const entered = await codes.enter(id, code);
    if (entered.is === 'right') return { proof: entered.proof };
    return { instead: codePage(asked, act, [{ field: 'code', text: CODE[entered.is] }]) };
  }
  if ((await limits.take({ kind: 'code', of: id }, MOST_CODES)) !== 'within')
    return { instead: codePage({ ...asked, told: { notice: CODE.tooMany, status: 429 } }, act) };
  await errands.send({ kind: 'code', link: id });
  const names = [...filled.keys()].filter((name) => name !== 'proof');
  if (!names.every((name) => CARRIED.includes(name))) return { instead: codePage(asked, act) };
  const carried = new URLSearchParams({ for: act });
  for (const name of names) carried.set(name, textIn(filled, name));
  return { instead: { seeOther: `${ownPath(opened.token, 'code')}?${carried}` } };
}
