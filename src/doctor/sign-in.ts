/** Who the bot is to Microsoft, and what it was consented for the whole tenant. */
import { ANONYMOUS, consentedForAll, notConsented, TOKEN_NOT_TAKEN, TOKEN_UNREADABLE } from './advice';
import { type Check, failed, ok, type Outcome, skipped } from './check';
import { refusedWith } from './faults';
import type { Ground } from './ground';
import { readAccount } from './people';

/** Each with what takes it in. https://learn.microsoft.com/graph/permissions-reference */
const NEEDED = {
  'OnlineMeetings.ReadWrite.All': [],
  'GroupMember.Read.All': ['Group.Read.All', 'Directory.Read.All', 'GroupMember.ReadWrite.All'],
  'User.ReadBasic.All': ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'],
} as const satisfies Record<string, readonly string[]>;
const NEEDED_TO_INSTALL = {
  'TeamsAppInstallation.ReadWriteSelfForUser.All': ['TeamsAppInstallation.ReadWriteForUser.All'],
} as const satisfies Record<string, readonly string[]>;
/** RBAC for Applications adds to consents: what is scoped there must not be consented here. */
const TO_BE_SCOPED = /^(Calendars|Mail|MailboxSettings|MailboxItem|MailboxFolder)\./;

export const SIGN_IN: readonly Check[] = [
  {
    name: 'sign-in',
    run: async (ground) => ((await tokenFor(ground)) === undefined ? skipped(ANONYMOUS) : ok()),
  },
  {
    name: 'permissions',
    needs: ['sign-in'],
    async run(ground) {
      const token = await tokenFor(ground);
      if (token === undefined) return skipped(ANONYMOUS);
      const consented = rolesIn(token);
      return consented ? judged(consented, ground) : skipped(TOKEN_UNREADABLE);
    },
  },
  {
    name: 'graph',
    needs: ['sign-in'],
    async run({ graph, config: { organiser } }) {
      try {
        await readAccount(graph, organiser);
        return ok();
      } catch (error) {
        const status = refusedWith(error);
        if (status === 401) return failed(TOKEN_NOT_TAKEN);
        // Whatever else it refuses, it was reached; what is refused is the next checks' business.
        if (status !== undefined && status < 500 && status !== 429) return ok();
        throw error;
      }
    },
  },
];

async function tokenFor({ credentials, config: { graphUrl } }: Ground): Promise<string | undefined> {
  if (!credentials) return undefined;
  const scope = `${new URL(graphUrl).origin}/.default`;
  const token = await credentials.app.getToken(scope);
  if (!token) throw new Error('Expected Microsoft Entra to give a token, got none');
  return token.token;
}

function judged(consented: readonly string[], { config: { teamsAppId } }: Ground): Outcome {
  const needed: readonly (readonly [string, readonly string[]])[] = Object.entries({
    ...NEEDED,
    ...(teamsAppId !== undefined && NEEDED_TO_INSTALL),
  });
  const forAll = consented.filter((name) => TO_BE_SCOPED.test(name));
  if (forAll.length > 0) return failed(consentedForAll(forAll));
  const missing = needed.filter(([name, wider]) => ![name, ...wider].some((one) => consented.includes(one)));
  return missing.length > 0 ? failed(notConsented(missing.map(([name]) => name))) : ok();
}

/** The application permissions in the token; undefined where it does not show them. It is looked at, not trusted. */
function rolesIn(token: string): readonly string[] | undefined {
  const [, payload = ''] = token.split('.');
  try {
    const { roles = [] } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { roles?: string[] };
    return roles;
  } catch {
    return undefined; // an opaque token: said so by whoever asked
  }
}
