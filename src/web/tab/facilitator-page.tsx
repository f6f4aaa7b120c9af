/** The page about one facilitator: how they stand, what is coming, and what can be done. */
import { type LocalDate, localDate } from '../../domain/calendar';
import type { FacilitatorAnswers } from '../../domain/facilitator-form';
import { answersOf } from '../../domain/facilitator-form-check';
import type { Reservation } from '../../domain/facilitator';
import type { PersonId } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { referenceOf } from '../../domain/request';
import { type Standing, standings } from '../../domain/standing';
import type { Kept } from '../../pool-keeping';
import type { Pool, PoolAuditEntry } from '../../ports/pool';
import { DeclaredHours } from './declared-hours';
import { Mark } from './facilitator-list';
import { LeavingForm, PauseForm } from './facilitator-steps-forms';
import { Banner, type Wrong } from './fields';
import { notFound } from './not-found';
import type { Asked, Shown, TabPage } from './page';
import { facilitatorPath, LIST } from './paths';
import { slotInWords } from '../../wording/when';
import { answerInWords } from './wording/answers';
import { lastInWords, loadInWords, stateInWords, trainingInWords } from './wording/facilitators';
import { fieldNames } from './wording/forms';
import { pageWords, touchedWords } from './wording/one-facilitator';
import { History } from './facilitator-history';

/** What was just done, for the top of the page. */
export interface Done {
  readonly heading: string;
  readonly kept: Extract<Kept, { saved: true }>;
}

/** Shows the page of one facilitator, also as the answer to a change or with what was wrong in one. */
export type ShowFacilitator = (
  id: PersonId,
  asked: Asked,
  done?: Done,
  wrong?: readonly Wrong[],
) => Promise<Shown>;

export interface PageNeeds {
  readonly pool: Pick<Pool, 'all' | 'history'>;
  readonly policy: Policy;
}

export function showFacilitator({ pool, policy }: PageNeeds): ShowFacilitator {
  return async (id, { now }, done, wrong = []) => {
    const [all, history] = await Promise.all([pool.all(), pool.history(id)]);
    const standing = standings(all, now, policy).find(({ facilitator }) => facilitator.id === id);
    if (!standing) return notFound();
    const { name } = standing.facilitator;
    return {
      title: name,
      section: 'facilitators',
      status: wrong.length > 0 ? 422 : 200,
      ...(done && { at: facilitatorPath(id), said: done.heading }),
      content: <Page {...{ standing, history, done, wrong, policy }} today={localDate(now)} />,
    };
  };
}

export function facilitatorPage(show: ShowFacilitator): TabPage {
  return {
    name: 'tab-facilitator',
    method: 'get',
    path: `${LIST}/:id`,
    show: (asked) => show(asked.params['id'] ?? '', asked),
  };
}

interface PageProps {
  readonly standing: Standing;
  readonly history: readonly PoolAuditEntry[];
  readonly done: Done | undefined;
  readonly wrong: readonly Wrong[];
  readonly today: LocalDate;
  readonly policy: Policy;
}

function Page({ standing, history, done, wrong, today, policy }: PageProps) {
  const { facilitator, coming } = standing;
  return (
    <>
      <p class="crumb">
        <a href={LIST}>Facilitators</a>
      </p>
      <div class="heading">
        <h1 tabindex={-1}>{facilitator.name}</h1>
        <a class="button" href={facilitatorPath(facilitator.id, 'change')}>
          {pageWords.change}
        </a>
      </div>
      {done && <Outcome {...done} />}
      <p class="marks">
        <Mark {...trainingInWords(standing.training, today)} />
        {stateInWords(standing).map((said) => (
          <Mark key={said.text} {...said} />
        ))}
      </p>
      <div class="columns">
        <div>
          <Facts {...{ standing, today, policy }} />
          <Coming coming={coming} />
          <History history={history} />
        </div>
        <div>
          <DeclaredHours {...{ facilitator, hours: standing.hours }} />
          <PauseForm {...{ standing, today, wrong }} />
          <LeavingForm {...{ facilitator, wrong }} />
        </div>
      </div>
    </>
  );
}

/** Saved; and where it touches what is arranged, which sessions and what happens with them. */
function Outcome({ heading, kept: { touched } }: Done) {
  if (touched.length === 0) return <Banner kind="good" heading={heading} focus />;
  return (
    <Banner kind="warning" heading={`${heading}. ${touchedWords.heading(touched.length)}`} focus>
      <ul>
        {touched.map((request) => (
          <li key={request.id}>{touchedWords.session(request)}</li>
        ))}
      </ul>
      <p>{touchedWords.after}</p>
    </Banner>
  );
}

const FACTS = [
  ...(['mail', 'team', 'localities', 'trainedOn', 'trainedUntil', 'refresherOn', 'supervisedOn'] as const),
  ...(['sessionsPerMonth', 'joinedOn', 'accepts', 'excludedTeams'] as const),
] satisfies readonly (keyof FacilitatorAnswers)[];

function Facts({ standing, today, policy }: Pick<PageProps, 'standing' | 'today' | 'policy'>) {
  const { facilitator, burden, weight, observed } = standing;
  const answers = answersOf(facilitator);
  // What was not entered is not worth a line.
  const given = FACTS.filter((name) => answers[name].length > 0);
  return (
    <section class="part" aria-labelledby="facts">
      <h2 id="facts">{pageWords.facts}</h2>
      <dl>
        {given.map((name) => (
          <div key={name}>
            <dt>{fieldNames[name]}</dt>
            <dd>{answerInWords(name, answers, policy)}</dd>
          </div>
        ))}
        <div>
          <dt>{pageWords.last}</dt>
          <dd>
            <Mark {...lastInWords(standing, today)} />
          </dd>
        </div>
        <div>
          <dt>{pageWords.load}</dt>
          <dd>{loadInWords(burden, weight, policy.fairShareMonths).join('; ')}</dd>
        </div>
        <div>
          <dt>{pageWords.record}</dt>
          <dd>{pageWords.observed(observed)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** A reference and a time: nothing of a case is known here. */
function Coming({ coming }: { readonly coming: readonly Reservation[] }) {
  return (
    <section class="part" aria-labelledby="coming">
      <h2 id="coming">{pageWords.coming}</h2>
      {coming.length === 0 ? (
        <p>{pageWords.noneComing}</p>
      ) : (
        <ul class="plain">
          {coming.map(({ requestId, attempt, slot, observes, inPerson }) => (
            <li key={`${requestId}-${attempt}`}>
              <strong>{referenceOf(requestId)}</strong> {slotInWords(slot)}
              {inPerson && `, ${pageWords.inPerson}`}
              {observes && `, ${pageWords.observes}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
