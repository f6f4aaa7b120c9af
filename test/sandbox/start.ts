/** `npm run sandbox`: starts everything, says where and what to try, and stops it all with Ctrl-C. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { historyAsked, whatToLookAt } from './history/telling';
import { startSandbox } from './sandbox';

const { values } = parseArgs({
  options: {
    record: { type: 'string' },
    history: { type: 'boolean', default: false },
    seed: { type: 'string' },
    'drift-months-ago': { type: 'string' },
  },
});
const WITHOUT_HISTORY = `
Monitoring is empty at first; npm run sandbox -- --history   begins with two years of sessions.
`;
const root = resolve(__dirname, '..', '..', '..');

void main();

async function main(): Promise<void> {
  console.log('Starting the sandbox …');
  const history = values.history
    ? historyAsked({ seed: values.seed, driftMonthsAgo: values['drift-months-ago'] }, Date.now())
    : undefined;
  const sandbox = await startSandbox({
    dir: join(root, '.sandbox'),
    // Outlook's answers show within seconds here, not minutes.
    settings: { POLICY_ANSWER_CHECK_SECONDS: '5' },
    ...(history && { history }),
    ...(values.record !== undefined && { recordFile: resolve(values.record) }),
  });
  const { practitioner, coordinator, facilitator } = sandbox.playgrounds;
  console.log(`
The sandbox is ready. Everybody in it is invented, and it keeps what you do in .sandbox (delete it to begin afresh).

  Practitioner   ${practitioner.url}   ${practitioner.person.name}
  Coordinator    ${coordinator.url}   ${coordinator.person.name}
  Facilitator    ${facilitator.url}   ${facilitator.person.name}
  Outlook        ${sandbox.microsoft365.url}/sandbox/outlook?person=${facilitator.person.mail}
  Organiser      ${sandbox.microsoft365.url}/sandbox/organiser   what somebody could do to a session in Outlook
  Without Teams  ${sandbox.bot.url}/request   the page anybody may ask on
  Letters        ${sandbox.microsoft365.url}/sandbox/mail   what people were mailed, those without Teams too
  Tab            ${sandbox.bot.url}/tab   for coordinators; a stand-in for Teams' sign-in asks who you are
  API            ${sandbox.bot.url}/api/v1/openapi.json   for forms, flows and reports; see 13.

Try this:
  1. Coordinator: in the channel "Coordination" of the team, say   use this channel
  2. Practitioner: in the personal chat, say                       request
     Answer the first question with No, fill in the form (for example with hattie.hazel@meadow-primary.example and
     sam.saffron@norfolk-sandbox.example) and send it.
  3. Coordinator: the channel shows the request with its matches; approve one.
  4. Facilitator: accept, on the card or in Outlook.
  5. Practitioner: say                                             my requests
  6. Practitioner: beside the box for messages choose "Trigger Message Extension App", then "Action Command" and
     "Create", to ask from any conversation; or "Search Command", to show others how a request is doing.
  7. Coordinators' tab: search, add a facilitator, declare their hours, pause Fay Facilitate over the day of the session:
     the page names the sessions it touches, and the channel's card offers to find somebody else.
  8. Coordinators' tab: under Requests, open one that waits: who could take it and why, and why the others could not.
  9. Facilitator: say                                              my facilitating
 10. Facilitator: on the card of a booked session choose "I can't do it after all". The session stands; the channel offers
     somebody else for the same time. Or ask for another time, and approve one in the channel.
 11. Organiser: move a booked session to the next day. What keeps every rule is taken over; anything else is on the
     coordinators' card with both times.
 12. Without Teams: ask as hattie.hazel@meadow-primary.example; the link to the form is under Letters. Return it in the
     channel, or choose "Ask which times suit" in the coordinator's own view of it, and go on from the letters that come.
 13. API: every call brings a token; the stand-in for Entra gives one with the roles asked for, here:
     curl -H "Authorization: Bearer $(curl -s '${sandbox.entra.issuer}/token?roles=Requests.Read+Monitoring.Read')" \\
       ${sandbox.bot.url}/api/v1/sessions
${history ? await whatToLookAt(history, sandbox, Date.now()) : WITHOUT_HISTORY}
Stop with Ctrl-C; start again and it goes on.`);
  const stop = (): void => {
    console.log('\nStopping …');
    sandbox.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
