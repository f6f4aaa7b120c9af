/**
 * What people read at each door: two sentences why, and what to do next. Why is from the sources (domain.md, "Its
 * neighbours"); what to do next is ours, and is not given out as a rule of Norfolk's. `more` names what to read.
 */
import type { Door } from '../domain/signpost';

export interface DoorWording {
  readonly heading: string;
  readonly why: string;
  readonly next: string;
  readonly more: string;
}

const SUPERVISION = '"Approaches to Multi-Agency Supervision" of Norfolk Children\'s Services'; // [TAFS]
const REFERRALS = 'the referrals page of the Norfolk Safeguarding Children Partnership'; // [3.1]
const PROCEDURE = 'procedure 3.16 of the Norfolk Safeguarding Children Partnership'; // [3.16]

export const DOOR_WORDING: Record<Door, DoorWording> = {
  cads: {
    heading: 'Call CADS',
    why: "You have a new concern about a child who has no social worker that you know of. The Children's Advice and Duty Service (CADS) is there for this, with a line for professionals.",
    next: 'Call them today, on the line below. You need not be certain first.',
    more: REFERRALS,
  },
  'social-worker': {
    heading: "Tell the child's social worker",
    why: 'A new concern about a child with a social worker goes to that social worker. A JAGS is not for new information, and a request for one is not read at once.',
    next: 'Call them today; if they cannot be reached, ask for somebody else in their team. If the child may be at risk meanwhile, call CADS.',
    more: REFERRALS,
  },
  'professional-disagreement': {
    heading: 'Resolving Professional Disagreements',
    why: "To disagree with another agency's decision there is a policy of its own, Resolving Professional Disagreements. A JAGS makes no decisions about a case, so it cannot change one.",
    next: "Look the policy up on the partnership's website and follow its steps; your manager or safeguarding lead can help you with them.",
    more: '"Resolving Professional Disagreements", on the website of the Norfolk Safeguarding Children Partnership',
  },
  'statutory-meeting': {
    heading: 'A meeting that exists already',
    why: 'Sharing information, setting tasks and deciding what happens next have their place in the meetings that exist for the family already: a core group, child in need or looked-after review, strategy discussion or TAFS. A JAGS is a space to think, and none of this is done in it.',
    next: "Bring it to the next of these meetings, or ask whoever leads it whether it can be sooner. If you do not know which there is, ask the child's social worker.",
    more: PROCEDURE,
  },
  tafs: {
    heading: 'TAFS, for the team around the family',
    why: "It is the regular supervision for everybody in that team: led by Children's Services, at least every three months, between the statutory meetings. The family is told from the outset what it is for.",
    next: "Ask the child's social worker when the next TAFS is and whether you are invited. If there has been none for three months, ask for one.",
    more: SUPERVISION,
  },
  'group-supervision': {
    heading: 'Group supervision of the social work team',
    why: 'In group supervision a social work team learns together about the children it holds, and thinks about cover and transition. Partners of other agencies may be invited.',
    next: 'Ask the team manager to put it on for the next group supervision.',
    more: SUPERVISION,
  },
  'case-supervision': {
    heading: 'Supervision with your own supervisor',
    why: "For one practitioner's case there is one-to-one case supervision, planned or at short notice. In Children's Services it is held at least once a month for children and young people up to 25.",
    next: 'Ask your supervisor for a time, and do not wait for the planned one if you carry it home.',
    more: SUPERVISION,
  },
  jags: {
    heading: 'A JAGS fits this',
    why: 'Several agencies feel stuck, worried or affected and want to think together: that is what a JAGS is for. An independent, trained facilitator holds it, and it comes on top of other meetings and supervision, not in their place.',
    next: 'Ask for one now. A coordinator reads your request and chooses a facilitator and a time.',
    more: PROCEDURE,
  },
};

export function moreToRead({ more }: DoorWording): string {
  return `To read more: ${more}.`;
}
