/** What a coordinator writes to a requester, as it is checked. */
import { checkNote, LONGEST_NOTE, noteMark } from '../../src/domain/note';
import { aNote, askedAt } from '../builders';

const NAME = ' about a child called Jayden';
const withName = (letters: number) => `${'x'.repeat(letters - NAME.length)}${NAME}`;

describe('A note to a requester', () => {
  it.each([
    ['nothing', ' ', { field: 'note', fault: 'empty' }],
    ['too much', 'x'.repeat(LONGEST_NOTE + 1), { field: 'note', fault: 'too-long', allowed: LONGEST_NOTE }],
  ])('is sent back where it says %s', (_what, text, problem) => {
    expect(checkNote(aNote({ text }), askedAt)).toEqual([problem]);
  });

  it.each([
    ['as long as it may be', withName(LONGEST_NOTE)],
    ['as long as it may be between spaces', `  ${withName(LONGEST_NOTE)}\n`],
  ])('is asked about for a name, and taken once that is said to be none, where it is %s', (_how, text) => {
    expect(checkNote({ text, notNames: '' }, askedAt)).toMatchObject([{ fault: 'likely-identifier' }]);
    expect(checkNote({ text, notNames: noteMark({ text }, askedAt) }, askedAt)).toEqual([]);
  });

  it('is asked nothing about while it is too long, nor where there is nothing to ask', () => {
    expect(noteMark({ text: withName(LONGEST_NOTE + 1) }, askedAt)).toBe('');
    expect(noteMark(aNote(), askedAt)).toBe('');
  });
});
