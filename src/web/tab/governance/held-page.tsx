/** Nothing may be erased while a backup is being restored: it would be written over, or come back. */
import { Banner } from '../fields';
import type { Shown } from '../page';
import { governanceWords } from '../wording/governance';
import { GOVERNANCE } from './paths';

export function heldPage(): Shown {
  const { title, held, back } = governanceWords;
  return {
    title,
    section: 'governance',
    status: 409,
    content: (
      <>
        <p>
          <a href={GOVERNANCE}>{back}</a>
        </p>
        <h1 tabindex={-1}>{title}</h1>
        <Banner kind="bad" heading={held} focus />
      </>
    ),
  };
}
