/** Addresses, each thing broken. */
import { type Breakage, NOBODY_THERE } from './breakage';
import type { Surgery } from './surgery';

export const BROKEN_ADDRESSES: readonly Breakage[] = [
  {
    when: 'nobody answers at PUBLIC_URL',
    fails: ['public-url'],
    says: /PUBLIC_URL does not answer from here \(ECONNREFUSED\)\.\n.*firewall of PUBLIC_URL/,
    broken: (surgery) => leadTo(NOBODY_THERE, surgery),
  },
  {
    when: 'PUBLIC_URL does not speak TLS',
    fails: ['public-url'],
    says: /PUBLIC_URL does not answer from here \(ERR_SSL\w+\)\.\n.*the certificate/,
    broken: (surgery) => leadTo(surgery.settings['PUBLIC_URL']!.replace('http:', 'https:'), surgery),
  },
  {
    when: 'another version answers at PUBLIC_URL',
    fails: ['public-url'],
    says: /Version 0\.0\.0-former answers at PUBLIC_URL; here is .*\n.*swap the slots/,
    broken: async (surgery) => leadTo(await surgery.serve('0.0.0-former'), surgery),
  },
  {
    when: 'something else answers at PUBLIC_URL',
    fails: ['public-url'],
    says: 'Something else than the bot answers at PUBLIC_URL.',
    broken: (surgery) => leadTo(surgery.settings['API_ISSUER']!, surgery),
  },
  {
    when: 'nobody answers at API_ISSUER',
    fails: ['api-issuer'],
    says: 'API_ISSUER does not answer from here (ECONNREFUSED).',
    broken: ({ settings }) => void (settings['API_ISSUER'] = NOBODY_THERE),
  },
  {
    when: 'API_ISSUER is not what tokens carry',
    fails: ['api-issuer'],
    says: 'names another issuer, so every token would be refused',
    broken: ({ settings }) => void (settings['API_ISSUER'] += '/v1.0'),
  },
  {
    when: 'API_ISSUER is no issuer',
    fails: ['api-issuer'],
    says: 'API_ISSUER answered 404.',
    broken: ({ settings }) => void (settings['API_ISSUER'] = settings['PUBLIC_URL']!),
  },
];

/** Another PUBLIC_URL, which the subscription leads to as well. */
async function leadTo(url: string, { settings, subscription }: Surgery): Promise<void> {
  settings['PUBLIC_URL'] = url;
  await subscription.keep(url);
}
