/** Chapters 3 and 4: browsers, HTTP. */
import { allAbsent, met, notMet, type Requirement, theirs } from './requirement';

export const BROWSER: readonly Requirement[] = [
  met(
    '3.2.1',
    1,
    'nothing is shown as what it is not',
    'src/http/security-headers.ts',
    'test/http/answers.test.ts',
  ),
  met(
    '3.2.2',
    1,
    'text is put into pages as text',
    'src/web/tab/assets/tab.js',
    'test/web/in-chromium.test.ts',
  ),
  ...allAbsent(
    '3.3',
    [
      [1, 1, 1],
      [2, 2, 4],
    ],
    'cookies',
    'none is set, which test/http/answers.test.ts holds for every answer',
  ),
  met(
    '3.4.1',
    1,
    'browsers are told to come by https alone, for a year, with what is below',
    'test/http/answers.test.ts',
  ),
  met('3.4.2', 1, 'no other site may read answers', 'test/http/answers.test.ts'),
  met(
    '3.4.3',
    2,
    'a content policy that names what may be loaded',
    'test/http/answers.test.ts',
    'test/http/expected-headers.ts',
  ),
  met('3.4.4', 2, 'types are not guessed', 'test/http/answers.test.ts'),
  met('3.4.5', 2, 'no address is given away as a referrer', 'test/http/answers.test.ts'),
  met(
    '3.4.6',
    2,
    'nobody frames anything but the tab, and that Microsoft’s hosts alone',
    'test/http/answers.test.ts',
    'src/web/tab/headers.ts',
  ),
  met(
    '3.5.1',
    1,
    'no other site can act in somebody’s name',
    'src/http/cross-site.ts',
    'test/web/outside/every-page.test.ts',
  ),
  met(
    '3.5.2',
    1,
    'what relies on a question beforehand cannot be reached without it',
    'src/web/tab/sign-in.ts',
    'test/web/sign-in.test.ts',
  ),
  met('3.5.3', 1, 'opening a page does nothing', 'test/web/outside/every-page.test.ts'),
  theirs(
    '3.5.4',
    2,
    'other applications have other hosts',
    'whoever deploys it: infra/main.bicep makes a host for it alone',
  ),
  theirs(
    '3.5.5',
    2,
    'messages between windows are checked',
    'Microsoft’s teams-js, which takes them from its own hosts alone',
  ),
  met('3.7.1', 2, 'nothing that browsers have given up', 'test/web/outside/in-chromium.test.ts'),
  met(
    '3.7.2',
    2,
    'nobody is sent on to another site',
    'src/web/outside/plain-page.tsx',
    'test/power/where-it-leads.test.ts',
  ),

  met('4.1.1', 1, 'every answer says what it is, and in which characters', 'test/http/answers.test.ts'),
  notMet(
    '4.1.2',
    2,
    'only pages for people go from http to https by themselves',
    'App Service sends every address on alike (`httpsOnly`); tokens are checked behind it, and callers are given https addresses alone',
  ),
  met('4.1.3', 2, 'nobody can write what our proxies write', 'test/http/client-address.test.ts'),
  met('4.2.1', 2, 'where a message ends is beyond doubt', 'test/http/attacks.test.ts'),
  ...allAbsent('4.3', [[2, 1, 2]], 'GraphQL', 'there is none of it here'),
  ...allAbsent(
    '4.4',
    [
      [1, 1, 1],
      [2, 2, 4],
    ],
    'WebSockets',
    'whoever asks for one is cut off: test/http/attacks.test.ts',
  ),
];
