// @ts-check
/// <reference types="../globals.d.ts" />

// A project's page: keys open the menus of its properties, and its milestones are kept in the order in which they are put.
(() => {
  /** @returns {HTMLElement | null} */
  const page = () => document.querySelector(".detail-grid[data-project]");

  // Before the keys of tasks, which act on the row that one stands on.
  document.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || document.body.dataset.shortcuts === "off") return;
    if (key.length !== 1 || !page() || typing(event) || somethingOpen()) return;
    if (rows.of(document.activeElement) || document.querySelector("#main .row:hover")) return;
    const link = document.querySelector(
      `:is(.project-rail, #bar) [data-menu][aria-keyshortcuts="${CSS.escape(key.toLowerCase())}"]`,
    );
    if (!(link instanceof HTMLElement)) return;
    event.preventDefault();
    link.click();
  }, { capture: true });

  document.addEventListener("moved", ({ target: item, detail: { before } }) => {
    const list = item instanceof HTMLElement ? item.closest("#milestones") : null;
    if (!(item instanceof HTMLElement) || !list) return;
    const path = item.dataset.path ?? "";
    const position = String([...list.children].indexOf(item));
    moves.drop(path);
    moves.send({
      what: path,
      path,
      item,
      fields: { position },
      back: () => `${item.querySelector("bdi")?.textContent} is back where it was.`,
      takeBack: () => list.prepend(...before),
    });
  });
})();
