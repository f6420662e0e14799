// @ts-check
/// <reference types="./palette.d.ts" />

// The palette shows local results for typed text immediately, then the server's. Later results don't move a visible row,
// and results for older text never appear. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
(() => {
  /** How long local results count as unseen, in milliseconds. Until then, the server's order replaces theirs. */
  const UNSEEN_MS = 120;
  /** The delay before the palette shows that it is loading. */
  const QUIET_MS = 150;
  /** The pause in typing before the page below is covered, in milliseconds. */
  const REST_MS = 500;
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  /** The delay after a page loads before its suggestions are requested, in milliseconds. */
  const IDLE_MS = 800;

  /** @type {PaletteItem[]} */
  let shown = [];
  /** Whether another row was selected since the last key, and when. */
  let moved = false;
  let typedAt = 0;
  /** Whether local results can be chosen before the server responds. */
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
  /** Returns the source. The public site's launcher names the file with its pages. */
  const kind = () => paletteLauncher()?.dataset.pages ? "site" : "workspace";
  const source = () => paletteSources[kind()];
  const active = () => document.getElementById(field().getAttribute("aria-activedescendant") ?? "");

  /** @param {string} text */
  function say(text) {
    const place = part("[data-said]");
    if (place.textContent !== text) place.textContent = text;
  }

  /** Shows a message below the field instead of rows. @param {string} text @param {boolean} [again] */
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

  /** @param {PaletteItem[]} items @param {string} typed their text; a space at its end marks incomplete results */
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
      // Earlier rows might still be visible
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

  /** Returns whether someone has seen the rows, so that they must stay in place. */
  const isSeen = () =>
    shown.length > 0 && (moved || (sure && performance.now() - typedAt > UNSEEN_MS));
  const at = () => Math.max(0, shown.findIndex(({ id }) => id === paletteRows.item(active())?.id));

  /** Returns kept rows, then new ones of their last group, then others. @param {PaletteItem[]} kept @param {PaletteItem[]} rest */
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
    // With its rows already inside, the page is laid out once
    look("");
    if (document.querySelector("dialog[open]")) dialog().showModal();
    else dialog().show();
    if (document.querySelector("#toasts .toast")) raiseNews();
    field().focus();
    return true;
  }

  /** The elements that the palette made inert: all others, unless a layer covers them. @type {HTMLElement[]} */
  const covered = [];

  /** Covers the page, after a pause, because restyling all of it would delay the palette. */
  function cover() {
    // Another page might have loaded meanwhile
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

  /** Returns the focus after uncovering the page, because not every browser does it before. */
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

  /** Prepares the palette's rows when a page has loaded, so that opening it is fast. */
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

  /** Adds the palette to the end of the page, again after a new page: when it opens, or a moment later. */
  function mount() {
    const there = document.getElementById("palette");
    if (there?.dataset.of === kind()) return;
    there?.remove();
    const holder = make("template", { innerHTML: paletteMarkup[kind()] });
    document.body.append(holder.content);
    // Before the focus returns to the page
    dialog().addEventListener("beforetoggle", ({ newState }) => newState === "closed" && uncover());
  }
  // Uncovers the page before other listeners look for it
  addEventListener("close", ({ target }) => target === dialog() && uncover(), { capture: true });

  // A page that loads because its list is filtered leaves the palette open, except for a sign-in page
  addEventListener("htmx:before:swap", ({ detail: { ctx, tasks } }) => {
    const page = tasks.find(({ target }) => target === document.body)?.fragment;
    if (ctx.sourceElement.id !== "text-filter" || !dialog()?.open) return;
    if (!page?.querySelector("#text-filter")) return;
    const place = make("dialog", { id: "palette" });
    place.setAttribute("hx-preserve", "");
    page.querySelector("body")?.append(place);
    // Moves the live regions and toasts out of the dialog, because the new page has its own
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
      // Not every browser keeps the focus in a moved element
      if (!dialog().contains(document.activeElement)) field().focus();
    } else uncover();
    clearTimeout(idle);
    idle = setTimeout(() => navigator.onLine && prepare(), IDLE_MS);
  });
  prepare();
})();
