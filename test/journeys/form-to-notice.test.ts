/**
 * From the Form to a notice, with flows at both ends: a response is submitted, a coordinator decides on the card, the
 * facilitator accepts, and the session that is booked is noted in a list. The flows run as they are shipped.
 */
import { personIdFor } from '../../src/ids';
import { facilitators, outsiders } from '../sandbox/people';
import { A_RESPONSE } from '../power/flows/a-response';
import {
  type BookedToNotice,
  COORDINATION,
  type FormToRequest,
  REQUEST_ADDRESS,
  turnOnBookedToNotice,
  turnOnFormToRequest,
} from '../power/flows/shipped-flows';
import { approve } from './approving';
import { rightForm } from './asking';
import { keepAway, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import { requestKept, requestsOf } from './kept';
import type { PlaygroundPage } from './playground-page';
import { placesWith } from './traces';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [hattie, percy, nora] = outsiders;
const [fay, , ...others] = facilitators;
const HATTIE = personIdFor(hattie.mail);
const REASON = 'Marked-reason 8842: we go round in circles';
const CASE = 'MARKED-CASE-8842';

journey('from the Form to a notice', () => {
  const system = theWholeSystem('form-to-notice', TWO_FACILITATORS);
  let coras: PlaygroundPage;
  let fays: PlaygroundPage;
  let form: FormToRequest;
  let notices: BookedToNotice;
  let reference: string;

  beforeAll(async () => {
    for (const { mail } of others) keepAway(system, mail);
    coras = await system.open('coordinator');
    fays = await system.open('facilitator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
    const { bot, entra } = system.sandbox;
    const as = (...roles: string[]) => ({
      baseUrl: bot.url,
      token: () => Promise.resolve(entra.appToken(roles)),
    });
    form = await turnOnFormToRequest(as('Requests.Submit'));
    notices = await turnOnBookedToNotice({ ...as('Events.Subscribe'), noticeTo: 'list' });
  });

  const { earliest, latest } = rightForm();
  const response = {
    ...A_RESPONSE,
    'q-name': hattie.name,
    'q-mail': hattie.mail,
    'q-case': CASE,
    'q-reason': REASON,
    'q-earliest': earliest,
    'q-latest': latest,
    'q-days': '["Monday","Tuesday","Wednesday","Thursday","Friday"]',
    'q-times': '["Morning","Afternoon"]',
    'q-person-1': percy.name,
    'q-person-1-mail': percy.mail,
    'q-person-1-team': 'Police: neighbourhood',
    'q-person-2': nora.name,
    'q-person-2-mail': nora.mail,
    'q-person-2-team': 'Health: school nursing',
  };
  const kept = () => requestKept(system, reference, HATTIE);
  const inChannel = () => coras.cardWith(`JAGS request ${reference}`);

  it('submits nothing where a child is at immediate risk and nobody has been told', async () => {
    await form.tell(form.forms.respond({ ...response, 'q-risk': 'I am not sure' }));
    expect(form.outlook.sent).toMatchObject([{ to: hattie.mail, importance: 'High' }]);
    expect(await requestsOf(system, HATTIE)).toEqual([]);
  });

  it('submits a response once, however often the flow hears of it, and mails the reference', async () => {
    const id = form.forms.respond(response);
    await form.tell(id);
    await form.tell(id);
    reference = / has arrived: (\S+)$/.exec(form.outlook.sent.at(-1)!.subject)![1]!;
    expect(await requestsOf(system, HATTIE)).toHaveLength(1);
    expect(await kept()).toMatchObject({ state: 'submitted', requester: { unconfirmed: true } });
    expect(form.outlook.sent.map(({ to }) => to)).not.toContain(COORDINATION);
  });

  it('brings it before the coordinators, who decide on the card', async () => {
    await coras.waitForText(/matches, best first/);
    await inChannel().picture(system.picture('1-in-the-channel'));
    expect(await inChannel().text()).toMatch(/Sent through a form, not in Teams:.*NOT confirmed yet/);
    expect(await inChannel().text()).not.toContain(REASON);
    expect(notices.sharePoint.rows).toEqual([]);
    await approve(inChannel(), fay.name);
    await fays.waitForText('Would you facilitate this session?');
  });

  it('notes it in the list once the facilitator has accepted: ids, the state and a link', async () => {
    await fays.press('Accept');
    await until(async () => (await kept()).state === 'booked', 'the session to be booked');
    await until(() => notices.sharePoint.rows.length > 0, 'the row of the session');
    await notices.flow.idle();
    const { id } = await kept();
    expect(notices.sharePoint.rows).toMatchObject([
      {
        Title: reference,
        RequestId: id,
        State: 'booked',
        Ended: '',
        Link: REQUEST_ADDRESS.replace('REQUEST_ID', id),
      },
    ]);
    expect(notices.outlook.sent).toEqual([]);
    expect(notices.flow.runs.map(({ status }) => status)).not.toContain('Failed');
  });

  it('has taken nothing of the case anywhere, and hears nothing more once it is turned off', async () => {
    const told = JSON.stringify([form.outlook.sent, notices.sharePoint.rows, notices.outlook.sent]);
    for (const text of [REASON, CASE, percy.name]) expect(told).not.toContain(text);
    expect(await placesWith(REASON, system)).toEqual(['table jagsRequests: request']);
    await notices.flow.turnOff();
  });
});
