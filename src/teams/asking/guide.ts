/** "Help me choose": at most four taps to the right door. What was answered travels in the card, and is stored nowhere. */
import type { TeamCode } from '../../domain/agencies';
import type { AtQuestion, Way } from '../../domain/signpost';
import type { Answer } from '../answers';
import type { Asking } from './asking';
import type { CardData } from '../card-data';
import { renderCard } from '../cards';
import { type CountingNeeds, createCounting } from '../counting';
import { presentDoor, presentQuestion } from '../present/guide';
import { TROUBLE } from '../wording/refusals';

export interface GuideNeeds extends CountingNeeds {
  readonly asking: Pick<Asking, 'urgent'>;
}

export interface Guide {
  /** The first question. Needs no storage. */
  start(): Answer;
  /** The next question, or the door; the team is a code as chosen on the card, or ''. */
  answered(so: { readonly way: Way; readonly team: TeamCode }): Answer;
}

export function createGuide(needs: GuideNeeds): Guide {
  const { asking, policy } = needs;
  const count = createCounting(needs);
  return {
    start: () => question(START, ''),
    answered({ way, team }) {
      if ('ask' in way) return question(way, team);
      // Each time a door is shown; somebody who goes back and answers otherwise is shown two.
      count(`door-${way.door}`, team);
      const { risk } = way.situation;
      if (risk === 'unreported' || risk === 'unsure')
        return asking.urgent(risk, { team, again: '', origin: '' });
      return card('door', presentDoor(way, team, policy));
    },
  };

  function question(way: AtQuestion, team: TeamCode): Answer {
    return card('guide', presentQuestion(way, team, policy));
  }
}

const START: AtQuestion = { ask: 'risk', answers: [], situation: {} };

function card<Name extends keyof CardData>(name: Name, data: CardData[Name]): Answer {
  return { kind: 'card', card: renderCard(name, data), otherwise: TROUBLE.privateOnly };
}
