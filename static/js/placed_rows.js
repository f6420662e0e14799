// @ts-check
/// <reference types="./globals.d.ts" />

// Saves a task's new position in a list or among sub-tasks. Refused moves are reverted.
(() => {
  /** The order of a list before unsent moves, by the moved item's path. @type {Map<string, Element[]>} */
  const starts = new Map();

  /** @param {Element | null} row */
  const referenceOf = (row) => row?.querySelector(".row-reference")?.textContent ?? "";

  document.addEventListener("moved", ({ target, detail }) => {
    const row = target instanceof HTMLElement ? target : null;
    const list = row?.closest(".rows, .sub-tasks");
    if (!row || !(list instanceof HTMLElement)) return;
    const { moves: among } = list.dataset;
    const { previousElementSibling: above, nextElementSibling: below } = row;
    const path = rows.title(row)?.getAttribute("href") ?? "";
    const before = moves.drop(path) ? starts.get(path) ?? detail.before : detail.before;
    starts.set(path, before);
    moves.send({
      what: path,
      path,
      item: row,
      fields: { [(above ? "after" : "before") + among]: referenceOf(above ?? below) },
      back: () => `${referenceOf(row)} moved back.`,
      takeBack: () => list.prepend(...before.filter((one) => one.parentElement === list)),
    });
  });
})();
