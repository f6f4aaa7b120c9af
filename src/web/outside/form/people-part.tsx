/** The form's third page: who takes part. Everybody is a row of fields, added and taken away with a button. */
import { teamLabel } from '../../../domain/agencies';
import type { ParticipantAnswer } from '../../../domain/form';
import { knownAs } from '../../../domain/form-people';
import type { Policy } from '../../../domain/policy';
import { PEOPLE_TEXTS, peopleHint } from '../../../wording/form';
import { isolated } from '../../../wording/typed-text';
import { Hidden, Input, Select, type Wrong } from '../fields';
import { Button } from '../parts';
import { formWords } from '../wording/form';
import type { PartProps } from './about-part';
import { PEOPLE_FIELD } from './form-wrong';
import { teamGroups } from './team-groups';
import { filled, personField } from './typed-form';

const EMPTY_ROW: ParticipantAnswer = { name: '', mail: '', team: '' };

export function PeoplePart({ typed, setting, wrong }: PartProps) {
  const { policy } = setting;
  const { added } = typed.draft;
  const most = policy.mostParticipants - 1;
  const wanted = Math.max(
    typed.rows.length,
    policy.leastParticipants - 1 - added.length,
    added.length > 0 ? 0 : 1,
  );
  const rows = Array.from({ length: wanted }, (_, n) => typed.rows[n] ?? EMPTY_ROW);
  // Left empty only by the button that adds one: there somebody goes on, and not at the top of the page.
  const isAdded = typed.rows.length > 0 && filled(typed.rows.slice(-1)).length === 0;
  const ofAll = wrong.filter(({ field }) => field === PEOPLE_FIELD);
  return (
    <>
      <div id={PEOPLE_FIELD} class={ofAll.length > 0 ? 'field faulty' : 'field'} tabindex={-1}>
        <p>{peopleHint(policy)}</p>
        <p>{formWords.roleHint}</p>
        {ofAll.map(({ text, beside = text }) => (
          <p key={text} class="wrong">
            {beside}
          </p>
        ))}
      </div>
      {added.map((person, n) => (
        <Known key={person.id} person={person} number={n + 1} policy={policy} />
      ))}
      {rows.map((row, n) => (
        <Row
          key={n}
          row={row}
          n={n}
          number={added.length + n + 1}
          takesFocus={isAdded && n === typed.rows.length - 1}
          policy={policy}
          wrong={wrong}
        />
      ))}
      {added.length + rows.length < most ? (
        <p>
          <Button name="go" value="add" kind="second">
            {formWords.add}
          </Button>
        </p>
      ) : (
        <p class="hint">{formWords.full}</p>
      )}
    </>
  );
}

function Row(props: {
  readonly row: ParticipantAnswer;
  readonly n: number;
  readonly number: number;
  readonly takesFocus: boolean;
  readonly policy: Policy;
  readonly wrong: readonly Wrong[];
}) {
  const { row, n, number, takesFocus, policy, wrong } = props;
  const who = formWords.person(number);
  return (
    <fieldset class="group">
      <legend>{who}</legend>
      <Input
        name={personField(n, 'name')}
        label={formWords.personName}
        value={row.name}
        takesFocus={takesFocus}
        wrong={wrong}
      />
      <Input
        name={personField(n, 'mail')}
        label={formWords.personMail}
        value={row.mail}
        type="email"
        inputMode="email"
        spellcheck={false}
        wrong={wrong}
      />
      <Select
        name={personField(n, 'team')}
        label={formWords.personTeam}
        value={row.team}
        groups={teamGroups(policy)}
        wrong={wrong}
      />
      <Button name="go" value={`remove-${n}`} kind="plain" says={formWords.removePerson(who)}>
        {formWords.remove}
      </Button>
    </fieldset>
  );
}

/** From the directory: nothing of them is typed here, so they stay or go as they are. */
function Known(props: {
  readonly person: ParticipantAnswer;
  readonly number: number;
  readonly policy: Policy;
}) {
  const { person, number, policy } = props;
  const { id = '' } = person;
  const who = formWords.person(number);
  return (
    <fieldset class="group">
      <legend>{who}</legend>
      <p>
        {knownAs(person) === 'picked'
          ? PEOPLE_TEXTS.picked
          : `${isolated(person.name)}, ${isolated(person.mail)}`}
        <br />
        {teamLabel(policy.agencies, person.team)}
      </p>
      <Hidden name="known" value={id} />
      <Button name="go" value={`drop-${id}`} kind="plain" says={formWords.removePerson(who)}>
        {formWords.remove}
      </Button>
    </fieldset>
  );
}
