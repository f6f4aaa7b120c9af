/** What the partnership says it did about a theme. */
import { LONGEST_RESPONSE, readResponse, responseMark } from '../../src/domain/response';
import { askedAt } from '../builders';

const read = (text: string, notNames = '') => readResponse({ theme: 'thresholds', text, notNames }, askedAt);
const likely = 'We met about Jayden aged 7.';

describe('What was done about a theme', () => {
  it('is kept with its theme and the day, as one line without blanks around it', () => {
    expect(read('  We opened\n\n a duty   line. ')).toEqual({
      response: { theme: 'thresholds', text: 'We opened a duty line.', on: '2026-11-24' },
    });
  });

  it('is taken back by leaving it empty', () => {
    expect(read(' \n ')).toEqual({ response: { theme: 'thresholds', text: '', on: '2026-11-24' } });
  });

  it('has room for 500 characters, blanks around it not counted', () => {
    const longest = 'x'.repeat(LONGEST_RESPONSE);
    expect(LONGEST_RESPONSE).toBe(500);
    expect(read(` ${longest} `)).toMatchObject({ response: { text: longest } });
    expect(read(`${longest}x`)).toEqual({
      problems: [{ field: 'text', fault: 'too-long', allowed: 500 }],
    });
  });

  it('names no child: what is certain has to go', () => {
    expect(read('About 999 100 2340.')).toMatchObject({
      problems: [{ field: 'text', fault: 'identifier', found: [{ kind: 'nhs-number' }] }],
    });
  });

  it('is asked about where something in it is likely to identify somebody, until that is answered', () => {
    expect(read(likely)).toMatchObject({ problems: [{ field: 'text', fault: 'likely-identifier' }] });
    const mark = responseMark(`  ${likely.replace('about ', 'about\n')} `, askedAt);
    expect(mark).not.toBe('');
    expect(read(likely, mark)).toMatchObject({ response: { text: likely } });
    expect(read('We met about Jordan aged 8.', mark)).toMatchObject({
      problems: [{ fault: 'likely-identifier' }],
    });
  });

  it('carries no mark where nothing in it is asked about', () => {
    expect(responseMark('We opened a duty line.', askedAt)).toBe('');
  });
});
