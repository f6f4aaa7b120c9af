/** Where to turn when a child may be at risk, with numbers that a telephone rings at a touch. */
import type { Policy } from '../../domain/policy';
import { lineInWords, safetyLine } from '../../wording/safety';

/** The sentence of every card, so that it says the same everywhere. */
export function SafetyLine({ policy }: { readonly policy: Policy }) {
  const line = lineInWords(policy);
  const [before = '', after = ''] = safetyLine(policy).split(line);
  const [first = '', between = ''] = before.split(EMERGENCY);
  return (
    <p class="safety">
      {first}
      <EmergencyNumber />
      {between}
      <CadsNumber policy={policy} />
      {after}
    </p>
  );
}

const EMERGENCY = '999';

export function EmergencyNumber() {
  return <a href={`tel:${EMERGENCY}`}>{EMERGENCY}</a>;
}

export function CadsNumber({ policy }: { readonly policy: Policy }) {
  return (
    <a class="nowrap" href={`tel:${policy.cadsLine.replaceAll(/[^\d+]/g, '')}`}>
      {lineInWords(policy)}
    </a>
  );
}
