/** "Help me choose": the same questions, rules and words as in chat. What was answered is in the address, and kept nowhere. */
import type { Policy } from '../../../domain/policy';
import { type AtDoor, type AtQuestion, follow, QUESTIONS } from '../../../domain/signpost';
import { DOOR_WORDING, moreToRead } from '../../../wording/doors';
import { GUIDE, progress } from '../../../wording/guide';
import { CallFirst } from '../call-first';
import { BackLink, ButtonLink, Buttons } from '../parts';
import { CHOOSE, REQUEST, START } from '../paths';
import type { PlainPage, Shown } from '../plain-page';
import { choosingWords } from '../wording/asking';
import { frameWords } from '../wording/frame';
import { urgentPage } from './risk-question';

export function choosingPage({ policy }: { readonly policy: Policy }): PlainPage {
  return {
    name: 'request-choose',
    method: 'get',
    path: CHOOSE,
    async show({ query }) {
      const so = query.get('so') ?? '';
      const way = follow(so === '' ? [] : so.split(','));
      // An address that was cut short or made up: from the beginning.
      if (!way) return { seeOther: CHOOSE };
      if ('ask' in way) return question(way);
      const { risk } = way.situation;
      if (risk === 'unreported' || risk === 'unsure') return urgentPage(risk, { action: REQUEST, policy });
      return door(way, policy);
    },
  };
}

function question({ answers, ask }: AtQuestion): Shown {
  const titles: Readonly<Record<string, string>> = GUIDE[ask].answers;
  return {
    title: GUIDE[ask].question,
    content: (
      <>
        <p class="hint">{progress(answers.length)}</p>
        <ul class="answers">
          {QUESTIONS[ask].map((answer) => (
            <li key={answer}>
              <a href={wayOf([...answers, answer])}>{titles[answer]}</a>
            </li>
          ))}
        </ul>
        <Back answers={answers} />
      </>
    ),
  };
}

function door({ answers, situation, door: found }: AtDoor, policy: Policy): Shown {
  const words = DOOR_WORDING[found];
  const isJags = found === 'jags';
  return {
    title: words.heading,
    content: (
      <>
        <p>{words.why}</p>
        {found === 'cads' && <CallFirst policy={policy} />}
        <h2>{choosingWords.next}</h2>
        <p>{words.next}</p>
        <p class="quiet">{moreToRead(words)}</p>
        <Buttons>
          <ButtonLink
            kind={isJags ? 'main' : 'second'}
            href={situation.risk === undefined ? REQUEST : `${START}?risk=${situation.risk}`}
          >
            {isJags ? choosingWords.ask : choosingWords.askAllTheSame}
          </ButtonLink>
        </Buttons>
        <Back answers={answers} />
      </>
    ),
  };
}

/** To the question before, or out. */
function Back({ answers }: { readonly answers: readonly string[] }) {
  return (
    <BackLink href={answers.length === 0 ? REQUEST : wayOf(answers.slice(0, -1))}>{frameWords.back}</BackLink>
  );
}

/** Codes of the table only, so nothing in it needs encoding. */
function wayOf(answers: readonly string[]): string {
  return answers.length === 0 ? CHOOSE : `${CHOOSE}?so=${answers.join(',')}`;
}
