// @ts-check
/// <reference types="./globals.d.ts" />

// The rows that keys and responses move among: tasks of a list.
(() => {
  /** @type {Rows["all"]} */
  const all = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#main .row")]);

  /** @type {Rows["shown"]} */
  const shown = () => all().filter((row) => row.checkVisibility());

  /** @type {Rows["of"]} */
  const of = (element) => element?.closest("#main .row") ?? null;

  /** @type {Rows["peeked"]} */
  const peeked = () => document.querySelector("#main .row[data-peeked]");

  /** @type {Rows["here"]} */
  const here = () => peeked() ?? of(document.activeElement);

  /** @type {Rows["title"]} */
  const title = (row) => row?.querySelector(".row-title") ?? null;

  /** @type {Rows["task"]} */
  const task = (owner) =>
    owner?.dataset.task ??
      (owner?.querySelector(".row-reference") && title(owner)?.getAttribute("href")) ?? null;

  /** @type {Rows["box"]} */
  const box = (row) => row?.querySelector(".row-select") ?? null;

  /** @type {Rows["stand"]} */
  function stand(row) {
    if (!row) return;
    title(row)?.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  /**
   * Returns the visible words of a part of a row: its selection, reference, and marks.
   * @param {Node} part
   * @returns {string}
   */
  function wordsOf(part) {
    if (part instanceof Text) return part.data.trim();
    if (!(part instanceof HTMLElement) || !part.checkVisibility()) return "";
    if (part instanceof HTMLInputElement) return part.checked ? "Selected" : "";
    if (part.matches(".row-title, .row-peek, .row-actions, form, [aria-hidden]")) return "";
    const between = part.matches(":is(li, div, tr)") ? ", " : " ";
    return part.ariaLabel ?? [...part.childNodes].map(wordsOf).filter(Boolean).join(between);
  }

  // Adds the rest of a row to its title for screen readers.
  function describe() {
    const row = of(document.activeElement);
    const named = title(row);
    if (row && named?.matches(":focus")) named.ariaDescription = wordsOf(row);
  }
  for (const event of ["focusin", "selection", "htmx:after:swap"]) {
    document.addEventListener(event, describe);
  }

  globalThis.rows = { all, shown, of, peeked, here, title, task, box, stand };
})();
