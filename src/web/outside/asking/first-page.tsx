/** The way in, `/request`: the safety question. Static, so that it stands whatever else is out of reach. */
import type { Policy } from '../../../domain/policy';
import { ButtonLink } from '../parts';
import { AGAIN, CHOOSE, REQUEST, START } from '../paths';
import type { PlainPage } from '../plain-page';
import { safetyWords } from '../wording/safety';
import { riskIn, riskQuestion, urgentPage } from './risk-question';

export function firstPage({ policy }: { readonly policy: Policy }): PlainPage {
  return {
    name: 'request',
    method: 'get',
    path: REQUEST,
    isIndexed: true,
    async show({ query }) {
      const risk = riskIn(query);
      switch (risk) {
        case 'no':
        case 'known':
          return { seeOther: `${START}?risk=${risk}` };
        case 'unreported':
        case 'unsure':
          return urgentPage(risk, { action: REQUEST, policy });
        case 'unanswered':
        case 'unasked':
          return riskQuestion({
            action: REQUEST,
            isUnanswered: risk === 'unanswered',
            after: <OtherWays />,
          });
      }
    },
  };
}

function OtherWays() {
  return (
    <>
      <p>{safetyWords.chooseHint}</p>
      <p>
        <ButtonLink kind="second" href={CHOOSE}>
          {safetyWords.choose}
        </ButtonLink>
      </p>
      <h2>{safetyWords.againTitle}</h2>
      <p class="more">
        <a href={AGAIN}>{safetyWords.again}</a>
      </p>
    </>
  );
}
