/** The language of the flows, as strict as Power Automate is with it. */
import { evaluated, type Surroundings } from './evaluate';
import { type Json, NotSupported } from './functions';

const AROUND: Surroundings = {
  trigger: { body: { list: [1, 2], name: "O'Example" } },
  outputs: (action) => (action === 'Skipped' ? null : { body: { a: { b: 'c' } }, statusCode: 200 }),
  parameter: (name) => `value of ${name}`,
};
const value = (text: string) => evaluated(text, AROUND);

describe('an expression', () => {
  it.each<[string, Json]>([
    ['plain words', 'plain words'],
    ['@@handle', '@handle'],
    ["@triggerBody()?['list']", [1, 2]],
    ["@triggerBody()?['list'][1]", 2],
    ["@{triggerBody()?['name']} and @{triggerBody()?['list']}", "O'Example and [1,2]"],
    ["@concat('it''s ', triggerBody()['name'])", "it's O'Example"],
    ["@body('Get')?['a']?['b']", 'c'],
    ["@body('Get')?['x']?['y']", null],
    ["@body('Skipped')?['a']", null],
    ["@outputs('Get')?['statusCode']", 200],
    ["@coalesce(null, '', 'x')", ''],
    ["@if(empty(''), 'nothing', 'something')", 'nothing'],
    ['@json(\'{"a": [true]}\')', { a: [true] }],
    ["@{parameters('Form (jags_FormId)')}", 'value of Form (jags_FormId)'],
    ["@{concat('}', '')}", '}'],
    [
      "@convertFromUtc('2026-06-03T23:30:00Z', 'GMT Standard Time', 'dddd d MMMM yyyy')",
      'Thursday 4 June 2026',
    ],
    ['@string(json(\'{"a":1}\'))', '{"a":1}'],
  ])('%s', (text, expected) => expect(value(text)).toEqual(expected));

  it('is evaluated wherever it stands in an object', () => {
    expect(evaluated({ a: ["@triggerBody()?['list']", { b: '@true' }] }, AROUND)).toEqual({
      a: [[1, 2], { b: true }],
    });
  });

  it.each([
    ["@triggerBody()['nothing']", 'Expected nothing among list, name'],
    ["@triggerBody()?['nothing']['more']", 'got null'],
    ["@triggerBody()?['name']?['first']", 'got a string'],
    ['@trim(null)', 'Expected a text, got null'],
    ['@length(null)', 'Expected an object, got null'],
    // Both ways of an if are gone.
    ["@if(true, 'x', json(''))", 'JSON'],
    ["@not('true')", 'Expected true or false'],
    ["@concat('x'", '")" after'],
    ["@concat('x') + 1", 'Expected an expression'],
  ])('%s fails as it would there', (text, fault) => expect(() => value(text)).toThrow(fault));

  it.each(["@xpath('x', 'y')", "@toUpper('x')", "@trim('x', 'y')", '@item()'])(
    '%s is refused, because nobody has tried it',
    (text) => expect(() => value(text)).toThrow(NotSupported),
  );
});
