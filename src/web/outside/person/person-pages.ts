/** The page each person has of a request, or of their place in the pool: shown by GET, acted on by POST alone. */
import type { Instant } from '../../../domain/intervals';
import type { PageAsked } from '../../../http/page';
import { faultPage } from '../fault-pages';
import type { PlainPage, SeeOther, Shown } from '../plain-page';
import { saidIn } from '../wording/said';
import { offersOf } from '../../../present/afterwards';
import { type ActingNeeds, createActing } from './acting';
import { actNamed } from './acts';
import { codePage } from './code-step';
import { facilitatingPage } from './facilitating-page';
import { facilitatorPage } from './facilitator-page';
import { closedPage, newLinkAskedPage, type NewLinkNeeds, newLinkPage, noLink } from './no-link';
import { open, type Opened, type OpeningNeeds } from './opening';
import { participantPage } from './participant-page';
import { ownPath, ownRoute } from './paths';
import { requesterPage } from './requester-page';
import type { Seen, Told } from './seen';
import { stepNamed } from './steps';

export type PersonPagesNeeds = OpeningNeeds &
  NewLinkNeeds &
  Omit<ActingNeeds, 'mainPage'> & { readonly now: () => Instant };

export function createPersonPages(needs: PersonPagesNeeds): readonly PlainPage[] {
  const { policy, now } = needs;
  const offers = offersOf(needs);
  const act = createActing({ ...needs, mainPage });
  return [
    newLinkPage(needs),
    newLinkAskedPage,
    {
      name: 'person',
      method: 'get',
      path: ownRoute(),
      show: (asked) =>
        opened(asked, async (own) =>
          mainPage({ opened: own, policy, now: now(), offers }, saidIn(asked.query)),
        ),
    },
    {
      name: 'person-step',
      method: 'get',
      path: ownRoute(':step'),
      show: (asked) => opened(asked, async (own) => furtherPage(own, asked)),
    },
    {
      name: 'person-act',
      method: 'post',
      path: ownRoute(':act'),
      show: (asked) => opened(asked, (own) => act(own, asked.params['act'] ?? '', asked.form)),
    },
  ];

  async function opened(
    { params, query }: PageAsked,
    show: (own: Opened) => Promise<Shown | SeeOther>,
  ): Promise<Shown | SeeOther> {
    const token = params['token'] ?? '';
    const own = await open(token, needs);
    if (own === 'closed') return closedPage(saidIn(query));
    return own ? show(own) : noLink(token);
  }

  /** What there is nothing to do on, because it was done in another tab, leads to how it stands. */
  function furtherPage(own: Opened, { params, query }: PageAsked): Shown | SeeOther {
    const name = params['step'] ?? '';
    const asked = { opened: own, policy, now: now(), offers, query };
    if (name === 'code') {
      const wanted = query.get('for') ?? '';
      const needsCode = actNamed(wanted)?.needsCode && isFor(own, wanted);
      return needsCode ? codePage(asked, wanted) : { seeOther: ownPath(own.token) };
    }
    const step = stepNamed(name);
    if (!step) return faultPage(404, policy);
    return step(asked) ?? { seeOther: ownPath(own.token) };
  }
}

function isFor({ link }: Opened, act: string): boolean {
  return actNamed(act)?.purposes.includes(link.terms.purpose) ?? false;
}

/** Whatever the link is of. */
export function mainPage(seen: Seen, told: Told): Shown {
  const { subject } = seen.opened;
  switch (subject.as) {
    case 'requester':
      return requesterPage(seen, subject.request, told);
    case 'facilitator':
      return facilitatorPage(seen, subject, told);
    case 'participant':
      return participantPage(seen, subject.request, told);
    case 'facilitating':
      return facilitatingPage(seen, subject, told);
  }
}
