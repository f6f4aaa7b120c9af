/** The form a facilitator is added and changed with. */
import type { Agency } from '../../domain/agencies';
import type { FacilitatorAnswers } from '../../domain/facilitator-form';
import type { Policy } from '../../domain/policy';
import { type ChoiceGroup, Choices, Input, Select, type Wrong } from './fields';
import { acceptsNames, fieldNames, formWords, hintOf } from './wording/forms';

export interface FacilitatorFormProps {
  readonly answers: FacilitatorAnswers;
  readonly wrong: readonly Wrong[];
  readonly policy: Policy;
  /** Where it is sent. */
  readonly action: string;
  /** Where one comes from. */
  readonly back: string;
  /** Of the facilitator as they were read. */
  readonly version?: string;
}

export function FacilitatorForm(props: FacilitatorFormProps) {
  const { answers, wrong, policy, action, back, version } = props;
  const field = (name: keyof FacilitatorAnswers) => ({
    name,
    label: fieldNames[name],
    hint: hintOf(name, policy),
    wrong,
  });
  const text = (name: TextField) => ({ ...field(name), value: answers[name] });
  return (
    <form method="post" action={action} noValidate>
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <section class="part" aria-labelledby="who">
        <h2 id="who">{formWords.who}</h2>
        <Input {...text('name')} required />
        <Input {...text('mail')} type="email" required />
        <Select {...text('team')} groups={teamChoices(policy.agencies)} required />
        <Choices
          {...field('localities')}
          kind="checkbox"
          chosen={answers.localities}
          choices={policy.localities.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </section>
      <section class="part" aria-labelledby="training">
        <h2 id="training">{formWords.training}</h2>
        <div class="pair">
          <Input {...text('trainedOn')} type="date" />
          <Input {...text('trainedUntil')} type="date" />
        </div>
        <div class="pair">
          <Input {...text('refresherOn')} type="date" />
          <Input {...text('supervisedOn')} type="date" />
        </div>
      </section>
      <section class="part" aria-labelledby="work">
        <h2 id="work">{formWords.work}</h2>
        <div class="pair">
          <Input {...text('weight')} inputMode="decimal" />
          <Input {...text('sessionsPerMonth')} inputMode="numeric" />
        </div>
        <div class="pair">
          <Input {...text('joinedOn')} type="date" />
          <Input {...text('facilitatedBefore')} type="date" />
        </div>
        <Choices
          {...field('accepts')}
          kind="radio"
          chosen={[answers.accepts || 'asked']}
          choices={Object.entries(acceptsNames).map(([value, label]) => ({ value, label }))}
        />
      </section>
      <section class="part" aria-labelledby="independence">
        <h2 id="independence">{formWords.independence}</h2>
        <ExcludedTeams
          {...field('excludedTeams')}
          chosen={answers.excludedTeams}
          agencies={policy.agencies}
        />
      </section>
      <div class="actions">
        <button class="primary">{formWords.save}</button>
        <a class="button" href={back}>
          {formWords.cancel}
        </a>
      </div>
    </form>
  );
}

type TextField = Exclude<keyof FacilitatorAnswers, 'localities' | 'excludedTeams'>;

function teamChoices(agencies: readonly Agency[]): readonly ChoiceGroup[] {
  return agencies.map(({ name, teams }) => ({
    label: name,
    choices: teams.map((team) => ({ value: team.code, label: team.name })),
  }));
}

/** All teams there are: an agency's own behind its name, opened where something is chosen. */
function ExcludedTeams(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly wrong: readonly Wrong[];
  readonly chosen: readonly string[];
  readonly agencies: readonly Agency[];
}) {
  const { name, label, hint, wrong, chosen, agencies } = props;
  const own = wrong.filter(({ field }) => field === name);
  return (
    <fieldset class="field" aria-describedby={`${name}-hint`}>
      <legend>{label}</legend>
      <p id={`${name}-hint`} class="hint">
        {hint}
      </p>
      {own.length > 0 && (
        <p id={name} class="wrong" tabindex={-1}>
          {own.map(({ text }) => text).join(' ')}
        </p>
      )}
      <div class="folds">
        {agencies.map((agency) => {
          const marked = agency.teams.filter(({ code }) => chosen.includes(code)).length;
          return (
            <details key={agency.code} open={marked > 0}>
              <summary>
                {agency.name}
                {marked > 0 && <span class="count">{marked}</span>}
              </summary>
              <div class="boxes" role="group" aria-label={agency.name}>
                {agency.teams.map((team) => (
                  <label key={team.code} class="box">
                    <input
                      type="checkbox"
                      name={name}
                      value={team.code}
                      checked={chosen.includes(team.code)}
                    />
                    <span>{team.name}</span>
                  </label>
                ))}
              </div>
            </details>
          );
        })}
      </div>
    </fieldset>
  );
}
