/** Puts together what serves people without Teams: their pages, the letters that lead there, and what watches over both. */
import { createCodes } from '../azure/code-table';
import type { Storage } from '../azure/clients';
import { createErrands } from '../azure/errand-queue';
import { createLimits } from '../azure/limit-table';
import { createLinks } from '../azure/link-table';
import type { Config } from '../config';
import type { Instant } from '../domain/intervals';
import type { Graph } from '../graph/client';
import { createMail } from '../graph/mail';
import type { FaultPages, Page } from '../http/page';
import type { Log } from '../log';
import type { PoolKeeping } from '../pool-keeping';
import type { OpenRequests, Requests, Tally } from '../ports';
import type { Alerts } from '../ports/alerts';
import type { Claims } from '../ports/digest';
import type { Evaluations } from '../ports/evaluations';
import type { Mailer } from '../ports/mailer';
import type { Pool } from '../ports/pool';
import type { FeedbackOf } from '../ports/figures';
import type { SharedLink } from '../ports/shared-link';
import type { TalkingOver } from '../ports/talking-over';
import { createCounting } from '../teams/counting';
import { createBounceWatch } from '../watching/bounce-watch';
import { createErrandWatch } from '../watching/errand-watch';
import type { Watch } from '../watching/watch';
import { createMailer } from '../web/outside/mailer';
import { createOutsidePages } from '../web/outside/pages';
import { outsideFaultPages } from '../web/outside/plain-page';
import { createReturnedLetters } from '../web/outside/returned-letters';
import type { Workflow } from '../workflow';

export interface PeopleOutsideNeeds {
  readonly config: Pick<Config, 'organiser' | 'policy' | 'publicUrl'>;
  readonly storage: Storage;
  readonly graph: Graph;
  readonly requests: Requests;
  readonly openRequests: OpenRequests;
  readonly pool: Pool;
  readonly poolKeeping: PoolKeeping;
  readonly workflow: Workflow;
  readonly evaluations: Evaluations;
  readonly sharedLink?: SharedLink;
  readonly talkingOver?: TalkingOver;
  readonly feedbackOf: FeedbackOf;
  readonly claims: Claims;
  readonly tally: Tally;
  readonly alerts: Alerts;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface PeopleOutside {
  readonly mailer: Mailer;
  readonly pages: readonly Page[];
  readonly faultPages: FaultPages;
  readonly watches: readonly Watch[];
}

/** Undefined where there is no public address that the links in letters could lead to. */
export function servePeopleOutside(needs: PeopleOutsideNeeds): PeopleOutside | undefined {
  const { config, storage, graph, requests, workflow, claims, now, log } = needs;
  const { organiser, policy, publicUrl } = config;
  if (publicUrl === undefined) return undefined;
  const links = createLinks({ links: storage.links, now });
  const codes = createCodes({ links: storage.links, now, codeMinutes: policy.codeMinutes });
  const errands = createErrands({ errands: storage.errands, log });
  const mail = createMail({ graph, organiser });
  const mailer = createMailer({ ...needs, links, codes, mail, policy, publicUrl });
  return {
    mailer,
    pages: createOutsidePages({
      ...needs,
      links,
      codes,
      limits: createLimits({ limits: storage.limits, now }),
      most: policy,
      errands,
      policy,
      count: createCounting({ ...needs, policy }),
      report: (fault) => log.error({ err: fault }, 'a page could not be shown; whoever asked was told'),
    }),
    faultPages: outsideFaultPages(policy),
    watches: [
      createErrandWatch({ errands, mailer, log }),
      createBounceWatch({ mail, claims, report: createReturnedLetters({ requests, workflow }), now, log }),
    ],
  };
}
