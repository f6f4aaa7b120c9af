import fc from 'fast-check';
import { clientAddress } from '../../src/http/client-address';

const SOCKET = '203.0.113.9';
const from = (header: string | undefined, proxies: number, socket: string | undefined = SOCKET) =>
  clientAddress(header === undefined ? {} : { 'x-forwarded-for': header }, socket, proxies);

describe('Where somebody comes from', () => {
  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
    ['2001:0DB8:0000:0001::7', '2001:db8:0:1::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
    ['1:2:3::192.0.2.33', '1:2:3:0::/64'],
  ])('is read from the connection: %s', (socket, address) => {
    expect(from(undefined, 0, socket)).toBe(address);
  });

  it('is the connection where no proxy stands before the bot, whatever the header says', () => {
    expect(from('198.51.100.1', 0)).toBe(SOCKET);
  });

  it.each<[string, number, string]>([
    ['198.51.100.1', 1, '198.51.100.1'],
    ['198.51.100.1:50123', 1, '198.51.100.1'],
    ['[2001:db8:0:1::7]:50123', 1, '2001:db8:0:1::/64'],
    ['[2001:db8:0:1::7]', 1, '2001:db8:0:1::/64'],
    ['192.0.2.66, 198.51.100.1', 1, '198.51.100.1'],
    ['192.0.2.66, 198.51.100.1,  203.0.113.4:80 ', 2, '198.51.100.1'],
    ['192.0.2.66,192.0.2.67,198.51.100.1,203.0.113.4,203.0.113.5', 3, '198.51.100.1'],
  ])('is the entry our own proxies stand for: %s with %i', (header, proxies, address) => {
    expect(from(header, proxies)).toBe(address);
  });

  it.each<[string | undefined, number]>([
    [undefined, 1],
    ['', 1],
    ['198.51.100.1', 2],
    ['198.51.100.1, unknown', 1],
    ['198.51.100.1, ', 1],
    ['198.51.100.1, 999.1.1.1', 1],
    ['198.51.100.1, _hidden', 1],
    ['198.51.100.1, [2001:db8', 1],
  ])('is the connection where the header is not as they leave it: %j with %i', (header, proxies) => {
    expect(from(header, proxies)).toBe(SOCKET);
  });

  it('is empty when the connection has gone', () => {
    expect(clientAddress({}, undefined, 0)).toBe('');
  });

  it('cannot be chosen by whatever somebody writes into the header themselves', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 3 }), (written, proxies) => {
        const ours = ['198.51.100.1', '203.0.113.4', '203.0.113.5'].slice(0, proxies);
        expect(from([written, ...ours].join(', '), proxies)).toBe('198.51.100.1');
      }),
    );
  });

  it('is one for a whole subscriber of IPv6, and another for the next', () => {
    const part = fc.integer({ min: 0, max: 0xffff });
    const parts = (length: number) => fc.array(part, { minLength: length, maxLength: length });
    const address = (numbers: readonly number[]) => numbers.map((each) => each.toString(16)).join(':');
    fc.assert(
      fc.property(parts(4), parts(4), parts(4), parts(4), (net, one, other, elsewhere) => {
        const at = (...numbers: number[]) => from(undefined, 0, address(numbers));
        expect(at(...net, ...one)).toBe(at(...net, ...other));
        expect(at(...net, ...one) === at(...elsewhere, ...one)).toBe(address(net) === address(elsewhere));
      }),
    );
  });
});
