/** Chapters 9, 10, 11 and 12: tokens, OAuth, cryptography, TLS. */
import { absent, allAbsent, met, notMet, type Requirement, theirs } from './requirement';

const SERVER = 'Entra gives the tokens; here they are only read';
const NOT_A_CLIENT = 'nobody signs in here by OpenID Connect: Teams brings the token';

export const TOKENS: readonly Requirement[] = [
  met(
    '9.1.1',
    1,
    'signatures are checked before anything is believed',
    'test/web/sign-in.test.ts',
    'test/power/tokens.test.ts',
    'test/teams/sign-in.test.ts',
  ),
  met(
    '9.1.2',
    1,
    'one algorithm is taken, and not "none"',
    'src/entra/tokens.ts',
    'test/teams/sign-in.test.ts',
  ),
  met(
    '9.1.3',
    1,
    'keys come from the issuer that is set, not from the token',
    'src/entra/signing-keys.ts',
    'test/web/sign-in.test.ts',
  ),
  met(
    '9.2.1',
    1,
    'tokens count in their time alone',
    'test/web/sign-in.test.ts',
    'test/power/tokens.test.ts',
  ),
  met(
    '9.2.2',
    2,
    'a token for something else is none',
    'test/web/sign-in.test.ts',
    'test/power/tokens.test.ts',
  ),
  met(
    '9.2.3',
    2,
    'a token for somebody else is none',
    'test/web/sign-in.test.ts',
    'test/power/tokens.test.ts',
  ),
  theirs('9.2.4', 2, 'an issuer says for whom a token is', SERVER),

  met(
    '10.1.1',
    2,
    'tokens go where they are needed and nowhere else',
    'src/graph/client.ts',
    'test/graph/client.test.ts',
  ),
  absent('10.1.2', 2, 'answers of a sign-in belong to the question', NOT_A_CLIENT),
  ...allAbsent('10.2', [[2, 1, 2]], 'a client that is sent back with a code', NOT_A_CLIENT),
  met('10.3.1', 2, 'access tokens are for us', 'test/power/tokens.test.ts', 'test/web/sign-in.test.ts'),
  met('10.3.2', 2, 'what a token allows is what is allowed', 'test/power/tokens.test.ts'),
  met(
    '10.3.3',
    2,
    'people are known by what is never given to another',
    'src/web/tab/sign-in.ts',
    'src/power/callers.ts',
  ),
  theirs('10.3.4', 2, 'how strongly somebody signed in', 'Entra’s conditional access, set for the app there'),
  ...allAbsent(
    '10.4',
    [
      [1, 1, 5],
      [2, 6, 11],
    ],
    'an authorization server',
    SERVER,
  ),
  ...allAbsent('10.5', [[2, 1, 5]], 'an OpenID Connect client', NOT_A_CLIENT),
  ...allAbsent('10.6', [[2, 1, 2]], 'an OpenID provider', SERVER),
  ...allAbsent('10.7', [[2, 1, 3]], 'consent', SERVER),

  absent(
    '11.1.1',
    2,
    'keys are looked after by a written rule',
    'there is no key: infra/operations.md, "What runs out"',
  ),
  met('11.1.2', 2, 'there is a list of all cryptography', 'infra/threat-model.md'),
  met('11.2.1', 2, 'cryptography is Node’s own', 'src/azure/link-table.ts', 'src/azure/code-table.ts'),
  notMet(
    '11.2.2',
    2,
    'algorithms can be changed at any time',
    'links live for weeks at most, so that a new hash could be brought in with both read meanwhile; nothing is made ready for it',
  ),
  notMet(
    '11.2.3',
    2,
    'everything has 128 bits of security',
    'Entra signs with RSA of 2,048 bits (112); what is ours has 128 and more, a code of six digits apart',
  ),
  ...allAbsent(
    '11.3',
    [
      [1, 1, 2],
      [2, 3, 3],
    ],
    'encryption',
    'nothing is encrypted here; storage does it by itself',
  ),
  met('11.4.1', 1, 'good hashes alone', 'test/asvs/asvs.test.ts'),
  ...allAbsent('11.4', [[2, 2, 2]], 'passwords that are kept', 'there are none'),
  met('11.4.3', 2, 'hashes are long enough', 'src/azure/link-table.ts', 'src/ids.ts'),
  ...allAbsent('11.4', [[2, 4, 4]], 'keys from passwords', 'there are none'),
  notMet(
    '11.5.1',
    2,
    'what must not be guessed has 128 bits of chance',
    'links, drafts and secrets have; a code of six digits has not, and ends after five wrong ones',
  ),
  theirs(
    '11.6.1',
    2,
    'keys are made and used by good algorithms',
    'Entra makes and uses them; here RS256 is checked',
  ),

  met('12.1.1', 1, 'TLS 1.2 and 1.3 alone', 'infra/web.bicep', 'infra/storage.bicep'),
  theirs('12.1.2', 2, 'good ciphers alone', 'App Service and Azure Storage choose them'),
  absent('12.1.3', 2, 'certificates of clients', 'none is asked for'),
  met('12.2.1', 1, 'TLS for everything that comes in', 'infra/web.bicep', 'test/http/answers.test.ts'),
  theirs('12.2.2', 1, 'certificates that everybody trusts', 'App Service'),
  met(
    '12.3.1',
    2,
    'TLS for everything that goes out',
    'src/entra/safe-address.ts',
    'test/power/callback-address.test.ts',
    'infra/storage.bicep',
  ),
  met('12.3.2', 2, 'certificates are checked', 'test/power/calling-back.test.ts', 'test/asvs/asvs.test.ts'),
  ...allAbsent(
    '12.3',
    [[2, 3, 4]],
    'services of our own that talk to each other',
    'it is one process; storage is reached as from outside',
  ),
];
