/** What every plain page has in common, and what is shown where the server says no. */
import { request as httpRequest } from 'node:http';
import { openOutsideOffice, type OutsideOffice } from './outside-office';
import { brokenTies } from '../markup';

describe('the plain pages', () => {
  let office: OutsideOffice;
  let form: string;
  beforeAll(async () => {
    office = await openOutsideOffice();
    form = await office.linkFor('hetty@school.example.org');
  });
  afterAll(() => office.close());

  const paths = (): readonly string[] => [
    '/request',
    '/request?risk=unsure',
    '/request/choose',
    '/request/start?risk=no',
    '/request/again',
    '/request/mailed',
    '/request/nobody-was-given-this',
    form,
    `${form}?risk=no`,
  ];

  it('run nothing, load nothing from elsewhere, are framed by nobody and kept by no browser', async () => {
    for (const path of paths()) {
      const { headers, body } = await office.opens(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('x-robots-tag')).toBe(
        path.startsWith('/request?') || path === '/request' ? null : 'noindex',
      );
      expect(body).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|https?:\/\//);
      expect(body).toMatch(/^<!doctype html><html lang="en-GB">/);
      expect(body.match(/<h1[\s>]/g)).toHaveLength(1);
      expect(brokenTies(body)).toEqual([]);
      expect(body).toContain('href="tel:03448008021"');
    }
  });

  it('serve their stylesheets to be kept until they change', async () => {
    const { body } = await office.opens('/request');
    const files = [...body.matchAll(/href="(\/request\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const answer = await office.opens(file);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
      expect(answer.headers.get('cache-control')).toContain('immutable');
    }
    expect((await office.opens('/request/assets/..%2fpages.ts')).status).toBe(404);
  });

  it.each([
    ['no such page', '/request/a/b', {}, 404],
    ['no such page of anybody', '/r/x/y/z', {}, 404],
    ['an address that is no address', '/request/%E0%A4%A', {}, 404],
    ['a token of any length', `/request/${'x'.repeat(5_000)}`, {}, 404],
    ['another way of asking', '/request', { method: 'DELETE' }, 404],
    [
      'something that is no form',
      '/request/link',
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' },
      422,
    ],
    [
      'a file',
      '/request/link',
      { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x--' },
      422,
    ],
    [
      'far too much',
      '/request/link',
      { method: 'POST', body: new URLSearchParams({ mail: 'a'.repeat(300_000) }) },
      413,
    ],
  ] as const)('say in plain words: %s', async (_what, path, init, status) => {
    const answer = await office.ask(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.body).toContain('href="/request"');
    expect(answer.body).not.toMatch(/stack|Error|restify/);
  });

  it('say so too where somebody sends without end and does not say how much', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const call = httpRequest(`${office.url}/request/link`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Transfer-Encoding': 'chunked' },
      });
      call.on('response', (response) => resolve(response.statusCode!));
      call.on('error', reject);
      for (let n = 0; n < 40; n += 1) call.write('a'.repeat(10_000));
      call.end();
    });
    expect(status).toBe(413);
  });

  it('leave other paths their bare answers', async () => {
    const { status, body } = await office.opens('/requests');
    expect([status, JSON.parse(body)]).toEqual([404, { error: 'Not Found' }]);
  });
});
