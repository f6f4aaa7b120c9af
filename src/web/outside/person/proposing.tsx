/** Other people for an arranged session, proposed by the requester: those who take part to tick, and room to write others in. */
import { teamLabel } from '../../../domain/agencies';
import { ENTRY_ROWS } from '../../../domain/form-draft';
import type { AnyField, FormProblem } from '../../../domain/form-fields';
import { plainMail } from '../../../domain/mail-address';
import type { Policy } from '../../../domain/policy';
import { isProposable, proposalMark } from '../../../domain/proposal';
import { problemInWords } from '../../../wording/form';
import { NAME_QUESTION } from '../../../wording/identifiers';
import { problemWithPerson, proposalHint, PROPOSING } from '../../../wording/proposing';
import { isolated } from '../../../wording/typed-text';
import { Checkboxes, Input, Select, type Wrong } from '../fields';
import { Button, Notice } from '../parts';
import { teamGroups } from '../form/team-groups';
import { PROPOSE } from '../wording/person';
import { filledRowsIn, proposalIn, rowsIn } from './reading';
import { requesterShown } from './requester-page';
import { ActForm } from './seen';
import { sentence, type Step, type StepAsked, stepPage } from './step';

export const proposing: Step = (asked) => {
  const { opened, policy, filled = new URLSearchParams() } = asked;
  const { subject, token } = opened;
  if (subject.as !== 'requester' || !requesterShown(asked, subject.request).canPropose) return undefined;
  const { request } = subject;
  const wrong = wrongPeople(asked.problems, filled);
  const isWaiting = isProposable(request) && request.proposal !== undefined;
  return stepPage(asked, {
    title: PROPOSING.title,
    wrong,
    content: (
      <ActForm token={token} act="propose-participants">
        {isWaiting && <Notice kind="note" heading={PROPOSING.waiting} />}
        <p>{PROPOSING.intro}</p>
        <p>{proposalHint(policy)}</p>
        {request.ask.participants.length > 0 && (
          <Checkboxes
            name="removed"
            label={PROPOSE.standing}
            hint={PROPOSE.standingHint}
            choices={request.ask.participants.map(({ name, mail, team }) => ({
              value: plainMail(mail),
              label: `${isolated(name)}, ${teamLabel(policy.agencies, team)}`,
            }))}
            chosen={proposalIn(filled).removed}
            wrong={wrong}
          />
        )}
        <h2>{PROPOSE.add}</h2>
        {rowsIn(filled).map((each) => (
          <PersonRow key={each.row} {...each} policy={policy} wrong={wrong} />
        ))}
        <NameQuestion {...asked} wrong={wrong} />
        <Button>{PROPOSE.button}</Button>
      </ActForm>
    ),
  });
};

function PersonRow(props: Row & { readonly policy: Policy; readonly wrong: readonly Wrong[] }) {
  const { row, name, mail, team, policy, wrong } = props;
  return (
    <fieldset class="group">
      <legend>{PROPOSE.person(row + 1)}</legend>
      <Input name={`name${row}`} label={PROPOSE.name} value={name} wrong={wrong} />
      <Input
        name={`mail${row}`}
        label={PROPOSE.mail}
        type="email"
        value={mail}
        spellcheck={false}
        wrong={wrong}
      />
      <Select
        name={`team${row}`}
        label={PROPOSE.team}
        value={team}
        groups={teamGroups(policy)}
        wrong={wrong}
      />
    </fieldset>
  );
}

/** Asked with the problem, and shown on as answered while the words are the same. */
function NameQuestion({
  filled,
  problems = [],
  now,
  wrong,
}: StepAsked & { readonly wrong: readonly Wrong[] }) {
  if (!filled) return null;
  const answers = proposalIn(filled);
  const mark = proposalMark(answers, now);
  const isAnswered = mark !== '' && answers.notNames === mark;
  if (!isAnswered && !problems.some(({ fault }) => fault === 'likely-identifier')) return null;
  return (
    <Checkboxes
      name="notNames"
      label={NAME_QUESTION.question}
      choices={[{ value: mark, label: NAME_QUESTION.no }]}
      chosen={isAnswered ? [mark] : []}
      wrong={wrong}
    />
  );
}

/** Beside the row it is about; of the whole list, beside those who take part. */
function wrongPeople(problems: readonly FormProblem<AnyField>[] = [], filled: URLSearchParams): Wrong[] {
  const rows = filledRowsIn(filled);
  return problems.filter(isOfPeople).map((problem) => {
    const row = problem.entry === undefined ? undefined : rows[problem.entry];
    const text =
      row === undefined ? problemWithPerson(problem) : problemWithPerson({ ...problem, entry: row.row });
    return { field: fieldOf(problem, row), text, beside: sentence(problemInWords(problem)) };
  });
}

type Row = ReturnType<typeof rowsIn>[number];

function fieldOf({ fault }: FormProblem<AnyField>, row: Row | undefined): string {
  const { row: number, name, team } = row ?? { row: ENTRY_ROWS[0], name: '', team: '' };
  switch (fault) {
    case 'bad-mail':
    case 'twice':
    case 'name-without-mail':
      return `mail${number}`;
    case 'not-listed':
      return `team${number}`;
    case 'empty':
      return name !== '' && team === '' ? `team${number}` : `name${number}`;
    default:
      return `name${number}`;
  }
}

function isOfPeople(problem: FormProblem<AnyField>): problem is FormProblem {
  return problem.field === 'participants';
}
