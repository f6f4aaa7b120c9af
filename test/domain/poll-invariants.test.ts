import { openPoll } from '../../src/domain/poll';
import { always } from './decide-stories';

describe('Whatever happens, in whatever order', () => {
  it('a poll has an end, and coordinators are called once it is over', () => {
    const met = new Set<string>();
    always(({ before, after, asked, effects, command }) => {
      const poll = openPoll(after);
      if (poll) {
        met.add('open');
        expect(asked).toContainEqual({ kind: 'end-poll', poll: poll.at, at: poll.closesAt });
      }
      const isOver =
        openPoll(before) !== undefined && after.state === 'submitted' && after.poll?.over === true;
      if (isOver) met.add(`over by ${command.kind}`);
      const call = { kind: 'call-coordinators', about: 'poll' };
      if (isOver) expect(effects).toContainEqual(call);
      else expect(effects).not.toContainEqual(call);
    }, 600);
    expect([...met].sort()).toEqual(['open', 'over by answer-poll', 'over by poll-over']);
  });

  it('only those asked have answered, each once, about the times they were asked about', () => {
    let answers = 0;
    always(({ after }) => {
      if (after.state !== 'submitted' || !after.poll) return;
      const { asked, slots, answers: given } = after.poll;
      answers += given.length;
      expect(new Set(given.map(({ mail }) => mail)).size).toBe(given.length);
      for (const { mail, starts } of given) {
        expect(asked).toContain(mail);
        for (const start of starts) expect(slots.map((slot) => slot.start)).toContain(start);
      }
    }, 300);
    expect(answers).toBeGreaterThan(10);
  });

  it('whoever has said that they cannot come is on the list of a session that stands', () => {
    let absent = 0;
    always(({ after }) => {
      if (!('absent' in after) || !after.absent) return;
      absent += 1;
      expect(['booked', 'uncovered']).toContain(after.state);
      const mails = after.ask.participants.map(({ mail }) => mail);
      for (const mail of after.absent) expect(mails).toContain(mail);
    }, 600);
    expect(absent).toBeGreaterThan(0);
  });
});
