/** Addresses people and programs are sent to, asked for as they would ask. */
import { isWord } from '../fault-report';
import {
  answeredWith,
  noKeys,
  NOT_HTTPS,
  notOurs,
  notSet,
  otherIssuer,
  otherVersion,
  unreachable,
} from './advice';
import { type Check, failed, ok, type Outcome, skipped } from './check';
import { type CheckName, remedyOf } from './wording';

const TIMEOUT_MS = 10_000;

export const ADDRESSES: readonly Check[] = [
  {
    name: 'public-url',
    async run({ config: { publicUrl }, version }) {
      if (publicUrl === undefined) return skipped(notSet('PUBLIC_URL'));
      const read = await readJson('public-url', 'PUBLIC_URL', `${publicUrl}/health/live`);
      if ('outcome' in read) return read.outcome;
      const { live, version: there } = read.json as { live?: unknown; version?: unknown };
      if (live !== true) return failed({ why: notOurs, remedy: remedyOf('public-url') });
      if (there !== version)
        return failed(otherVersion(typeof there === 'string' ? there.slice(0, 20) : 'unknown', version));
      return publicUrl.startsWith('https:') ? ok() : ok(NOT_HTTPS);
    },
  },
  {
    name: 'api-issuer',
    async run({ config: { api } }) {
      if (!api) return skipped(notSet('API_ISSUER'));
      const address = `${api.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
      const read = await readJson('api-issuer', 'API_ISSUER', address);
      if ('outcome' in read) return read.outcome;
      const { issuer, jwks_uri: keys } = read.json as { issuer?: unknown; jwks_uri?: unknown };
      if (typeof keys !== 'string') return failed(noKeys);
      return issuer === api.issuer ? ok() : failed(otherIssuer);
    },
  },
];

/** An object, or why there is none. Not led elsewhere: what people are told to call has to answer itself. */
async function readJson(
  name: CheckName,
  setting: string,
  address: string,
): Promise<{ readonly json: object } | { readonly outcome: Outcome }> {
  const remedy = remedyOf(name);
  let response: Response;
  try {
    response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    return { outcome: failed({ why: unreachable(setting, codeOf(error)), remedy }) };
  }
  if (!response.ok) return { outcome: failed({ why: answeredWith(setting, response.status), remedy }) };
  const json: unknown = await response.json().catch(() => undefined); // then it is none of ours
  return { json: typeof json === 'object' && json !== null ? json : {} };
}

/** Such as ENOTFOUND, ECONNREFUSED or CERT_HAS_EXPIRED. */
function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  return [cause?.code, name].find(isWord) ?? 'no answer';
}
