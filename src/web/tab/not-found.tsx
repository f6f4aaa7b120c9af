/** The page for whatever is not there, or no longer. */
import { Notice } from './frame';
import type { Shown } from './page';
import { LIST } from './paths';
import { listWords } from './wording/facilitators';
import { refusalWords } from './wording/frame';

export function notFound(): Shown {
  const { title, text } = refusalWords.missing;
  return {
    title,
    status: 404,
    content: (
      <Notice heading={title}>
        <p>{text}</p>
        <p>
          <a href={LIST}>{listWords.title}</a>
        </p>
      </Notice>
    ),
  };
}
