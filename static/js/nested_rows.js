// @ts-check
/// <reference types="./globals.d.ts" />

// Collapses sub-tasks below their parents by mouse and arrow keys, like branches of a tree. The server stores the state
// in the background.
(() => {
  /** @param {Element | null} row @returns {HTMLElement | null} */
  const foldOf = (row) => row?.querySelector("[data-fold-row]") ?? null;
  /** @param {Element | null} row */
  const isOpen = (row) => foldOf(row)?.getAttribute("aria-expanded") === "true";
  /** @param {Element} row */
  const depthOf = (row) => Number(row.getAttribute("data-depth")) || 0;

  /** Shows the rows of a list whose parents are all expanded. @param {Element | null} list */
  function showIn(list) {
    let above = Infinity;
    for (const row of list?.querySelectorAll(":scope > .row") ?? []) {
      const depth = depthOf(row);
      const hidden = depth > above;
      row.toggleAttribute("hidden", hidden);
      if (!hidden) above = foldOf(row) && !isOpen(row) ? depth : Infinity;
    }
    document.dispatchEvent(new Event("selection"));
  }

  /** @param {Element} row @param {boolean} open */
  function turn(row, open) {
    const fold = foldOf(row);
    if (!fold) return;
    fold.setAttribute("aria-expanded", String(open));
    showIn(row.parentElement);
    rememberFolded([fold.dataset.foldRow ?? ""], open);
  }

  /** Returns the parent row of a row. @param {Element} row */
  function parentOf(row) {
    let above = row.previousElementSibling;
    while (above && depthOf(above) >= depthOf(row)) above = above.previousElementSibling;
    return above instanceof HTMLElement ? above : null;
  }

  /** @type {Record<string, (row: HTMLElement) => void>} */
  const ways = {
    ArrowLeft: (row) => isOpen(row) ? turn(row, false) : rows.stand(parentOf(row) ?? row),
    ArrowRight: (row) => {
      if (!foldOf(row)) return;
      const first = row.nextElementSibling;
      if (!isOpen(row)) turn(row, true);
      else if (first instanceof HTMLElement) rows.stand(first);
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || typing(event)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (somethingOpen()) return;
    const row = rows.of(document.activeElement);
    const way = ways[event.key];
    if (!row || !way || !row.parentElement?.querySelector("[data-fold-row]")) return;
    way(row);
    event.preventDefault();
  });

  // A list rendered before a change in collapsing gets the current state
  document.addEventListener("htmx:after:swap", () => {
    for (const list of document.querySelectorAll("#main .rows:has([data-fold-row])")) showIn(list);
  });

  document.addEventListener("click", (event) => {
    const fold = closestTo(event, "#main [data-fold-row]");
    const row = rows.of(fold);
    if (row) turn(row, !isOpen(row));
  });
})();
