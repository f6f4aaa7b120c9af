/** What the checks look at: the program's own clients and adapters, put together as main.ts does, and nothing started. */
import type { Storage } from '../azure/clients';
import { createConversations } from '../azure/conversation-table';
import { createFacilitatorTable } from '../azure/facilitator-table';
import type { Config } from '../config';
import { createCredentials, type Credentials } from '../credentials';
import type { Instant } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import { createCalendars } from '../graph/availability';
import { createGraph, type Graph } from '../graph/client';
import { createMail } from '../graph/mail';
import { createMailboxProbe, type MailboxProbe } from '../graph/mailbox-probe';
import { createMeetingOptions, type MeetingOptions } from '../graph/meeting-options';
import { createDirectory } from '../graph/people';
import { createTrialEvents } from '../graph/trial-event';
import type { Calendars, Directory } from '../ports';
import type { Mail } from '../ports/mail';
import type { Pool } from '../ports/pool';
import { openStorage } from '../starting/storage';
import { createReach, type Reach, type ReachNeeds } from '../teams/reaching/reach';
import { createAdapter } from '../teams/sign-in';
import { version } from '../version';
import { createTrial, type Trial } from './trial';
import { TRIAL_SUBJECT } from './wording';

export interface Ground {
  readonly config: Config;
  readonly now: () => Instant;
  /** Of the program that is here. */
  readonly version: string;
  /** Absent when anonymous. */
  readonly credentials?: Credentials | undefined;
  readonly storage: Storage;
  readonly graph: Graph;
  readonly directory: Directory;
  readonly calendars: Calendars;
  readonly mail: Mail;
  readonly pool: Pool;
  readonly reach: Reach;
  readonly probe: MailboxProbe;
  readonly options: MeetingOptions;
  readonly trial: Trial;
  /** How often, and after what wait, what Microsoft has yet to provide is read again. */
  readonly rereads: Rereads;
  /** A mailbox the app must not get into, where one was named. */
  readonly outsideMailbox?: PersonId | undefined;
}

export interface Rereads {
  readonly times: number;
  readonly waitMs: number;
}

export interface GroundOptions {
  readonly outsideMailbox?: PersonId | undefined;
  /** The system's unless told otherwise. */
  readonly now?: () => Instant;
  /** Who signs in to Microsoft, where it is not to be found out from the settings. */
  readonly credentials?: Credentials;
  readonly teams?: Pick<ReachNeeds, 'adapter' | 'appId'>;
  readonly rereads?: Rereads;
}

/** Connects to nothing yet. Throws where the settings do not fit together. */
export function createGround(config: Config, options: GroundOptions = {}): Ground {
  const { now = () => Date.now(), rereads = { times: 5, waitMs: 2_000 } } = options;
  const { signIn, organiser, coordinatorsGroup, qualityGroup, governanceGroup, allowedTenants } = config;
  const credentials = options.credentials ?? createCredentials(signIn);
  const storage = openStorage(config, credentials);
  const graph = createGraph({
    url: config.graphUrl,
    ...(credentials && { credential: credentials.app }),
  });
  const teams = options.teams ?? {
    adapter: createAdapter({ signIn, allowedTenants, log: SILENT }),
    appId: signIn.kind === 'anonymous' ? '' : signIn.botId,
  };
  return {
    config,
    now,
    version: version(),
    credentials,
    storage,
    graph,
    directory: createDirectory({ graph, coordinatorsGroup, qualityGroup, governanceGroup, now }),
    calendars: createCalendars({ graph, organiser }),
    mail: createMail({ graph, organiser }),
    pool: createFacilitatorTable({ facilitators: storage.facilitators, now }),
    reach: createReach({ ...teams, conversations: createConversations(storage) }),
    probe: createMailboxProbe(graph),
    options: createMeetingOptions({ graph, organiser, log: undefined, rereads }),
    trial: createTrial({
      events: createTrialEvents({ graph, organiser, subject: TRIAL_SUBJECT }),
      rereads,
      now,
    }),
    rereads,
    outsideMailbox: options.outsideMailbox,
  };
}

/** What the log would say, the findings say. */
const SILENT = { warn: () => undefined, error: () => undefined };
