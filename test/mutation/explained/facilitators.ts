/** In the rules for who can facilitate, and when. */
import type { Explained } from '../report';

export const IN_FACILITATORS: readonly Explained[] = [
  {
    file: 'src/domain/declared-form.ts',
    why: 'For the compiler: each of the days is found, if only itself.',
    mutants: [
      [
        'filledDays.find((each) => each.date === date)?.group',
        'filledDays.find(each => each.date === date).group',
      ],
    ],
  },
  {
    file: 'src/domain/declared-form.ts',
    why: 'No day is there twice: that is refused before.',
    mutants: [['a.date < b.date', 'a.date <= b.date']],
  },
  {
    file: 'src/domain/declared-form.ts',
    why: 'Leave that begins on the same day says the same in either order.',
    mutants: [['a.from < b.from', 'a.from <= b.from']],
  },
  {
    file: 'src/domain/declared-form.ts',
    why: 'Two spans that begin together overlap, and are refused before.',
    mutants: [['a.start < b.start', 'a.start <= b.start']],
  },
  {
    file: 'src/domain/fair-share.ts',
    why: 'Those who are never away are left out for speed only: each day asks again who is.',
    mutants: [
      ['accounts.filter(({ facilitator: { leftOn, pauses = [] } }) => leftOn ?? pauses[0])', 'accounts'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/fair-share.ts',
    why: 'Of two who joined on one day it is the same who comes first.',
    mutants: [
      [
        'a.facilitator.joinedOn! < b.facilitator.joinedOn!',
        'a.facilitator.joinedOn! <= b.facilitator.joinedOn!',
      ],
    ],
  },
  {
    file: 'src/domain/fair-share.ts',
    why: 'For the compiler: no day comes after one that is none.',
    mutants: [['leftOn !== undefined', 'true']],
  },
  {
    file: 'src/domain/intervals.ts',
    why: 'What ends before is skipped for speed only: it cuts nothing off.',
    mutants: [['from < b.length && b[from]!.end <= start', 'false']],
  },
  {
    file: 'src/domain/intervals.ts',
    why: 'As above: what ends at the start cuts nothing off either.',
    mutants: [['b[from]!.end <= start', 'b[from]!.end < start']],
  },
  {
    file: 'src/domain/intervals.ts',
    why: 'What begins at the end leaves the same time, whether it is looked at or not.',
    mutants: [['b[i]!.start < whole.end', 'b[i]!.start <= whole.end']],
  },
  {
    file: 'src/domain/intervals.ts',
    why: 'Where both end at once it is the same which is left first: neither has any time after that.',
    mutants: [['one.end < other.end', 'one.end <= other.end']],
  },
  {
    file: 'src/domain/judging.ts',
    why: 'Without a pause nobody is removed for one, and no request has such a word for its id.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/judging.ts',
    why: 'For the compiler: undefined is not before any day.',
    mutants: [['leftOn !== undefined', 'true']],
  },
  {
    file: 'src/domain/judging.ts',
    why: 'For speed: who was always there is in the pool on the first of the days, and that decides.',
    mutants: [['joinedOn === undefined', 'false']],
  },
  {
    file: 'src/domain/judging.ts',
    why: 'For the compiler: who was always there is in the pool on the first of the days, and undefined is after none.',
    mutants: [['joinedOn !== undefined', 'true']],
  },
  {
    file: 'src/domain/judging.ts',
    why: 'For the compiler: no day is before undefined.',
    mutants: [['trainedUntil !== undefined', 'true']],
  },
  {
    file: 'src/domain/judging.ts',
    why: 'Of two that are the same either may be taken.',
    mutants: [['until > last', 'until >= last']],
  },
  {
    file: 'src/domain/judging.ts',
    why: 'For speed: what is over takes none of the slots, which are all to come.',
    mutants: [['taken.end > now', 'true']],
  },
  { file: 'src/domain/judging.ts', why: 'As above.', mutants: [['taken.end > now', 'taken.end >= now']] },
  {
    file: 'src/domain/matching.ts',
    why: 'The same slot with nothing added to it.',
    mutants: [['suits === 0', 'false']],
  },
  {
    file: 'src/domain/matching.ts',
    why: 'For the compiler: nobody works in a locality that is none.',
    mutants: [['ask.locality !== undefined', 'true']],
  },
  {
    file: 'src/domain/matching.ts',
    why: 'Who can be offered is trained until some day: a hard rule removes everybody else.',
    mutants: [
      ['facilitator.trainedUntil === undefined', 'false'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/pool-notices.ts',
    why: 'For the compiler: undefined is not before any day.',
    mutants: [['leftOn !== undefined', 'true']],
  },
  {
    file: 'src/domain/pool-notices.ts',
    why: 'For the compiler: training that is none is not about to end.',
    mutants: [['trainedUntil !== undefined', 'true']],
  },
  {
    file: 'src/domain/pool-notices.ts',
    why: 'For the compiler: undefined is not after any day.',
    mutants: [['confirmBy !== undefined', 'true']],
  },
  {
    file: 'src/domain/pool-notices.ts',
    why: 'For the compiler: undefined is neither before a day nor by it.',
    mutants: [['trainedUntil === undefined', 'false']],
  },
  {
    file: 'src/domain/pool-notices.ts',
    why: 'What ends this moment is a session of today, after which nobody is idle.',
    mutants: [['slot.end > now', 'slot.end >= now']],
  },
  {
    file: 'src/domain/pool-notices.ts',
    why: 'For the compiler: where it is not known since when, undefined is told either way.',
    mutants: [['since !== undefined', 'true']],
  },
  {
    file: 'src/domain/ranking.ts',
    why: 'Two that are the same have been told apart from the others before.',
    mutants: [['a < b', 'a <= b']],
  },
  {
    file: 'src/domain/ranking.ts',
    why: 'Where there are enough, none of the further ones is taken: they are not sought for speed only.',
    mutants: [
      ['first.length < most', 'true'],
      ['first.length < most', 'first.length <= most'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/reliability.ts',
    why: 'A word is neither a pause nor a trouble.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/reliability.ts',
    why: 'For the compiler: undefined is not before any day.',
    mutants: [['leftOn !== undefined', 'true']],
  },
];
