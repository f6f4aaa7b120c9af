/** A session as the workflow would ask Graph for it. */
import { instantAt } from '../../src/domain/calendar';
import type { Invitation } from '../../src/domain/invitation';
import type { FacilitatorRef } from '../../src/domain/match';
import type { EventKey } from '../../src/ports';
import { facilitators } from '../sandbox/people';

const [fay] = facilitators;
export const FAY: FacilitatorRef = { id: fay.id, name: fay.name, mail: fay.mail, team: 'nscp-training' };

export const KEY: EventKey = { requestId: '0b1f7a52-7f0e-4c43-9a49-6a3d6a1f0c11', attempt: 1 };

export function slotOn(date: string, time = '10:00'): Invitation['slot'] {
  const start = instantAt(date, time);
  return { start, end: start + 90 * 60_000 };
}

export function invitation(changes: Partial<Invitation> = {}): Invitation {
  return {
    subject: 'Joint Agency Group Supervision',
    paragraphs: [
      'Petra Practice has asked for a Joint Agency Group Supervision (JAGS).',
      'There is no recording.',
    ],
    slot: slotOn('2027-03-17'),
    online: true,
    facilitator: { name: FAY.name, mail: FAY.mail },
    ...changes,
  };
}
