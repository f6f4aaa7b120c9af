/** A link that opens nothing: guessed, altered, expired or revoked, which all look alike; and the way to a new one. */
import type { Limits, Links } from '../../../ports/links';
import type { Errands } from '../../../ports/mailer';
import { faultPage } from '../fault-pages';
import { Button } from '../parts';
import { REQUEST } from '../paths';
import type { PlainPage, Shown } from '../plain-page';
import type { Policy } from '../../../domain/policy';
import { CLOSED_LINK, ENDED_LINK, NEW_LINK, NO_LINK } from '../wording/person';
import { linkOf } from './opening';
import { ownPath, ownRoute } from './paths';
import { ActForm, type Told, ToldNotice } from './seen';

export function noLink(token: string): Shown {
  return { title: NO_LINK.title, status: 404, content: <NewLink token={token} texts={NO_LINK.texts} /> };
}

/** Right after whoever holds the link has ended it. */
export function endedPage(token: string): Shown {
  return {
    title: ENDED_LINK.title,
    content: <NewLink token={token} texts={ENDED_LINK.texts} kind="second" />,
    clearsBrowser: true,
  };
}

function NewLink(props: {
  readonly token: string;
  readonly texts: readonly string[];
  readonly kind?: 'main' | 'second';
}) {
  const { token, texts, kind = 'main' } = props;
  return (
    <>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ActForm token={token} act="new-link">
        <Button kind={kind}>{NO_LINK.button}</Button>
      </ActForm>
      <p>
        {NO_LINK.first} <a href={REQUEST}>{NO_LINK.firstLink}</a>
      </p>
    </>
  );
}

/** Nothing of the request is shown any more, only what was just done with it: how it ended is in the mail. */
export function closedPage(told: Told): Shown {
  return {
    title: CLOSED_LINK.title,
    status: 410,
    content: (
      <>
        <ToldNotice {...told} />
        {CLOSED_LINK.texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p>
          <a href={REQUEST}>{CLOSED_LINK.askAgain}</a>
        </p>
      </>
    ),
  };
}

export interface NewLinkNeeds {
  readonly links: Pick<Links, 'find'>;
  readonly limits: Limits;
  readonly errands: Pick<Errands, 'send'>;
  readonly policy: Policy;
  /** An hour, from one network address. */
  readonly most: { readonly asksFromOneAddress: number };
}

/** An hour, for one link. */
const MOST_NEW_LINKS = 3;

/** The answer is the same whether there was such a link or not, and whether a mail goes out or would be one too many. */
export function newLinkPage(needs: NewLinkNeeds): PlainPage {
  const { links, limits, errands, policy, most } = needs;
  return {
    name: 'person-new-link',
    method: 'post',
    path: ownRoute('new-link'),
    async show({ params, from }) {
      const token = params['token'] ?? '';
      if ((await limits.take({ kind: 'ask-from', of: from }, most.asksFromOneAddress)) !== 'within')
        return faultPage(429, policy);
      const link = await linkOf(token, { links });
      if (link && (await limits.take({ kind: 'new-link', of: link.id }, MOST_NEW_LINKS)) === 'within')
        await errands.send({ kind: 'new-link', link: link.id });
      return { seeOther: ownPath(token, 'new-link') };
    },
  };
}

/** Knows of no link, so that it says the same of each. */
export const newLinkAskedPage: PlainPage = {
  name: 'person-new-link-asked',
  method: 'get',
  path: ownRoute('new-link'),
  async show() {
    return { title: NEW_LINK.title, content: <p>{NEW_LINK.text}</p> };
  },
};
