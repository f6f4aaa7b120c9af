/** What everybody is told who asked for a link. */
import { MAILED, REQUEST, AGAIN } from '../paths';
import type { PlainPage } from '../plain-page';
import { mailedWords } from '../wording/asking';

export const mailedPage: PlainPage = {
  name: 'request-mailed',
  method: 'get',
  path: MAILED,
  async show({ query }) {
    const isAgain = query.get('of') === 'again';
    return {
      title: mailedWords.title,
      content: (
        <>
          <p>{isAgain ? mailedWords.again : mailedWords.ask}</p>
          {!isAgain && <p>{mailedWords.once}</p>}
          <h2>{mailedWords.nothingCame}</h2>
          <ul>
            {mailedWords.tips.map((tip) => (
              <li key={tip}>{tip}</li>
            ))}
          </ul>
          <p class="more">
            <a href={isAgain ? AGAIN : REQUEST}>{mailedWords.onceMore}</a>
          </p>
        </>
      ),
    };
  },
};
