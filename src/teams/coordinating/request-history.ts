/** The history of one request, for coordinators: in a dialog, because it names who tried what. */
import type { Person } from '../../domain/people';
import type { RequestId } from '../../domain/request';
import type { Directory, Requests } from '../../ports';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { presentHistory } from '../present/history';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { HISTORY_TEXTS } from '../wording/history';
import { REFUSALS } from '../wording/refusals';

export interface HistoryNeeds extends TrespassNeeds {
  readonly requests: Pick<Requests, 'load' | 'history'>;
  readonly directory: Pick<Directory, 'isCoordinator'>;
}

export type ShowHistory = (id: RequestId, by: Person) => Promise<Answer>;

export function createHistory(needs: HistoryNeeds): ShowHistory {
  const { requests, directory } = needs;
  const note = createTrespass(needs);
  return async (id, by) => {
    if (!(await directory.isCoordinator(by.id))) {
      await note({ requestId: id, by, what: 'history', refused: 'coordinators-only' });
      return refused(REFUSALS['coordinators-only']);
    }
    if (!(await requests.load(id))) return refused(REFUSALS['not-found']);
    const card = renderCard('history', presentHistory(id, await requests.history(id)));
    return { kind: 'dialog', title: HISTORY_TEXTS.title, card };
  };
}
