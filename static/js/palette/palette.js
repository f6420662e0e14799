// @ts-check
/// <reference types="./palette.d.ts" />

// The palette: what is typed is answered at once from what the browser knows, then by the server. What one may be about to
// choose isn't moved by that, and no answer to an older text is shown. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
(() => {
  /** How long after a key nobody has seen yet what it found, in milliseconds: until then the server's order takes its place. */
  const UNSEEN_MS = 120;
  /** How long one may wait before it is said what for. */
  const QUIET_MS = 150;
  /** How long one doesn't type before the page beneath is covered, in milliseconds. */
  const REST_MS = 500;
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  /** How long after a page came it is asked what is suggested there, in milliseconds. */
  const IDLE_MS = 800;

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
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  const dialog = () => /** @type {HTMLDialogElement} */ (document.getElementById("palette"));
  /** @param {string} selector @returns {HTMLElement} */
  const part = (selector) => /** @type {HTMLElement} */ (dialog().querySelector(selector));
  const field = () => /** @type {HTMLInputElement} */ (part(".palette-field input"));
  const list = () => part("#palette-items");
  const note = () => part("[data-note]");
  /** Where it is found: the public site's launcher says where its pages are told. */
  const kind = () => paletteLauncher()?.dataset.pages ? "site" : "workspace";
  const source = () => paletteSources[kind()];
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
        const typed = field().value.trim();
        if (shown[0]) say("Searching…");
        else tellBelow(typed ? `Searching for “${typed}”…` : "Loading…");
      }, QUIET_MS);
    }
  }

  /** @param {PaletteItem[]} items @param {string} typed whether they are all that there is for it: then Enter chooses */
  function show(items, typed) {
    shown = items.map(withKeys);
    paletteRows.show(list(), shown);
    field().ariaExpanded = String(shown[0] !== undefined);
    if (shown[0]) tellBelow("");
    else field().removeAttribute("aria-activedescendant");
    list().dataset.found = typed;
    paletteRows.take(list());
  }

  /** @param {string} typed */
  function look(typed) {
    moved = false;
    typedAt = performance.now();
    clearTimeout(resting);
    resting = setTimeout(cover, REST_MS);
    const here = source().find(typed);
    shown = [];
    tellBelow("");
    say("");
    sure = source().isSure(typed, here);
    show(here, sure ? typed : `${typed} `);
    if (here[0]) list().scrollTop = 0;
    if (source().isWhole()) {
      asking.abort();
      wait(false);
      tellCount(typed);
    } else ask(typed);
  }

  /** @param {string} typed */
  async function ask(typed) {
    asking.abort();
    const { signal } = asking = new AbortController();
    wait(true);
    try {
      const answer = await source().ask(typed, signal);
      if (!signal.aborted) take(typed, answer);
    } catch {
      if (signal.aborted) return;
      wait(false);
      // What there was may be shown still
      tellBelow(source().away, true);
    }
  }

  /** @param {string} typed @param {PaletteFound} answer */
  function take(typed, { items, trouble }) {
    wait(false);
    if (trouble) {
      if (items) show(items, typed);
      return tellBelow(trouble);
    }
    const found = items ?? [];
    const stays = isSeen() ? shown.slice(0, at() + 1) : [];
    const kept = stays.map((one) => ({
      ...one,
      ...found.find(({ id }) => id === one.id),
      group: one.group,
    }));
    const ids = new Set(kept.map(({ id }) => id));
    const rest = found.filter(({ id }) => !ids.has(id));
    show(beside(kept, rest), typed);
    tellCount(typed);
  }

  /** @param {string} typed */
  function tellCount(typed) {
    const many = shown.length;
    if (many === 0) tellBelow(`No results for “${typed}”`);
    else say(`${many} ${many === 1 ? "result" : "results"}`);
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

  function open() {
    mount();
    if (dialog().open) return true;
    source().begin();
    field().value = "";
    part("[data-peeks]").hidden = !document.querySelector("#main[data-list]");
    // With its rows in it already the page is laid out once
    look("");
    if (document.querySelector("dialog[open]")) dialog().showModal();
    else dialog().show();
    if (document.querySelector("#toasts .toast")) raiseNews();
    field().focus();
    return true;
  }

  /** What can't be used while it is open: all else, unless something covers that already. @type {HTMLElement[]} */
  const covered = [];

  /** A browser that covers the page itself styles all of it anew before the palette is seen: here that waits until one rests. */
  function cover() {
    // Another page may have come meanwhile
    if (!document.querySelector("#palette[open]:not(:modal)")) return;
    for (const one of document.body.children) {
      const stays = one === dialog() || one.ariaLive;
      if (stays || !(one instanceof HTMLElement) || one.inert) continue;
      one.inert = true;
      covered.push(one);
    }
  }

  function uncover() {
    for (const one of covered.splice(0)) one.inert = false;
  }

  /** The focus goes back to what can be used again: not every browser tells a moment before. */
  function shut() {
    asking.abort();
    wait(false);
    uncover();
    dialog().close();
  }

  /** @type {OpenedPalette["leave"]} */
  function leave() {
    const kept = { typed: field().value.trim(), shown, at: at() };
    shut();
    return kept;
  }

  /** @type {OpenedPalette["comeBack"]} */
  function comeBack(kept) {
    if (!open()) return;
    field().value = kept.typed;
    look(kept.typed);
    show(kept.shown, kept.typed);
    paletteRows.point(list(), kept.at);
    moved = true;
  }

  /** @type {OpenedPalette["run"]} */
  function run(item) {
    const { press, command, input, menu } = item;
    if (press) press();
    else if (menu) openOver(menu);
    else if (command) sendFields(dialog().dataset.runs ?? "", { act: "run", command, ...input });
  }

  globalThis.palette = {
    source,
    focus: () => field().focus(),
    open,
    cover,
    look,
    run,
    shut,
    leave,
    comeBack,
    hold: () => moved = true,
    again: () => ask(field().value.trim()),
  };

  /** What nobody has asked for yet, once a page is there, with its rows: then opening it has none to make. */
  async function prepare() {
    if (!paletteLauncher()) return;
    mount();
    if (dialog().open) return;
    await source().prepare();
    whenIdle(() => {
      if (!document.getElementById("palette") || dialog().open) return;
      source().begin();
      paletteRows.show(list(), source().find("").map(withKeys));
    });
  }

  /** It stands at the page's end, and comes again after what took the page's place: when it is opened, or a moment later. */
  function mount() {
    const there = document.getElementById("palette");
    if (there?.dataset.of === kind()) return;
    there?.remove();
    const holder = make("template", { innerHTML: paletteMarkup[kind()] });
    document.body.append(holder.content);
    // Before the focus goes back to what is there
    dialog().addEventListener("beforetoggle", ({ newState }) => newState === "closed" && uncover());
  }
  // Before that is looked for otherwise
  addEventListener("close", ({ target }) => target === dialog() && uncover(), { capture: true });

  // A page that comes because its list is narrowed leaves it open, as it stands: not a sign-in in its place
  addEventListener("htmx:before:swap", ({ detail: { ctx, tasks } }) => {
    const page = tasks.find(({ target }) => target === document.body)?.fragment;
    if (ctx.sourceElement.id !== "text-filter" || !dialog()?.open) return;
    if (!page?.querySelector("#text-filter")) return;
    const place = make("dialog", { id: "palette" });
    place.setAttribute("hx-preserve", "");
    page.querySelector("body")?.append(place);
    // These come with the page
    for (const one of dialog().querySelectorAll("#announced, #told, #toasts")) {
      document.body.append(one);
    }
  });

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let idle;
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target !== document.body) return;
    if (dialog()?.open) {
      if (covered.length > 0) cover();
      // Not every browser leaves the focus where it is in what is moved
      if (!dialog().contains(document.activeElement)) field().focus();
    } else uncover();
    clearTimeout(idle);
    idle = setTimeout(() => navigator.onLine && prepare(), IDLE_MS);
  });
  prepare();
})();
