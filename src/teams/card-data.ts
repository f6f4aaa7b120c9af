/** What each card is filled with: one entry for each template in `cards/`. Plain fields only, decided in `present/`. */
import type { DoorCard, GuideCard } from './present/guide';
import type { ProgressCard } from './present/progress';
import type { AttendingCard } from '../present/attending';
import type { AboutCard, PeopleCard } from './asking/form-cards';
import type { EditCard } from './present/edit';
import type { CancelButton, NotHeldButton } from '../present/ending';
import type { EvaluatedCard, EvaluationCard } from './present/evaluation';
import type { HistoryCard } from './present/history';
import type { OutlookButtons } from '../present/outlook';
import type { RearrangingButtons } from './present/rearranging';
import type { ParticipantsCard } from './present/participants';
import type { NoteCard } from './present/note';
import type { FacilitatingCard } from '../present/own-facilitating';
import type { PollCard } from './present/poll';
import type { PollButton } from './present/polling';
import type { QueueCard } from './present/queue';
import type { RecordCard } from './present/record';
import type { DigestCard } from './present/digest';
import type { ReminderCard } from './present/reminder';
import type { SessionsCard } from './present/sessions';
import type { TransferCard } from './present/transfer';
import type { FacilitatorShown } from '../present/facilitator';
import type { RequesterShown } from '../present/requester';
import type { Fact, Line, Stated } from '../present/stated';
import type { Choice } from '../wording/choice';

export type { Choice, Fact, Line };

interface ForCoordinators extends Stated, CancelButton, NotHeldButton, RearrangingButtons, OutlookButtons {
  /** Which of its sessions was looked at. */
  readonly attempt: number;
}

export interface CardData {
  readonly welcome: {
    readonly title: string;
    readonly is: string;
    readonly isNot: string;
    readonly safety: string;
    readonly words: string;
  };
  /** `again`: the earlier request it is asked from, or ''. */
  readonly safety: { readonly cads: string; readonly origin: string; readonly again: string };
  readonly urgent: {
    readonly heading: string;
    readonly why: string;
    readonly line: string;
    readonly checked: string;
    readonly then: string;
    readonly origin: string;
    /** The team's code, to start the form with, or ''. */
    readonly team: string;
    readonly again: string;
  };
  readonly guide: GuideCard;
  readonly door: DoorCard;
  readonly facilitating: FacilitatingCard;
  readonly reminder: ReminderCard;
  readonly attending: AttendingCard;
  readonly poll: PollCard;
  readonly sessions: SessionsCard;
  readonly evaluation: EvaluationCard;
  readonly evaluated: EvaluatedCard;
  readonly notice: { readonly title: string; readonly text: string };
  readonly sentence: { readonly text: string };
  readonly start: { readonly title: string; readonly text: string };
  readonly progress: ProgressCard;
  readonly reason: {
    readonly reference: string;
    readonly facts: readonly Fact[];
    readonly paragraphs: readonly Line[];
  };
  readonly note: NoteCard;
  readonly edit: EditCard;
  readonly participants: ParticipantsCard;
  readonly record: RecordCard;
  /** `image`: as a data URI. */
  readonly qr: {
    readonly heading: string;
    readonly text: string;
    readonly image: string;
    readonly alt: string;
    readonly link: string;
    readonly footnote: string;
  };
  readonly transfer: TransferCard;
  readonly requests: {
    readonly summary: string;
    readonly items: readonly {
      readonly request: string;
      readonly reference: string;
      readonly state: string;
      readonly fact: Fact;
      readonly next: string;
    }[];
    readonly hasOlder: boolean;
    readonly olderFrom: number;
    readonly hasNewer: boolean;
  };
  readonly queue: QueueCard;
  readonly digest: DigestCard;
  readonly history: HistoryCard;
  readonly requester: RequesterShown;
  readonly facilitator: FacilitatorShown;
  readonly coordination: ForCoordinators &
    PollButton & {
      readonly hasRefresh: boolean;
      readonly refreshFor: readonly string[];
      readonly riskKnown: boolean;
      readonly hasMatches: boolean;
      readonly matchesHeading: string;
      readonly matches: readonly {
        readonly request: string;
        readonly match: string;
        readonly rank: number;
        readonly name: string;
        readonly team: string;
        readonly when: string;
        readonly reasons: string;
        /** With one tap; any other than the first asks why. */
        readonly approvable: boolean;
        readonly overrules: boolean;
        readonly becauseId: string;
        readonly becauseChoices: readonly Choice[];
        readonly approve: string;
        /** Where there is room for it. */
        readonly approveInFull: string;
      }[];
      readonly footnotes: readonly Line[];
      readonly canRead: boolean;
      /** Once it is closed; before it is among more. */
      readonly historyBeside: boolean;
      readonly canLookAgain: boolean;
      readonly canReturn: boolean;
      /** In the first place, where nothing can be approved before; or among the others. */
      readonly completeFirst: boolean;
      readonly completeLater: boolean;
      readonly canDecline: boolean;
      readonly hasMore: boolean;
      /** Where the facilitator of an arranged session cannot be relied on any more. */
      readonly canReplace: boolean;
      readonly replaceInFull: string;
      /** Other people are proposed: by which proposal. */
      readonly canAnswerProposal: boolean;
      readonly proposedAt: number;
      /** Where something could not be done, or somebody not reached. */
      readonly canTryAgain: boolean;
      readonly hasPoolPage: boolean;
      readonly poolPage: string;
      readonly canAskForView: boolean;
      readonly fromQueue: boolean;
      readonly declineReasons: readonly Choice[];
    };
  readonly form: AboutCard;
  readonly people: PeopleCard;
}

export type CardName = keyof CardData;
