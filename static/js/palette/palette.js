// @ts-check
/// <reference types="./palette.d.ts" />

// The palette: what is typed is answered at once from what the browser knows, then by the server. What one may be about to
// choose isn't moved by that, and no answer to an older text is shown. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
(() => {
  /** How long after a key nobody has seen yet what it found, in milliseconds: until then the server's order takes its place. */
  const UNSEEN_MS = 120;
  /** How long one may wait before it is said what for. */
  const QUIET_MS = 150;
  /** How long after a page came it is asked what is suggested there, in milliseconds. */
  const IDLE_MS = 800;
  const MOST = 30;

  /** What the browser knows. The commands hold for whoever is signed in, the records until something is changed. */
  const known = {
    profile: "",
    /** @type {PaletteCommand[]} */
    commands: [],
    /** @type {Map<string, PaletteItem>} */
    records: new Map(),
    /** What was suggested last, and where. @type {{ path: string, items: PaletteItem[] }} */
    suggested: { path: "", items: [] },
  };
  /** What keys do on the page, as it was when the palette was opened. @type {PageCommands} */
  let page = { chosen: [], page: [], everywhere: [] };
  /** @type {PaletteItem[]} */
  let shown = [];
  /** Whether one has gone to another row since one typed, and when that was. */
  let moved = false;
  let typedAt = 0;
  /** Whether what the browser found may be chosen, until the server has answered. */
  let sure = false;
  let asking = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  const dialog = () => /** @type {HTMLDialogElement} */ (document.getElementById("palette"));
  /** @param {string} selector @returns {HTMLElement} */
  const part = (selector) => /** @type {HTMLElement} */ (dialog().querySelector(selector));
  const field = () => /** @type {HTMLInputElement} */ (part(".palette-field input"));
  const list = () => part("#palette-items");
  const note = () => part("[data-note]");
  const profile = () => sentBy()["Backlog-Profile"] ?? "";
  const active = () => document.getElementById(field().getAttribute("aria-activedescendant") ?? "");

  /** @param {string} text */
  function say(text) {
    const place = part("[data-said]");
    if (place.textContent !== text) place.textContent = text;
  }

  /** Says below the field what there is in place of rows. @param {string} text @param {boolean} [again] */
  function tellBelow(text, again = false) {
    const place = note();
    place.hidden = text === "";
    place.replaceChildren(text);
    if (again) {
      const button = make("button", {
        type: "button",
        className: "button",
        textContent: "Try again",
      });
      button.dataset.again = "";
      place.append(button);
    }
    if (text) say(text);
  }

  /** @param {boolean} on */
  function wait(on) {
    clearTimeout(soon);
    list().ariaBusy = String(on);
    part("[data-wait]").hidden = true;
    if (on) {
      soon = setTimeout(() => {
        part("[data-wait]").hidden = false;
        if (!shown[0]) tellBelow(`Looking for “${field().value.trim()}”…`);
      }, QUIET_MS);
    }
  }

  /** With the keys that lead there. @param {PaletteItem} item @returns {PaletteItem} */
  function withKeys(item) {
    const keys = item.keys ??
      (item.id === "create.task" ? ["C"] : item.href ? keysTo(item.href) : undefined);
    return keys ? { ...item, keys } : item;
  }

  /** @param {PaletteItem[]} items @param {string} typed whether they are all that there is for it: then Enter chooses */
  function show(items, typed) {
    shown = items.map(withKeys);
    paletteRows.show(list(), shown);
    if (shown[0]) tellBelow("");
    else field().removeAttribute("aria-activedescendant");
    list().dataset.found = typed;
    paletteRows.take(list());
  }

  /** What stands there before anything is typed: what is selected first, then what the server suggests here, then the page. @param {PaletteItem[]} items */
  function suggested(items) {
    const first = items.filter(({ group }) => group === "Suggested");
    const rest = items.filter(({ group }) => group !== "Suggested");
    const many = selection.references().length > 0;
    return [
      ...many ? page.chosen : [],
      ...first,
      ...many ? [] : page.chosen,
      ...page.page,
      ...rest,
      ...page.everywhere,
    ];
  }

  const ofPage = () =>
    [...page.chosen, ...page.page, ...page.everywhere].flatMap((
      one,
    ) => [one, ...one.choices ?? []]);

  /** What the browser itself finds. @param {string} typed */
  function findHere(typed) {
    if (!typed) return suggested(known.suggested.items);
    const { commands, records } = known;
    const found = paletteRank.find(typed, { commands, records: [...records.values()] });
    return paletteRank.withPage(found, typed, ofPage());
  }

  /** @param {string} typed */
  function look(typed) {
    moved = false;
    typedAt = performance.now();
    const here = findHere(typed);
    shown = [];
    tellBelow("");
    // Without any, with more than a title of a task, or where it isn't known what comes first, Enter waits for the server
    const [first] = here;
    sure = Boolean(
      typed ? first && !(first.id === "create.task" && first.subtitle) : known.suggested.items[0],
    );
    show(here, sure ? typed : `${typed} `);
    if (first) list().scrollTop = 0;
    ask(typed);
  }

  /** @param {string} typed */
  async function ask(typed) {
    asking.abort();
    const { signal } = asking = new AbortController();
    wait(true);
    const query = new URLSearchParams({ q: typed, path: location.pathname, limit: String(MOST) });
    try {
      const answer = await fetch(`${dialog().dataset.asks}?${query}`, {
        headers: sentBy(),
        signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      if (!signal.aborted) take(typed, found);
    } catch (error) {
      if (!signal.aborted) fail(error instanceof Error ? error.message : "");
    }
  }

  /** What there was may be shown still; what couldn't be found is said. @param {string} status */
  function fail(status) {
    wait(false);
    const ended = status === "401";
    const why = ended
      ? "You are signed out. Load the page again to sign in."
      : "The server can't be reached, so this isn't all.";
    tellBelow(why, !ended);
  }

  /** @param {string} typed @param {PaletteAnswer} answer */
  function take(typed, { viewer, results, commands }) {
    wait(false);
    if (viewer.profileId !== profile()) {
      show([], typed);
      return tellBelow("Another tab went to another workspace. Load the page again to go there.");
    }
    if (commands[0]) known.commands = commands;
    for (const item of results) if (item.record && item.kind !== "action") remember(item);
    if (!typed) known.suggested = { path: location.pathname, items: results };
    const found = typed ? paletteRank.withPage(results, typed, ofPage()) : suggested(results);
    const stays = isSeen() ? shown.slice(0, at() + 1) : [];
    const kept = stays.map((one) => ({
      ...one,
      ...found.find(({ id }) => id === one.id),
      group: one.group,
    }));
    const ids = new Set(kept.map(({ id }) => id));
    const rest = found.filter(({ id }) => !ids.has(id));
    show(beside(kept, rest), typed);
    const many = shown.length;
    if (many === 0) tellBelow(`Nothing matches “${typed}”.`);
    else say(`${many} ${many === 1 ? "result" : "results"}.`);
  }

  /** Whether one has seen what is shown, so that it stays where it is. */
  const isSeen = () =>
    shown.length > 0 && (moved || (sure && performance.now() - typedAt > UNSEEN_MS));
  const at = () => Math.max(0, shown.findIndex(({ id }) => id === paletteRows.item(active())?.id));

  /** What stays, what belongs below its last heading, then all else. @param {PaletteItem[]} kept @param {PaletteItem[]} rest */
  function beside(kept, rest) {
    const group = kept.at(-1)?.group;
    const some = (/** @type {boolean} */ same) =>
      rest.filter((one) => (one.group === group) === same);
    return [...kept, ...some(true), ...some(false)];
  }

  /** @param {PaletteItem} item */
  const remember = (item) => known.records.set(item.id, paletteRows.home(item));

  function open() {
    mount();
    if (dialog().open) return true;
    if (known.profile !== profile()) {
      Object.assign(known, {
        profile: profile(),
        commands: [],
        suggested: { path: "", items: [] },
      });
      known.records.clear();
    }
    if (known.suggested.path !== location.pathname) known.suggested.items = [];
    page = pageCommands();
    field().value = "";
    dialog().showModal();
    field().focus();
    look("");
    return true;
  }

  /** @type {OpenedPalette["run"]} */
  function run(item) {
    const { press, command, input, menu } = item;
    if (press) press();
    else if (menu) openMenu(menu);
    else if (command) sendFields(dialog().dataset.runs ?? "", { act: "run", command, ...input });
  }

  /** A menu of the page of what one acts on, in the palette's place. @param {string} href */
  function openMenu(href) {
    const beside = document.getElementById("main") ?? document.body;
    const { activeElement } = document;
    const back = activeElement instanceof HTMLElement ? activeElement : null;
    const at = { x: (innerWidth - 320) / 2, y: innerHeight * 0.12 };
    document.dispatchEvent(new CustomEvent("open-menu", { detail: { href, beside, back, at } }));
  }

  globalThis.palette = {
    open,
    look,
    run,
    hold: () => moved = true,
    again: () => ask(field().value.trim()),
  };

  /** The answer to no text, before anybody asks: once a page is there. */
  async function prepare() {
    mount();
    if (!profile() || known.suggested.path === location.pathname || dialog().open) return;
    const query = new URLSearchParams({ path: location.pathname, limit: String(MOST) });
    const answer = await fetch(`${dialog().dataset.asks}?${query}`, { headers: sentBy() })
      .catch(() => null);
    if (!answer?.ok) return;
    /** @type {PaletteAnswer} */
    const { viewer, commands, results } = await answer.json();
    if (viewer.profileId !== profile()) return;
    Object.assign(known, { profile: profile(), commands });
    known.suggested = { path: location.pathname, items: results };
    for (const item of results) if (item.record && item.kind !== "action") remember(item);
  }

  /** It stands at the page's end, and comes again after what took the page's place: when it is opened, or a moment later. */
  function mount() {
    if (document.getElementById("palette")) return;
    const holder = make("template", { innerHTML: paletteMarkup });
    document.body.append(holder.content);
  }

  // What was changed, here or elsewhere, is asked for anew.
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "GET" || ctx.sourceElement.id === "live") known.records.clear();
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let idle;
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target !== document.body) return;
    clearTimeout(idle);
    idle = setTimeout(() => navigator.onLine && prepare(), IDLE_MS);
  });
  prepare();
})();
