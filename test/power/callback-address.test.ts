import { callbackAddress, isPublic, mayBeCalled } from '../../src/power/callback-address';

const rules = { hosts: ['*.logic.azure.com', 'hooks.flows.example'] };
const onThisMachine = { ...rules, loopback: true };
const FLOW =
  'https://prod-21.uksouth.logic.azure.com:443/workflows/0a1b/triggers/manual/paths/invoke?sig=a%2Fb';

function judged(text: string, by: typeof rules = rules): string {
  const checked = callbackAddress(text, by);
  return 'refused' in checked ? checked.refused : 'taken';
}

describe('An address to be called back', () => {
  it.each([
    FLOW,
    FLOW.replace(':443', ''),
    'https://hooks.flows.example/a',
    'https://HOOKS.flows.example',
    'https://logic.azure.com.logic.azure.com/',
  ])('is taken: %s', (text) => {
    expect(judged(text)).toBe('taken');
  });

  it.each([
    ['is none', ''],
    ['is none', 'hooks.flows.example/a'],
    ['is none', 'https://'],
    ['is not encrypted', 'http://hooks.flows.example/a'],
    ['is of something else than the web', 'ftp://hooks.flows.example/a'],
    ['is of something else than the web', 'file:///etc/hostname'],
    ['is of something else than the web', 'javascript:alert(1)'],
    ['has a name and password', 'https://me:secret@hooks.flows.example/a'],
    ['has a name', 'https://me@hooks.flows.example/a'],
    ['has a fragment', 'https://hooks.flows.example/a#b'],
    ['has an empty fragment', 'https://hooks.flows.example/a#'],
    ['is at another port', 'https://hooks.flows.example:8443/a'],
    ['is at another port', 'https://hooks.flows.example:22/a'],
    ['is at the port of http', 'https://hooks.flows.example:80/a'],
    ['has a space', 'https://hooks.flows.example/a b'],
    ['has a line break', 'https://hooks.flows.example/a\r\nHost: elsewhere'],
    ['has a tab in its name', 'https://hooks.flo\tws.example/a'],
    ['has a backslash', 'https://hooks.flows.example\\@elsewhere.example/'],
    ['is far too long', `https://hooks.flows.example/${'a'.repeat(4_000)}`],
  ])('is refused where it %s', (_what, text) => {
    expect(judged(text)).toBe('address');
  });

  it.each([
    ['is elsewhere', 'https://elsewhere.example/a'],
    ['is above what may be below', 'https://logic.azure.com/a'],
    ['only ends like it', 'https://evil-logic.azure.com.example/a'],
    ['only ends like it', 'https://evillogic.azure.com/a'],
    ['only begins like it', 'https://hooks.flows.example.elsewhere.example/a'],
    ['is below what is not open below', 'https://a.hooks.flows.example/'],
    ['ends in a dot', 'https://hooks.flows.example./a'],
    ['is a number', 'https://169.254.169.254/metadata'],
    ['is a number in other clothes', 'https://0x7f.1/'],
    ['is a number of version 6', 'https://[::1]/'],
    ['is this machine', 'https://localhost/'],
    ['looks alike', 'https://hooks.flοws.example/'],
  ])('is refused where its host %s', (_what, text) => {
    expect(judged(text)).toBe('host');
  });

  it('is on this machine only where that was set, and then at every port, without encryption too', () => {
    const here = ['http://127.0.0.1:4000/a', 'https://localhost:4000/a', 'http://[::1]:4000/'];
    for (const text of here) {
      expect(judged(text, onThisMachine)).toBe('taken');
      expect(judged(text)).not.toBe('taken');
    }
    expect(judged('http://127.0.0.2/', onThisMachine)).toBe('address');
    expect(judged('http://hooks.flows.example/', onThisMachine)).toBe('address');
    expect(judged('ftp://localhost/', onThisMachine)).toBe('address');
  });
});

describe('Where a name leads', () => {
  it.each(['20.49.104.1', '93.184.216.34', '2603:1020:700::1', '2a01:111::1'])(
    'is public at %s',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.0.3'],
    ['this machine', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '192.168.1.1'],
    ['the link, where clouds tell their secrets', '169.254.169.254'],
    ['the platform of Azure', '168.63.129.16'],
    ['a provider’s own network', '100.64.0.1'],
    ['what is kept for measuring', '198.18.0.1'],
    ['what is kept for documents', '192.0.2.1'],
    ['what is kept for protocols', '192.0.0.8'],
    ['many at once', '224.0.0.1'],
    ['everybody', '255.255.255.255'],
    ['what is kept for later', '240.0.0.1'],
    ['this machine', '::1'],
    ['nowhere', '::'],
    ['the link', 'fe80::1'],
    ['the link, with a zone', 'fe80::1%eth0'],
    ['a private network', 'fd00::1'],
    ['a private network of old', 'fec0::1'],
    ['many at once', 'ff02::1'],
    ['version 4 in version 6', '::ffff:10.0.0.1'],
    ['version 4 in version 6, a public one too', '::ffff:93.184.216.34'],
    ['version 4 in version 6 as of old', '::7f00:1'],
    ['version 4 through a translator', '64:ff9b::a9fe:a9fe'],
    ['version 4 through a translator of one’s own', '64:ff9b:1::a00:1'],
    ['version 4 through 6to4', '2002:a00:1::1'],
    ['version 4 through Teredo', '2001::1'],
    ['documents', '2001:db8::1'],
    ['what is not given out', '4000::1'],
    ['no address', ''],
    ['no address', 'hooks.flows.example'],
  ])('is not public where that is %s: %s', (_what, address) => {
    expect(isPublic(address)).toBe(false);
  });

  it('may be called only where all of its addresses may, of which there is one at least', () => {
    const url = new URL('https://hooks.flows.example/');
    expect(mayBeCalled(url, ['93.184.216.34', '20.49.104.1'], rules)).toBe(true);
    expect(mayBeCalled(url, ['93.184.216.34', '10.0.0.1'], rules)).toBe(false);
    expect(mayBeCalled(url, [], rules)).toBe(false);
    expect(mayBeCalled(url, ['127.0.0.1'], onThisMachine)).toBe(false);
  });

  it('may, on this machine, lead to this machine and nowhere else', () => {
    const here = new URL('http://localhost:4000/');
    expect(mayBeCalled(here, ['127.0.0.1', '::1'], onThisMachine)).toBe(true);
    expect(mayBeCalled(here, ['93.184.216.34'], onThisMachine)).toBe(false);
    expect(mayBeCalled(here, ['10.0.0.1'], onThisMachine)).toBe(false);
  });
});
