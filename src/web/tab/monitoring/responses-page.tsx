/** Where coordinators write what the partnership does about each theme. */
import { LONGEST_RESPONSE, responseMark } from '../../../domain/response';
import type { Instant } from '../../../domain/intervals';
import type { FormProblem } from '../../../domain/form-fields';
import type { Policy } from '../../../domain/policy';
import type { Theme } from '../../../domain/themes';
import type { KeptResponse } from '../../../ports/responses';
import { problemInWords } from '../../../wording/form';
import { NAME_QUESTION } from '../../../wording/identifiers';
import { dateInWords } from '../../../wording/when';
import { Banner } from '../fields';
import type { Shown } from '../page';
import { responseWords } from '../wording/monitoring';
import { MONITORING, RESPONSES } from './paths';

/** What was typed and cannot be taken yet. */
export interface Refused {
  readonly theme: string;
  readonly text: string;
  readonly problems: readonly FormProblem<'text'>[];
}

interface Given {
  readonly responses: readonly KeptResponse[];
  readonly policy: Policy;
  readonly now: Instant;
  readonly saved?: string;
  readonly refused?: Refused;
  readonly isConflict?: boolean;
}

export function responsesPage(given: Given): Shown {
  const { responses, policy, refused, isConflict = false } = given;
  return {
    title: responseWords.title,
    section: 'monitoring',
    at: RESPONSES,
    ...(refused && { status: 422 }),
    ...(isConflict && { status: 409 }),
    content: (
      <>
        <p>
          <a href={MONITORING}>{responseWords.back}</a>
        </p>
        <h1 tabindex={-1}>{responseWords.title}</h1>
        <p>{responseWords.lead}</p>
        <Told {...given} />
        {policy.themes.map((theme) => (
          <ResponseForm
            key={theme.code}
            theme={theme}
            kept={responses.find((each) => each.theme === theme.code)}
            refused={refused?.theme === theme.code ? refused : undefined}
            now={given.now}
          />
        ))}
      </>
    ),
  };
}

function Told({ saved, refused, isConflict }: Given) {
  if (isConflict) return <Banner kind="bad" heading={responseWords.conflict} focus />;
  if (refused)
    return (
      <Banner kind="bad" heading={responseWords.wrong} focus>
        <p>
          <a href={`#${fieldId(refused.theme)}`} hx-boost="false">
            {wrongInWords(refused)}
          </a>
        </p>
      </Banner>
    );
  if (saved === undefined) return null;
  return (
    <Banner kind="good" heading={responseWords.saved(saved)} focus>
      <p>{responseWords.savedText}</p>
    </Banner>
  );
}

function wrongInWords({ problems }: Refused): string {
  const words = problems.map(problemInWords).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Themes are a setting, and may be called like anything else of the page. */
function fieldId(theme: string): string {
  return `theme-${theme}`;
}

function ResponseForm(props: {
  readonly theme: Theme;
  readonly kept: KeptResponse | undefined;
  readonly refused: Refused | undefined;
  readonly now: Instant;
}) {
  const { theme, kept, refused, now } = props;
  const { code, name } = theme;
  const id = fieldId(code);
  const isAsked = refused?.problems.some(({ fault }) => fault === 'likely-identifier') ?? false;
  return (
    <form method="post" action={RESPONSES} class="part">
      <input type="hidden" name="theme" value={code} />
      <input type="hidden" name="version" value={kept?.version ?? ''} />
      <div class={`field ${refused ? 'faulty' : ''}`}>
        <label for={id}>{responseWords.label(name)}</label>
        <p id={`${id}-hint`} class="hint">
          {responseWords.hint(LONGEST_RESPONSE)} {kept?.text ? responseWords.last(dateInWords(kept.on)) : ''}
        </p>
        {refused && (
          <p id={`${id}-wrong`} class="wrong">
            {wrongInWords(refused)}
          </p>
        )}
        <textarea
          id={id}
          name="text"
          rows={3}
          aria-describedby={refused ? `${id}-hint ${id}-wrong` : `${id}-hint`}
          aria-invalid={refused ? 'true' : undefined}
        >
          {refused?.text ?? kept?.text ?? ''}
        </textarea>
      </div>
      {refused && isAsked && (
        <fieldset class="field">
          <legend>{NAME_QUESTION.question}</legend>
          <label class="box">
            <input type="checkbox" name="notNames" value={responseMark(refused.text, now)} />
            <span>{NAME_QUESTION.no}</span>
          </label>
        </fieldset>
      )}
      <button>
        {responseWords.save}
        <span class="unseen"> {name}</span>
      </button>
    </form>
  );
}
