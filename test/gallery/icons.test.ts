/** The icons of the Teams app: drawn from their sources, and as Teams wants them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import manifest from '../../appPackage/manifest.json';
import { inChromium, launchChromium } from '../chromium';
import { drawIcon, type Icon, ICONS } from './icons';

const root = join(__dirname, '..', '..');
const NAMES = Object.keys(ICONS) as Icon[];

/** Red, green, blue and how opaque, from 0 to 255, pixel by pixel. */
type Pixels = readonly number[];

inChromium('the icons of the Teams app', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser?.close());

  async function pixelsOf(png: Buffer, size: number): Promise<Pixels> {
    const page = await browser.newPage();
    try {
      return await page.evaluate<Pixels>(`(async () => {
        const image = new Image();
        image.src = 'data:image/png;base64,${png.toString('base64')}';
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = ${size};
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return [...context.getImageData(0, 0, ${size}, ${size}).data];
      })()`);
    } finally {
      await page.close();
    }
  }

  const kept = (icon: Icon) =>
    pixelsOf(readFileSync(join(root, 'appPackage', manifest.icons[icon])), ICONS[icon]);
  const opaqueOf = (pixels: Pixels) => pixels.filter((_, n) => n % 4 === 3);

  it.each(NAMES)('are what their sources draw: %s', async (icon) => {
    const drawn = await pixelsOf(await drawIcon(browser, root, icon), ICONS[icon]);
    const pixels = await kept(icon);
    const apart = drawn.map((value, n) => Math.abs(value - pixels[n]!));
    // Another Chromium may smooth an edge another way.
    expect(apart.reduce((sum, each) => sum + each, 0) / apart.length).toBeLessThan(2);
  });

  it('have a colour to their edges, because Teams rounds the corners', async () => {
    expect(opaqueOf(await kept('color')).every((opaque) => opaque === 255)).toBe(true);
  });

  it('have an outline of nothing but white and nothing, with both in it', async () => {
    const pixels = await kept('outline');
    const seen = pixels.flatMap((_, n) =>
      n % 4 === 0 && pixels[n + 3]! > 0 ? [pixels.slice(n, n + 3)] : [],
    );
    expect(seen.every((colour) => colour.every((value) => value === 255))).toBe(true);
    const opaque = opaqueOf(pixels);
    expect([opaque.includes(255), opaque.filter((each) => each === 0).length > opaque.length / 2]).toEqual([
      true,
      true,
    ]);
  });
});
