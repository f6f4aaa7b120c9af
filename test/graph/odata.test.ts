import { literal, path, query } from '../../src/graph/odata';
import { joinUrlOf } from '../../src/graph/session-event';

describe('a Graph address', () => {
  it('doubles the quotes of a literal, so that no value can end it', () => {
    expect(literal("x' or mail ne '")).toBe("'x'' or mail ne '''");
  });

  it('keeps every value inside its own segment', () => {
    expect(path`/users/${"../o'hara#?@x.example"}/events`).toBe(
      "/users/..%2Fo'hara%23%3F%40x.example/events",
    );
  });

  it('sends the escapes of a join link whole', () => {
    const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d';
    const sent = query({ $filter: `JoinWebUrl eq ${literal(link)}` });
    expect(new URLSearchParams(sent).get('$filter')).toBe(`JoinWebUrl eq '${link}'`);
  });
});

describe('the join link of an event', () => {
  const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x';

  it.each([
    ['a link from Teams', { onlineMeetingProvider: 'teamsForBusiness', onlineMeeting: { joinUrl } }, joinUrl],
    [
      'a link of an unknown provider',
      { onlineMeetingProvider: 'unknown', onlineMeeting: { joinUrl } },
      undefined,
    ],
    ['Teams without a link', { onlineMeetingProvider: 'teamsForBusiness', onlineMeeting: null }, undefined],
    ['no meeting', {}, undefined],
  ] as const)('counts only when it is there and from Teams: %s', (_name, event, link) => {
    expect(joinUrlOf(event)).toBe(link);
  });
});
