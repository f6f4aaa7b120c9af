/** The box with the numbers to ring, in the words of the card (cards/urgent.json). */
import type { Policy } from '../../domain/policy';
import { CadsNumber, EmergencyNumber } from './safety-line';
import { callWords } from './wording/safety';

export function CallFirst({ policy }: { readonly policy: Policy }) {
  return (
    <div class="call">
      <p class="call-number">
        {callWords.emergency} <EmergencyNumber />
      </p>
      <p class="call-number">
        {callWords.otherwise} <CadsNumber policy={policy} />
      </p>
      <p class="hint">{callWords.checked(policy)}</p>
    </div>
  );
}
