// @ts-check
/// <reference types="./globals.d.ts" />

/**
 * Returns the closest matching element that an event happened in.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
globalThis.closestTo = (event, selector) =>
  event.target instanceof Element ? event.target.closest(selector) : null;

/**
 * Creates an element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 */
globalThis.make = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** Stops an event, for the browser and for other listeners. @param {Event} event */
globalThis.swallow = (event) => {
  event.preventDefault();
  event.stopPropagation();
};

/** Stops the click that follows a release. */
globalThis.swallowClick = () => {
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
};

/**
 * Returns the link that a click follows on this page, and stops the click. Returns null if the link opens a new tab, or
 * doesn't match the selector.
 * @param {MouseEvent} event
 * @param {string} selector
 * @returns {HTMLAnchorElement | null}
 */
globalThis.followed = (event, selector) => {
  const link = closestTo(event, selector);
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!(link instanceof HTMLAnchorElement) || elsewhere) return null;
  swallow(event);
  return link;
};

/** Whether the last input was touch, instead of mouse or keys. */
let touched = false;
addEventListener("pointerdown", ({ pointerType }) => touched = pointerType === "touch", {
  capture: true,
});
addEventListener("keydown", () => touched = false, { capture: true });
globalThis.byTouch = () => touched;

/** Returns what is open over the page: a dialog, menu, or drawer. */
globalThis.somethingOpen = () => document.querySelector("dialog[open], [popover]:popover-open");

// Screen readers announce two live regions: messages from scripts, and toasts. A reader finds each toast only once.
(() => {
  /** @type {ShadowRoot | undefined} */
  let news;

  globalThis.announce = (text, id = "announced") => {
    const place = document.getElementById(id);
    if (!place) return;
    // Screen readers ignore everything outside an open dialog, and text inserted together with its region
    const within = document.querySelector("dialog[open]") ?? document.body;
    if (place.parentElement !== within) {
      within.append(place);
      setTimeout(announce, 100, text, id);
      return;
    }
    if (id === "told" && news?.host !== place) news = place.attachShadow({ mode: "closed" });
    (news?.host === place ? news : place).textContent = text;
  };
})();

/**
 * Returns whether a pressed key belongs to a field or menu. A field in a menu that has just closed keeps the focus for
 * a moment, but nobody types there.
 * @param {Event} event
 */
globalThis.typing = (event) =>
  closestTo(
    event,
    "input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [popover]:popover-open",
  )?.checkVisibility() ?? false;
