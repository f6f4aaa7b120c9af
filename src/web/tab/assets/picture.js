/**
 * A chart as a PNG: its SVG with the colours it has in the theme worn, below its title and what it says, so that it speaks for
 * itself wherever it is pasted.
 */
(() => {
  'use strict';
  const SCALE = 2;
  const EDGE = 24;
  const LINE = 22;
  const FONT = '"Segoe UI", "Liberation Sans", sans-serif';

  window.jagsPicture = async (chart) => {
    const svg = chart.querySelector('svg');
    const { width, height } = svg.viewBox.baseVal;
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    const text = lines(pen, chart.dataset.text ?? '', width);
    const top = EDGE + LINE * (text.length + 1) + EDGE / 2;
    canvas.width = (width + 2 * EDGE) * SCALE;
    canvas.height = (top + height + EDGE) * SCALE;
    const { ground, ink } = colours(chart);
    pen.scale(SCALE, SCALE);
    pen.fillStyle = ground;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = ink;
    pen.textBaseline = 'top';
    pen.font = `600 18px ${FONT}`;
    pen.fillText(chart.dataset.title ?? '', EDGE, EDGE);
    pen.font = `14px ${FONT}`;
    text.forEach((line, n) => pen.fillText(line, EDGE, EDGE + LINE * (n + 1) + 6));
    pen.drawImage(await imageOf(svg, width, height), EDGE, top, width, height);
    return new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  };

  function colours(chart) {
    const style = window.getComputedStyle(chart);
    return { ground: style.getPropertyValue('--ground').trim(), ink: style.color };
  }

  function lines(pen, text, width) {
    pen.font = `14px ${FONT}`;
    const found = [];
    for (const word of text.split(' ')) {
      const longer = found.length > 0 ? `${found[found.length - 1]} ${word}` : word;
      if (found.length > 0 && pen.measureText(longer).width <= width) found[found.length - 1] = longer;
      else found.push(word);
    }
    return found;
  }

  /** A picture knows nothing of the page: names of colours become colours, and the letters are told. */
  async function imageOf(svg, width, height) {
    const copy = svg.cloneNode(true);
    const style = window.getComputedStyle(svg);
    for (const element of copy.querySelectorAll('*'))
      for (const name of ['fill', 'stroke']) {
        const variable = /^var\((--[a-z-]+)\)$/.exec(element.getAttribute(name) ?? '')?.[1];
        if (variable) element.setAttribute(name, style.getPropertyValue(variable).trim());
      }
    copy.setAttribute('width', String(width * SCALE));
    copy.setAttribute('height', String(height * SCALE));
    copy.setAttribute('font-family', FONT);
    const markup = new window.XMLSerializer().serializeToString(copy);
    const url = window.URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
    try {
      const image = new window.Image();
      image.src = url;
      await image.decode();
      return image;
    } finally {
      window.URL.revokeObjectURL(url);
    }
  }
})();
