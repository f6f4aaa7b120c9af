/** The checks that fields of many forms share, each with the nearest value that passes. */
import {
  choices,
  type FormProblem,
  listed,
  optionalListed,
  optionalText,
  text,
} from '../../src/domain/form-fields';

const LIST = ['north', 'south'];
const inList = (value: string) => LIST.includes(value);

describe('A field that many forms have', () => {
  it.each<[string, () => readonly FormProblem[], FormProblem['fault'] | undefined]>([
    ['a text left empty', () => text('reason', ' \u200b', 5), 'empty'],
    ['a text too long', () => text('reason', 'sixsix', 5), 'too-long'],
    ['a text as long as it may be', () => text('reason', 'fives', 5), undefined],
    ['a text as long as it may be between spaces', () => text('reason', '  fives\n', 5), undefined],
    ['a text that may be left empty', () => optionalText('venue', '', 5), undefined],
    ['none of a list', () => listed('team', ' ', () => true), 'empty'],
    ['something else than in a list', () => listed('team', 'north-east', inList), 'not-listed'],
    ['one of a list', () => listed('team', 'north', inList), undefined],
    ['none of a list, where none need be', () => optionalListed('locality', ' ', LIST), undefined],
    [
      'something else than in a list, where none need be',
      () => optionalListed('locality', 'north-east', LIST),
      'not-listed',
    ],
    ['one of a list, where none need be', () => optionalListed('locality', 'south', LIST), undefined],
    ['nothing ticked', () => choices('days', [], LIST), 'empty'],
    ['something ticked that is in no list', () => choices('days', ['north', 'up'], LIST), 'not-listed'],
    ['everything ticked', () => choices('days', LIST, LIST), undefined],
  ])('is told what is wrong with it, if anything is: %s', (_what, check, fault) => {
    expect(check().map((problem) => problem.fault)).toEqual(fault === undefined ? [] : [fault]);
  });
});
