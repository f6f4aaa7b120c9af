import { isLocalDate } from '../../src/domain/calendar';
import { defaultPolicy, type Policy } from '../../src/domain/policy';

describe('The settings that no source fixes', () => {
  it.each<[keyof Policy, unknown]>([
    ['sessionMinutes', 90],
    ['leastAgencies', 2],
    ['leastParticipants', 3],
    ['mostParticipants', 12],
    ['noticeDays', 10],
    ['answerTargetDays', 2],
    ['sessionTargetDays', 20],
    ['facilitatorAnswerDays', 2],
    ['sessionsPerMonth', 2],
    ['trainingValidMonths', 24],
    ['dayStart', '09:00'],
    ['dayEnd', '17:00'],
    ['extraClosedDays', []],
    ['cadsLine', '0344 800 8021'],
    ['reminderDays', [5, 1]],
    ['digestTime', '08:45'],
    ['tentativeIsBusy', true],
    ['otherAgencyOnly', false],
    ['teamsApart', 'requester'],
    ['reoffer', 'coordinator'],
    ['followUpFacilitator', 'same'],
    ['schoolHolidays', []],
    ['partnerDomains', []],
    ['supportContact', ''],
    ['onTheDayContact', ''],
  ])('%s is %j, as the domain page says', (setting, value) => {
    expect(defaultPolicy[setting]).toEqual(value);
  });

  it('offer steps that keep to the hour, days that have a noon, and room for a session in each half', () => {
    const { slotStepMinutes, dayStart, noon, dayEnd, sessionMinutes } = defaultPolicy;
    expect(60 % slotStepMinutes).toBe(0);
    const [start, middle, end] = [dayStart, noon, dayEnd].map(
      (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
    );
    expect(middle! - start!).toBeGreaterThanOrEqual(sessionMinutes);
    expect(end! - middle!).toBeGreaterThanOrEqual(sessionMinutes);
  });

  it.each<[keyof Policy, string]>([
    ['sessionPurpose', 'No tasks, no decisions, no minutes'],
    ['openingPrompt', 'To open: '],
    ['closingPrompt', 'To close: '],
    ['staffSupport', 'raise a concern'],
  ])('say in %s what people need to know: %s', (setting, words) => {
    expect(defaultPolicy[setting]).toContain(words);
  });

  it('never make openness with a family a gate, and say when the telephone line was checked', () => {
    expect(defaultPolicy.familyOpenness).toContain('never blocks a request');
    expect(isLocalDate(defaultPolicy.cadsChecked)).toBe(true);
  });
});
