/**
 * The compose box. A Playground opens an app's dialogs and searches from there itself, but reads no manifest: it asks for
 * the id of the command, and may be left without. Teams knows the commands; so what is left out is filled in here.
 */
import manifest from '../../../appPackage/manifest.json';
import { isObject, type Activity, type Json } from './activity';

const COMMANDS = manifest.composeExtensions.flatMap(({ commands }) => commands);

/** Which command of the manifest a person chose whose Playground does not say. */
const CHOSEN: Readonly<Record<string, string>> = {
  'composeExtension/fetchTask': 'action',
  'composeExtension/submitAction': 'action',
  'composeExtension/query': 'query',
};

/** The invoke as Teams would send it, with the command and the name of what is searched for. */
export function fromComposeBox(activity: Activity): Activity {
  const command = COMMANDS.find(({ type }) => type === CHOSEN[activity.name ?? '']);
  if (!command || !isObject(activity.value)) return activity;
  const { value } = activity;
  const [parameter] = command.parameters ?? [];
  return {
    ...activity,
    value: {
      ...value,
      commandId: value.commandId ?? command.id,
      ...(parameter &&
        Array.isArray(value.parameters) && { parameters: value.parameters.map(named(parameter)) }),
    },
  };
}

function named({ name }: { readonly name: string }): (parameter: unknown) => unknown {
  return (parameter) =>
    isObject(parameter) ? ({ ...parameter, name: parameter.name ?? name } satisfies Json) : parameter;
}
