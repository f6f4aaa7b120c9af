/** What is printed on A4: wider than between its margins (178 mm), everything would be printed smaller. */
export const PAPER = { width: Math.floor((178 / 25.4) * 96), height: 1_000 } as const;

/** For the browser: everything that is too wide, with the beginning of its words. */
export const TOO_WIDE = `[...document.querySelectorAll('main *')]
  .filter((each) => each.getBoundingClientRect().right > ${PAPER.width} + 1 && !each.closest('.unseen') && !each.closest('svg svg *'))
  .map((each) => each.tagName + '.' + each.className + ': ' + each.textContent.slice(0, 60))`;
