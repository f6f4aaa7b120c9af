/** The section where nothing is behind it. */
import { Notice } from '../frame';
import type { Shown } from '../page';
import { governanceWords } from '../wording/governance';

export function notSetUpPage(): Shown {
  const { title, notSetUp } = governanceWords;
  return {
    title,
    section: 'governance',
    content: (
      <Notice heading={title}>
        <p>{notSetUp}</p>
      </Notice>
    ),
  };
}
