// @ts-check
/// <reference types="../globals.d.ts" />

// Keys open the menus of a project, on its page or for its row. Milestones are saved in their new order.
(() => {
  /** @returns {HTMLElement | null} */
  const page = () => document.querySelector(".detail-grid[data-project]");

  /**
   * Returns the project menu that a key opens, according to the list of shortcuts.
   * @param {string} key
   */
  const menuOf = (key) =>
    document.querySelector(`#keys [data-project-key="${CSS.escape(key.toUpperCase())}"]`)
      ?.getAttribute("data-of-project");

  /** @param {HTMLElement} row @param {string} menu */
  function openOf(row, menu) {
    const title = rows.title(row);
    /** @type {HTMLElement | null} */
    const mark = row.querySelector(`[data-menu="${menu}"]`);
    const beside = mark?.checkVisibility() ? mark : title;
    if (!title || !beside) return;
    const back = title === document.activeElement ? title : null;
    const detail = { href: `${title.getAttribute("href")}/${menu}`, beside, back };
    document.dispatchEvent(new CustomEvent("open-menu", { detail }));
  }

  /** When G was pressed. The next key then leads to a page. */
  let going = -Infinity;

  // Before the task shortcuts, which act on the focused row.
  document.addEventListener("keydown", (event) => {
    const { key, timeStamp } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || document.body.dataset.shortcuts === "off") return;
    if (key.length !== 1 || typing(event) || somethingOpen()) return;
    const goes = timeStamp - going < 1_000;
    going = key === "g" ? timeStamp : -Infinity;
    if (goes) return;
    /** @type {HTMLElement | null} */
    const row = rows.of(document.activeElement) ?? document.querySelector("#main .row:hover");
    const menu = row?.matches(".project-row, .project-card") && menuOf(key);
    if (row && menu) {
      event.preventDefault();
      return openOf(row, menu);
    }
    if (row || !page()) return;
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
      back: () => `${item.querySelector("bdi")?.textContent} moved back.`,
      takeBack: () => list.prepend(...before),
    });
  });
})();
