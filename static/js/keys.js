// @ts-check
/// <reference types="./globals.d.ts" />

// Single-letter shortcuts. They act on the focused row, the row under the pointer, or the open task, but never while
// someone is typing.
(() => {
  /** The time of the key press G. The next key's press time decides, because a busy page gets key events late. */
  let goingTo = NaN;

  /**
   * @param {string} selector
   * @param {ParentNode} [within]
   * @returns {HTMLElement | null}
   */
  const find = (selector, within = document) => within.querySelector(selector);

  /** @param {string} selector */
  const click = (selector) => find(selector)?.click();

  /** @param {number} by */
  function move(by) {
    if (peeking.step(by)) return;
    if (!rows.of(document.activeElement) && stepTask(by)) return;
    const all = rows.shown();
    const at = all.findIndex((row) => row === rows.of(document.activeElement));
    rows.stand(at === -1 ? all.at(by > 0 ? 0 : -1) : all[at + by] ?? all[at]);
  }

  function goToNews() {
    const offered = find("#toasts :is(a, button)");
    offered?.focus();
    return offered !== null;
  }

  const rowPointedAt = () =>
    rows.peeked() ?? rows.of(document.activeElement) ?? find("#main .row:hover");

  // The row of the peeked record might be gone.
  globalThis.pointedTask = () =>
    rows.peeked() ?? peeking.task() ?? rowPointedAt() ?? find(".detail-grid[data-task]");

  /**
   * Returns a task's menu that a key opens, according to the list of shortcuts.
   * @param {string} key
   */
  function menuOf(key) {
    return find(`#keys [data-key="${CSS.escape(key.toUpperCase())}"]`)?.dataset.opens;
  }

  /** @param {string} property */
  function openProperty(property) {
    const ofSelected = selection.menu(property);
    const owner = ofSelected ? rows.here() : pointedTask();
    if (ofSelected) return openSelected(property, ofSelected, owner);
    if (!owner) return false;
    const title = owner.matches(".row") ? rows.title(owner) : null;
    const place = `[data-menu="${property}"], [data-property="${property}"]`;
    const path = rows.task(owner);
    if (!path) return false;
    // For a peeked task, the menu opens in the panel
    const panel = peeking.task(path);
    const within = panel ?? owner;
    // A task's page also has rows: its sub-tasks
    const beside = find(place, find(".rail", within) ?? within) ??
      (panel && find(`#peek-tools [data-menu="${property}"]`)) ?? title ??
      find(`.bar [data-menu="${property}"]`) ?? owner;
    const shown = beside.offsetParent ? beside : title ?? owner;
    const back = title === document.activeElement ? title : null;
    const detail = { href: `${path}/${property}`, beside: shown, back };
    document.dispatchEvent(new CustomEvent("open-menu", { detail }));
    return true;
  }

  /**
   * @param {string} property
   * @param {string} href
   * @param {HTMLElement | null} row the focused row
   */
  function openSelected(property, href, row) {
    const title = rows.title(row);
    const mark = row && find(`[data-menu="${property}"]`, row);
    const button = find(`#selection [data-opens="${property}"]`);
    const places = [mark, title, button, document.getElementById("selection")];
    const beside = places.find((place) => place?.checkVisibility());
    if (!beside) return false;
    document.dispatchEvent(new CustomEvent("open-menu", { detail: { href, beside } }));
    return true;
  }

  /** @type {PromiseWithResolvers<() => any>} */
  const { promise: opener, resolve } = Promise.withResolvers();
  let isPaletteThere = false;
  // Until the palette's script is loaded, its launcher leads to a page
  globalThis.paletteComes = (open = () => click("[data-palette]")) => {
    isPaletteThere = true;
    resolve(open);
  };
  const openPalette = () =>
    find("[data-palette]") && opens(async () => {
      loadLater();
      return (await opener)();
    });
  // The public site's palette loads once its launcher is used
  document.addEventListener("click", (event) => {
    if (!isPaletteThere && followed(event, "[data-pages]")) openPalette();
  }, { capture: true });

  const actions = new Map(Object.entries({
    "/": openPalette,
    j: () => move(1),
    k: () => move(-1),
    i: () => actOnChosen("assignToMe"),
    c: () => click(".bar-new"),
    f: () => click('[data-menu="filter"]'),
    q: () => {
      const field = find("[data-text-filter]");
      if (field instanceof HTMLInputElement) field.select();
    },
    "[": () => turnSidebar(),
    "?": () => {
      const keys = document.getElementById("keys");
      if (keys instanceof HTMLDialogElement) keys.showModal();
    },
  }));

  /** @param {string} key @param {number} at */
  function press(key, at) {
    const going = at - goingTo < 1_000;
    goingTo = key === "g" ? performance.now() : NaN;
    if (key === "escape") {
      click("[data-back]");
      return false;
    }
    if (going && (key === "n" ? goToNews() : goToPlace(key))) return true;
    const property = menuOf(key);
    if (property) return openProperty(property);
    const button = rowPointedAt()?.querySelector(`[data-row-key="${CSS.escape(key)}"]`);
    if (button instanceof HTMLElement) {
      announce(button.ariaLabel ?? "");
      button.click();
      return true;
    }
    actions.get(key)?.();
    return actions.has(key);
  }

  /**
   * Esc leaves an open form first: through its Cancel button, or to the page with the text kept.
   * @param {KeyboardEvent} event
   */
  function left(event) {
    const editing = closestTo(event, ".record-form, .text-form");
    if (event.key !== "Escape" || !editing) return false;
    const way = find("[data-cancel]", editing);
    if (way) way.click();
    else if (!editing.closest("#menu")) find("#main")?.focus({ preventScroll: true });
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === "k" && !event.shiftKey && openPalette()) event.preventDefault();
      return;
    }
    if (left(event)) return;
    // WCAG 2.2, 2.1.4: people can turn off single-key shortcuts. Escape isn't a character.
    if (event.key.length === 1 && document.body.dataset.shortcuts === "off") return;
    if (typing(event) || somethingOpen()) return;
    if (press(key, event.timeStamp)) event.preventDefault();
  });
})();
