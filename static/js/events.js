// @ts-check
/// <reference types="./globals.d.ts" />

/**
 * The element that an event happened in.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
globalThis.closestTo = (event, selector) =>
  event.target instanceof Element ? event.target.closest(selector) : null;

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 */
globalThis.make = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** Takes an event from the browser, and from whoever it would come to next. @param {Event} event */
globalThis.swallow = (event) => {
  event.preventDefault();
  event.stopPropagation();
};

/** Takes the click that follows what one let go. */
globalThis.swallowClick = () => {
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
};

/**
 * The link that a click follows here, taken from the browser; null where it opens a tab of its own, or is none of these.
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

/** Whether a finger was used last, rather than a mouse or keys. */
let touched = false;
addEventListener("pointerdown", ({ pointerType }) => touched = pointerType === "touch", {
  capture: true,
});
addEventListener("keydown", () => touched = false, { capture: true });
globalThis.byTouch = () => touched;

/** What lies open above the page: a dialog, a menu, a drawer. */
globalThis.somethingOpen = () => document.querySelector("dialog[open], [popover]:popover-open");

// Two places are heard by who doesn't see the page: what it says, and its news, which stands there and is found there once.
(() => {
  /** @type {ShadowRoot | undefined} */
  let news;

  globalThis.announce = (text, id = "announced") => {
    const place = document.getElementById(id);
    if (!place) return;
    // Beside an open dialog nothing is heard, nor what comes together with its place
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
 * Whether a key that was pressed belongs to what one is writing or choosing. A field in a menu that has just closed has
 * the focus for a moment still: nobody types there.
 * @param {Event} event
 */
globalThis.typing = (event) =>
  closestTo(
    event,
    "input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [popover]:popover-open",
  )?.checkVisibility() ?? false;
