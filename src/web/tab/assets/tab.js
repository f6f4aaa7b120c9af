/**
 * The tab's own script, in the browser: gets the token that every request carries, wears the theme of Teams, and says to
 * screen readers what htmx has changed.
 */
(() => {
  'use strict';
  const { body, documentElement: page } = document;
  const words = JSON.parse(body.dataset.words);
  const signInAt = body.dataset.signIn;
  const KEPT = 'jags-tab-token';
  const trouble = document.getElementById('trouble');
  const said = document.getElementById('said');
  let linkedPart = '';
  /** A promise, so that requests made before it is there wait for it. */
  let token = getToken();

  // ---- Who one is

  /** From Teams; or, where the bot names a sign-in on this machine, from there. */
  async function getToken({ anew = false } = {}) {
    if (signInAt) return sandboxToken(anew);
    if (window.parent === window && !window.nativeInterface) throw new Error(words.outsideTeams);
    try {
      await loadTeams();
      await microsoftTeams.app.initialize();
      await wearTeams();
      return await microsoftTeams.authentication.getAuthToken();
    } catch {
      throw new Error(words.noSignIn);
    }
  }

  /** Only in Teams: it asks Microsoft for a list as soon as it is there, which our pages may not, and has its own. */
  async function loadTeams() {
    if (window.microsoftTeams) return;
    const script = Object.assign(document.createElement('script'), { src: body.dataset.teams });
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    });
  }

  function sandboxToken(anew) {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given) {
      sessionStorage.setItem(KEPT, given);
      history.replaceState(history.state, '', location.pathname + location.search);
    }
    if (anew) sessionStorage.removeItem(KEPT);
    const kept = sessionStorage.getItem(KEPT);
    if (kept) return kept;
    location.assign(`${signInAt}?redirect=${encodeURIComponent(location.href)}`);
    return new Promise(() => {});
  }

  // Nothing is asked for before there is a token to ask with.
  document.addEventListener('htmx:confirm', (event) => {
    event.preventDefault();
    token.then(
      () => event.detail.issueRequest(true),
      (error) => complain(error.message),
    );
  });
  let current = '';
  token.then(
    (value) => (current = value),
    () => {},
  );
  document.addEventListener('htmx:configRequest', ({ detail }) => {
    detail.headers.Authorization = `Bearer ${current}`;
  });

  /** Refused once: the token may have grown old, so the same is asked again with a new one. */
  document.addEventListener('htmx:beforeSwap', ({ detail }) => {
    const { xhr, requestConfig } = detail;
    if (xhr.status !== 401 || requestConfig.headers['X-Again']) return;
    detail.shouldSwap = false;
    detail.isError = false;
    token = getToken({ anew: true });
    token.then(
      (value) => {
        current = value;
        const { verb, path, elt, target, parameters } = requestConfig;
        const select = elt.getAttribute('hx-select');
        htmx.ajax(verb, path, {
          source: elt,
          target,
          values: parameters,
          headers: { 'X-Again': '1' },
          ...(select && { select }),
        });
      },
      (error) => complain(error.message),
    );
  });

  // ---- The first page, and going back

  const load = () => htmx.ajax('GET', location.pathname + location.search, { target: '#main' });
  document.addEventListener('DOMContentLoaded', () =>
    token.then(
      () => {
        // A card's link into Teams names the part of the tab it means, such as "requests/7qf3k2m9".
        if (/^[a-z]+(\/[a-z0-9-]+)*$/.test(linkedPart)) history.replaceState(null, '', `/tab/${linkedPart}`);
        return load();
      },
      (error) => complain(error.message),
    ),
  );
  // Pages are not kept in the browser: whoever goes back gets them as they are now, and with a token.
  document.addEventListener('htmx:historyCacheMiss', (event) => {
    event.preventDefault();
    load();
  });

  // ---- What people are told

  function complain(text) {
    trouble.textContent = text;
  }
  document.addEventListener('htmx:beforeRequest', () => (trouble.textContent = ''));
  document.addEventListener('htmx:responseError', () => complain(words.failed));
  for (const event of ['htmx:sendError', 'htmx:timeout'])
    document.addEventListener(event, () => complain(words.unreachable));

  /** Goes to what is new: the heading of another page, or what was wrong or done on this one. */
  document.addEventListener('htmx:afterSettle', ({ detail: { target, xhr } }) => {
    const part = new window.DOMParser().parseFromString(xhr?.responseText ?? '', 'text/html');
    said.textContent = part.querySelector('[data-said]')?.dataset.said ?? '';
    if (target?.id !== 'main') return;
    const first = target.querySelector('[data-focus]') ?? target.querySelector('h1');
    first?.focus();
  });

  /** A file is asked for with the token too, and then handed to the browser: `<a data-download>`. */
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('a[data-download]');
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      void download(link.href).catch(() => complain(words.failed));
    },
    true,
  );

  /** The same from a form, `<form method="post" data-download>`: whom it is about is then in no address. */
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target.closest?.('form[data-download]');
      if (!form) return;
      event.preventDefault();
      event.stopPropagation();
      const sent = { method: 'POST', body: new URLSearchParams(new window.FormData(form)) };
      void download(form.action, sent).catch(() => complain(words.failed));
    },
    true,
  );

  async function download(address, sent = {}) {
    const headers = () => ({ Authorization: `Bearer ${current}`, 'HX-Request': 'true' });
    await token;
    let answer = await fetch(address, { ...sent, headers: headers() });
    if (answer.status === 401) {
      token = getToken({ anew: true });
      current = await token;
      answer = await fetch(address, { ...sent, headers: headers() });
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
    save(await answer.blob(), name ?? '');
  }

  function save(blob, name) {
    const url = window.URL.createObjectURL(blob);
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => window.URL.revokeObjectURL(url), 60_000);
  }

  /** A chart as a picture, `<button data-picture="id" data-file="name">`; and the page on paper, `<button data-print>`. */
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('button[data-picture]');
    const chart = button && document.getElementById(button.dataset.picture);
    if (chart)
      window.jagsPicture(chart).then(
        (blob) => save(blob, button.dataset.file),
        () => complain(words.failed),
      );
    if (target.closest?.('button[data-print]')) window.print();
  });

  /** A chosen file goes as text into a field, `<input type="file" data-read-into="id">`: no request is more than a form. */
  document.addEventListener('change', async ({ target }) => {
    const field = document.getElementById(target.dataset?.readInto ?? '');
    const [file] = target.files ?? [];
    if (!field || !file) return;
    const bytes = await file.arrayBuffer();
    try {
      field.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // As older spreadsheets of Windows save it.
      field.value = new TextDecoder('windows-1252').decode(bytes);
    }
  });

  // ---- The theme

  function wear(theme) {
    page.dataset.theme = theme === 'dark' || theme === 'contrast' ? theme : 'default';
  }
  async function wearTeams() {
    microsoftTeams.app.registerOnThemeChangeHandler(wear);
    const { app, page } = await microsoftTeams.app.getContext();
    wear(app.theme);
    linkedPart = page?.subPageId ?? '';
  }
  if (signInAt || window.parent === window) {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => wear(dark.matches ? 'dark' : 'default');
    follow();
    dark.addEventListener('change', follow);
  }
})();
