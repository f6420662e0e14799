// @ts-check
/// <reference types="./palette.d.ts" />

// What is pressed in the palette. Arrows, Enter and the pointer are the listbox's (`listbox.js`).
/** @param {Element} field */
function tellSelected(field) {
  const [at, of] = ["aria-activedescendant", "aria-controls"].map((name) =>
    field.getAttribute(name)
  );
  for (const row of document.getElementById(of ?? "")?.querySelectorAll("[role=option]") ?? []) {
    row.ariaSelected = String(row.id === at);
  }
}

/** Whether nothing that is typed stands right of where one is. @param {EventTarget | null} target */
const isAtEnd = (target) =>
  !(target instanceof HTMLInputElement) ||
  (target.selectionStart === target.value.length && target.value !== "");

/** How soon after Enter another one is the same press made twice, in milliseconds. */
const TWICE_MS = 400;

/** Whether something happens on an element itself: on what is behind it as well, to a browser that covers the page itself. @param {Element} element @param {MouseEvent} event */
function isOn(element, { clientX, clientY }) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left <= clientX && clientX < right && top <= clientY && clientY < bottom;
}

Alpine.data("palette", () => ({
  /** When Enter was pressed in it, until another key is. @type {number | null} */
  entered: null,
  abort: new AbortController(),
  /** The row that a field tells of is the one that is selected. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
  told: new MutationObserver((changes) => {
    for (const { target } of changes) if (target instanceof Element) tellSelected(target);
  }),

  init() {
    const { signal } = this.abort;
    const dialog = this.dialog();
    // Pressed nowhere they are its keys as well
    addEventListener("keydown", (event) => this.press(event), { capture: true, signal });
    dialog.addEventListener("keydown", (event) => this.follow(event), { signal });
    // The listbox has what is typed looked for by this
    dialog.addEventListener("typed", ({ target }) => {
      if (target instanceof HTMLInputElement) palette.look(target.value.trim());
    }, { capture: true, signal });
    dialog.addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.closest("#palette-actions")) paletteActions.look(target.value.trim());
    }, { signal });
    dialog.addEventListener("pointermove", (event) => {
      if (closestTo(event, "#palette-items [role=option]")) palette.hold();
    }, { signal });
    addEventListener("click", (event) => this.choose(event), { capture: true, signal });
    let begun = false;
    // A press beside it closes it, and does nothing else: not one that begins in it, as where one marks what is typed
    for (const press of /** @type {const} */ (["pointerdown", "mousedown", "click"])) {
      addEventListener(press, (event) => {
        const at = event.composedPath().indexOf(dialog);
        // Its edge is no part of what is in it
        const within = at > 0 || (at === 0 && isOn(dialog, event));
        const ends = press === "click" && !begun;
        if (press === "pointerdown") begun = within;
        else if (press === "click") begun = false;
        if (!dialog.open || within || event.defaultPrevented) return;
        // No menu of what is under it opens either
        palette.cover();
        if (press === "pointerdown") return event.stopPropagation();
        swallow(event);
        if (ends) palette.shut();
      }, { capture: true, signal });
    }
    dialog.addEventListener("click", (event) => {
      const again = closestTo(event, "[data-again]");
      if (again) (again.dataset.again ? paletteActions : palette).again();
    }, { signal });
    // A press beside the second level takes the focus away from where one goes on
    dialog.addEventListener("toggle", ({ newState }) => {
      if (newState === "closed" && dialog.open) palette.focus();
    }, { capture: true, signal });
    dialog.addEventListener("close", () => this.left(), { signal });
    this.told.observe(dialog, { subtree: true, attributeFilter: ["aria-activedescendant"] });
  },

  destroy() {
    this.abort.abort();
    this.told.disconnect();
  },

  dialog() {
    return /** @type {HTMLDialogElement} */ (this.$root);
  },

  /** The row that one is at, in the list that has the focus. */
  active() {
    const field = document.activeElement?.closest(".menu")?.querySelector('[role="combobox"]');
    return document.getElementById(field?.getAttribute("aria-activedescendant") ?? "");
  },

  /** @param {KeyboardEvent} event */
  press(event) {
    const { key, ctrlKey, metaKey, altKey, shiftKey, timeStamp, repeat } = event;
    const option = closestTo(event, '[role="option"]');
    if (this.dialog().open || key !== "Enter") {
      this.entered = key === "Enter" ? timeStamp : null;
    } else if (this.entered !== null && (repeat || timeStamp - this.entered < TWICE_MS)) {
      // What was chosen is open by now, and nobody has read it
      return swallow(event);
    }
    // For a moment its field has the focus still once it is closed
    if (event.isComposing || !this.dialog().open) return;
    if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "k") {
      swallow(event);
      paletteActions.turn(this.active());
    } else if (key === "Escape") {
      swallow(event);
      if (paletteActions.isOpen()) paletteActions.turn(null);
      else palette.shut();
    } else if (key === "Tab") {
      palette.cover();
      if (shiftKey || !closestTo(event, '[role="combobox"]')) return;
      const row = this.active();
      if (!row) return;
      event.preventDefault();
      row.focus();
    } else if (key === "ArrowRight" && !ctrlKey && !metaKey && !altKey && !shiftKey) {
      const item = paletteRows.item(this.active());
      const may = !paletteActions.isOpen() && isAtEnd(event.target);
      if (may && palettePeek(item)) swallow(event);
    } else if (key === " " && option) {
      swallow(event);
      option.click();
    } else if (/^(Arrow(Up|Down)|Home|End)$/.test(key)) palette.hold();
  },

  /** The focus of a row goes along with arrows. @param {KeyboardEvent} event */
  follow(event) {
    const row = closestTo(event, '[role="option"]') && this.active();
    if (row && /^(Arrow(Up|Down)|Home|End)$/.test(event.key)) row.focus();
  },

  /** What is chosen goes from here: what it leads to, opens or does comes in the palette's place. @param {MouseEvent} event */
  choose(event) {
    const row = closestTo(event, '#palette [role="option"]');
    const item = paletteRows.item(row);
    if (!row || !item || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (item.choices || closestTo(event, "[data-more]")) {
      swallow(event);
      // Once the listbox has put the focus where it chose
      return queueMicrotask(() => paletteActions.turn(row));
    }
    // Left open in a closed dialog it would take the next press, and every key of the page
    document.getElementById("palette-actions")?.hidePopover();
    palette.shut();
    if (item.href === null) palette.run(item);
  },

  /** What is said meanwhile is said on the page again. */
  left() {
    for (const id of ["announced", "told"]) {
      const place = document.getElementById(id);
      if (place && this.dialog().contains(place)) document.body.append(place);
    }
  },
}));
