// @ts-check
/// <reference types="./globals.d.ts" />

// What one moves among on a page, by keys and after a change: the tasks of a list.
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

  globalThis.rows = { all, shown, of, peeked, here, title, task, box, stand };
})();
