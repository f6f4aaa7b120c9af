/** After a session: asking those who took part and its facilitator, by card or by mail, and counting what is closed. */
import { chatOf, type Respondent } from '../domain/evaluating';
import { quarterOf } from '../domain/evaluation';
import { localDate, monthOf } from '../domain/calendar';
import { plainMail } from '../domain/mail-address';
import type { Closed, Effect, Held } from '../domain/request';
import type { AskingEvaluation } from '../ports/asking-evaluation';
import type { Evaluations } from '../ports/evaluations';
import type { FactKeeping } from '../ports/figures';
import { type Directory, Fault, type Messenger } from '../ports';
import type { Performed } from './effects';
import type { Writing } from './writing';

export interface EvaluatingNeeds {
  /** Without them nobody is asked, and nothing is counted. */
  readonly evaluations?: Evaluations;
  /** Without it everybody is asked by mail. */
  readonly askingEvaluation?: AskingEvaluation;
  readonly facts?: FactKeeping;
  readonly directory: Pick<Directory, 'known'>;
  readonly messenger: Pick<Messenger, 'call'>;
  readonly writing: Pick<Writing, 'write'>;
}

type Due<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

const DONE: Performed = { done: true };

export function createEvaluating(needs: EvaluatingNeeds) {
  const { evaluations, askingEvaluation, facts, directory, messenger, writing } = needs;
  return {
    /** By card; whom Teams does not reach is written to. Nobody is reminded who has answered. */
    async ask(request: Held, { to, reminder }: Due<'ask-evaluation'>, key: string): Promise<Performed> {
      if (!evaluations || !request.evaluating) return DONE;
      await open(request);
      const id = chatOf(request, to);
      if (id !== undefined && askingEvaluation) {
        const asked = await askingEvaluation.ask(
          request,
          { id, mail: await addressOf(request, to) },
          reminder === true,
        );
        if (asked !== 'nowhere') return DONE;
      }
      return writing.write(request, { to, news: reminder ? 'evaluation-reminder' : 'evaluation' }, key);
    },

    async askRecord(request: Held, { attempt }: Due<'ask-record'>, key: string): Promise<Performed> {
      const { facilitator } = request.match;
      if (facilitator.outside)
        return writing.write(
          request,
          { to: { as: 'facilitator', facilitator, attempt }, news: 'record' },
          key,
        );
      await messenger.call(request, { kind: 'facilitator', facilitator, attempt }, 'record');
      return DONE;
    },

    /** Whatever was answered stays where it is; who could still answer is forgotten. */
    async count(request: Closed): Promise<Performed> {
      if (request.outcome.kind === 'completed') await evaluations?.close(request.id);
      else await evaluations?.drop(request.id);
      await facts?.keep(request);
      return DONE;
    },
  };

  async function open({ id, match, evaluating }: Held): Promise<void> {
    const { invited, closesAt } = evaluating!;
    const quarter = quarterOf(monthOf(localDate(match.slot.start)));
    await evaluations?.open({ requestId: id, quarter, invited, closesAt });
  }

  /** A requester of the tenant is known by id alone where nobody looked their address up. */
  async function addressOf({ requester }: Held, to: Respondent): Promise<string> {
    if (to.as === 'participant') return to.mail;
    const mail = requester.mail ?? (await directory.known({ mails: [], ids: [requester.id] }))[0]?.mail;
    if (!mail)
      throw new Fault(`Expected the directory to know a mail address of requester ${requester.id}, got none`);
    return plainMail(mail);
  }
}
