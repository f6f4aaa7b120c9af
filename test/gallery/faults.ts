/**
 * What is wrong with how a card looks, found by measuring it in the page: too wide, cut off, too faint, nameless.
 * Measured, because a template cannot tell and people look at the narrow, dark and fullest card last.
 */

export interface LayoutFault {
  readonly fault: 'too wide' | 'cut off' | 'too faint' | 'no name';
  /** The text it is about, or what the element is. */
  readonly of: string;
  readonly measured: string;
}

/** WCAG 2.2, 1.4.3: text against what is behind it. */
export const LEAST_CONTRAST = 4.5;

/** `layoutFaults()`, for the page itself, of the card that is drawn there. */
export const FAULTS_IN_PAGE = String.raw`
  const channelsOf = (colour) => {
    const [r, g, b, alpha = 1] = (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
    return { rgb: [r, g, b], alpha };
  };
  const over = (top, alpha, ground) => top.map((channel, i) => channel * alpha + ground[i] * (1 - alpha));
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The colour behind an element: its own and its ancestors' grounds, one over the other. */
  function groundOf(element) {
    if (!element) return [255, 255, 255];
    const { rgb, alpha } = channelsOf(getComputedStyle(element).backgroundColor);
    return alpha === 1 ? rgb : over(rgb, alpha, groundOf(element.parentElement));
  }

  function contrastOf(element, pseudo) {
    const ground = groundOf(element);
    const { rgb, alpha } = channelsOf(getComputedStyle(element, pseudo).color);
    return contrast(over(rgb, alpha, ground), ground);
  }

  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const words = (element) => element.textContent.trim().replace(/\s+/g, ' ');

  /** Elements that have text of their own. */
  function withText(root) {
    return [...root.querySelectorAll('*')].filter((element) =>
      shown(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  }

  function nameOf(field) {
    const labelled = (field.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const texts = labelled.map((id) => document.getElementById(id)).concat([...(field.labels ?? [])]);
    return [field.getAttribute('aria-label') ?? '', ...texts.map((each) => (each ? words(each) : ''))].join(' ').trim();
  }

  function layoutFaults() {
    const card = document.querySelector('.ac-adaptiveCard');
    const edge = card.getBoundingClientRect().right;
    const found = [];
    const fault = (fault, of, measured) => found.push({ fault, of: of.slice(0, 80), measured });
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) fault('too wide', 'the page', scrollWidth + ' px in ' + clientWidth);
    for (const element of card.querySelectorAll('*'))
      if (shown(element) && element.getBoundingClientRect().right > edge + 0.5)
        fault('too wide', words(element) || element.tagName, element.getBoundingClientRect().right + ' px, the card ends at ' + edge);
    for (const element of withText(card)) {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      // An inline element has no width of its own; the block around it is measured.
      const box = clientWidth === 0 ? element.parentElement : element;
      if (box.scrollWidth > box.clientWidth + 1)
        fault('cut off', words(element), box.scrollWidth + ' px in ' + box.clientWidth);
      const seen = contrastOf(element);
      if (seen < LEAST_CONTRAST) fault('too faint', words(element), seen.toFixed(2) + ' : 1');
    }
    for (const field of card.querySelectorAll('input, textarea, select')) {
      if (!shown(field)) continue;
      if (nameOf(field) === '') fault('no name', field.outerHTML, 'a field');
      if (field.placeholder && contrastOf(field, '::placeholder') < LEAST_CONTRAST)
        fault('too faint', field.placeholder, contrastOf(field, '::placeholder').toFixed(2) + ' : 1');
      if (contrastOf(field) < LEAST_CONTRAST) fault('too faint', field.outerHTML, contrastOf(field).toFixed(2) + ' : 1');
    }
    return found;
  }
`.replaceAll('LEAST_CONTRAST', String(LEAST_CONTRAST));
