// @ts-check
/// <reference types="./palette.d.ts" />

// Handles presses and keys in the palette. The listbox handles arrows, Enter, and the pointer (`listbox.js`).
/** @param {Element} field */
function tellSelected(field) {
  const [at, of] = ["aria-activedescendant", "aria-controls"].map((name) =>
    field.getAttribute(name)
  );
  for (const row of document.getElementById(of ?? "")?.querySelectorAll("[role=option]") ?? []) {
    row.ariaSelected = String(row.id === at);
  }
}

/** Returns whether the caret is at the end of the text. @param {EventTarget | null} target */
const isAtEnd = (target) =>
  !(target instanceof HTMLInputElement) ||
  (target.selectionStart === target.value.length && target.value !== "");

/** A second Enter within this time is the same press, in milliseconds. */
const TWICE_MS = 400;

/**
 * Returns whether an event happened on an element itself. In a browser that covers the page, clicks on its backdrop
 * count too.
 * @param {Element} element
 * @param {MouseEvent} event
 */
function isOn(element, { clientX, clientY }) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left <= clientX && clientX < right && top <= clientY && clientY < bottom;
}

Alpine.data("palette", () => ({
  /** When Enter was pressed, until another key is pressed. @type {number | null} */
  entered: null,
  abort: new AbortController(),
  /** The field's active descendant is the selected row. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
  told: new MutationObserver((changes) => {
    for (const { target } of changes) if (target instanceof Element) tellSelected(target);
  }),

  init() {
    const { signal } = this.abort;
    const dialog = this.dialog();
    // Keys pressed without a focused element belong to the palette too
    addEventListener("keydown", (event) => this.press(event), { capture: true, signal });
    dialog.addEventListener("keydown", (event) => this.follow(event), { signal });
    // The listbox sends this event to search for the typed text
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
    // A press outside the palette only closes it, unless it started inside, such as when selecting text
    for (const press of /** @type {const} */ (["pointerdown", "mousedown", "click"])) {
      addEventListener(press, (event) => {
        const at = event.composedPath().indexOf(dialog);
        // The dialog's border doesn't count as its content
        const within = at > 0 || (at === 0 && isOn(dialog, event));
        const ends = press === "click" && !begun;
        if (press === "pointerdown") begun = within;
        else if (press === "click") begun = false;
        if (!dialog.open || within || event.defaultPrevented) return;
        // The page's context menu doesn't open either
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
    // A press outside the second level would take the focus away from the field
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

  /** Returns the selected row of the list that has the focus. */
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
      // The chosen page opened meanwhile, and nobody has seen it
      return swallow(event);
    }
    // A closed dialog's field keeps the focus for a moment
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

  /** Arrow keys move the highlight with the focus. @param {KeyboardEvent} event */
  follow(event) {
    const row = closestTo(event, '[role="option"]') && this.active();
    if (row && /^(Arrow(Up|Down)|Home|End)$/.test(event.key)) row.focus();
  },

  /** Runs the chosen row. Its page, dialog, or action replaces the palette. @param {MouseEvent} event */
  choose(event) {
    const row = closestTo(event, '#palette [role="option"]');
    const item = paletteRows.item(row);
    if (!row || !item || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (item.choices || closestTo(event, "[data-more]")) {
      swallow(event);
      // After the listbox has focused the chosen row
      return queueMicrotask(() => paletteActions.turn(row));
    }
    // An open popover in a closed dialog would take the next press and every key of the page
    document.getElementById("palette-actions")?.hidePopover();
    palette.shut();
    if (item.href === null) palette.run(item);
  },

  /** Moves announcements back to the page. */
  left() {
    for (const id of ["announced", "told"]) {
      const place = document.getElementById(id);
      if (place && this.dialog().contains(place)) document.body.append(place);
    }
  },
}));
