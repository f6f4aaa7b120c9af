/**
 * The bot's front door. Nothing reaches the bot before it is known to come from Teams (a token of the Bot Framework, for
 * this bot and this address) and from an allowed tenant. Whoever is refused learns the status and nothing else.
 */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult, ServiceClientCredentialsFactory } from 'botframework-connector';
import { compactToken, isTimed } from '../entra/compact-token';
import { type BotIdentity, createBotCredentials } from './bot-credentials';
import { isObject, readActivity, tenantsOf } from './inbound-activity';

export interface SignInLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Where tokens come from and are checked; only as a whole: any one alone switches the SDK's own addresses off. */
export type Endpoints = Required<
  Pick<
    ConfigurationBotFrameworkAuthenticationOptions,
    | 'CallerId'
    | 'OAuthUrl'
    | 'ToBotFromChannelOpenIdMetadataUrl'
    | 'ToBotFromChannelTokenIssuer'
    | 'ToBotFromEmulatorOpenIdMetadataUrl'
    | 'ToChannelFromBotLoginUrl'
    | 'ToChannelFromBotOAuthScope'
    | 'ValidateAuthority'
  >
>;

export interface SignInNeeds {
  readonly signIn: BotIdentity;
  /** Empty: not asked. Only when anonymous. */
  readonly allowedTenants: readonly string[];
  readonly log: SignInLog;
  /** The public cloud's unless told otherwise. */
  readonly endpoints?: Endpoints;
  readonly credentials?: ServiceClientCredentialsFactory;
}

export interface Received {
  /** The header, or empty. */
  readonly authorization: string;
  /** The parsed body, whatever it is. */
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

type Refusal = { readonly refused: 'body' | 'channel' | 'token' | 'tenant' | 'address' | 'keys' };
type Admitted = { readonly authenticated: AuthenticateRequestResult; readonly activity: Activity };

/** What each refusal is answered with. `keys`: the token cannot be judged just now, and may be good. */
const STATUS: Record<Refusal['refused'], number> = {
  body: 400,
  channel: 401,
  token: 401,
  tenant: 403,
  address: 403,
  keys: 503,
};

/** The SDK's answer to an invoke of a kind nothing here takes. Whoever sent it is wrong; what is 500 and above is a fault of ours. */
const NOBODY_TAKES_IT = 501;

/** The botbuilder adapter, to post with and to receive with. */
export function createAdapter(needs: SignInNeeds): GuardedAdapter {
  return new GuardedAdapter(needs);
}

export class GuardedAdapter extends CloudAdapter {
  constructor(private readonly needs: SignInNeeds) {
    const credentials = needs.credentials ?? createBotCredentials(needs.signIn);
    super(new ConfigurationBotFrameworkAuthentication(needs.endpoints, credentials));
  }

  /**
   * One activity: refused, or handed to the bot. In place of `process`, which prints errors with the bodies they carry,
   * and tells them to the caller.
   */
  async receive(received: Received, logic: (context: TurnContext) => Promise<void>): Promise<Reply> {
    const admission = await this.admit(received);
    if ('refused' in admission) {
      this.needs.log.warn({ refused: admission.refused }, 'refused an activity');
      return { status: STATUS[admission.refused] };
    }
    try {
      // The result of the check goes on to the turn, so that it is made once.
      const reply = await this.processActivity(admission.authenticated, admission.activity, logic);
      if (reply?.status === NOBODY_TAKES_IT) return { status: STATUS.body };
      return reply ? { status: reply.status, body: reply.body as unknown } : { status: 200 };
    } catch (error) {
      this.needs.log.error({ err: error }, 'a turn failed');
      return { status: 500 };
    }
  }

  private async admit({ authorization, body }: Received): Promise<Admitted | Refusal> {
    const { signIn, allowedTenants } = this.needs;
    if (!isObject(body)) return { refused: 'body' };
    // 1. Only Teams: there alone is `from.aadObjectId` the work of Entra, not of the sender.
    if (signIn.kind !== 'anonymous' && body.channelId !== 'msteams') return { refused: 'channel' };
    // 2. Without an address the SDK would not compare it with the token's.
    if (typeof body.serviceUrl !== 'string' || !body.serviceUrl) return { refused: 'token' };
    // 3. The token. What is wrong with it is not told.
    if (signIn.kind !== 'anonymous' && !isSound(authorization)) return { refused: 'token' };
    const authenticated = await this.authenticate(body, authorization);
    if ('refused' in authenticated) return authenticated;
    // 4. Only from here on is it worth looking closer.
    const activity = readActivity(body);
    if (!activity) return { refused: 'body' };
    if (signIn.kind === 'anonymous' && !isOnLoopback(activity.serviceUrl)) return { refused: 'address' };
    if (allowedTenants.length > 0 && !isFromAny(allowedTenants, activity)) return { refused: 'tenant' };
    return { authenticated, activity };
  }

  private async authenticate(
    body: object,
    authorization: string,
  ): Promise<AuthenticateRequestResult | Refusal> {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(body as Activity, authorization);
    } catch (error) {
      if (!isAboutKeys(error)) return { refused: 'token' };
      this.needs.log.error({ err: error }, 'could not get the keys that tokens are checked with');
      return { refused: 'keys' };
    }
  }
}

/**
 * Everything the SDK throws at a token means no, also what it does not count as an authentication error (bad signatures).
 * But its keys may be out of reach: that is told by node-fetch's error, or by a status of 500.
 */
function isAboutKeys(error: unknown): boolean {
  const { name, statusCode } = error as { readonly name?: string; readonly statusCode?: number };
  return name === 'FetchError' || statusCode === 500;
}

/** What the SDK does not ask: it takes a token that never ends, too. */
function isSound(authorization: string): boolean {
  const sent = compactToken(authorization);
  return sent !== undefined && isTimed(sent.claims, Math.floor(Date.now() / 1000));
}

/** The activity names the tenant in two places: each must be allowed, and there must be one. */
function isFromAny(allowed: readonly string[], activity: Activity): boolean {
  const tenants = tenantsOf(activity);
  return tenants.length > 0 && tenants.every((tenant) => allowed.includes(tenant.toLowerCase()));
}

/** Where an anonymous bot would post its answers. */
function isOnLoopback(serviceUrl: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(serviceUrl).hostname);
}
