// @ts-check
/// <reference types="./globals.d.ts" />

// What one moves among on a page, by keys and after a change: the tasks of a list.
(() => {
  /** @type {Rows["shown"]} */
  const shown = () =>
    /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#main .row")])
      .filter((row) => row.checkVisibility());

  /** @type {Rows["of"]} */
  const of = (element) => element?.closest("#main .row") ?? null;

  /** @type {Rows["title"]} */
  const title = (row) => row?.querySelector(".row-title") ?? null;

  /** @type {Rows["stand"]} */
  function stand(row) {
    if (!row) return;
    title(row)?.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  globalThis.rows = { shown, of, title, stand };
})();
