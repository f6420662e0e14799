// @ts-check
/// <reference types="./globals.d.ts" />

// Arrow keys move between a board's cards, columns load more at their end, and Back restores the board.
(() => {
  /** The ID of the last focused card. @type {string | undefined} */
  let last;

  const place = () => document.getElementById("board");

  /** @type {Board["columns"]} */
  const columns = () => [...document.querySelectorAll("#board > .column")].filter(isElement);

  /** @type {Board["columnOf"]} */
  const columnOf = (element) => element?.closest("#board .column") ?? null;

  /** @type {Board["cards"]} */
  const cards = (column) => [...column?.querySelectorAll(".card") ?? []].filter(isElement);

  /** @param {Element} element @returns {element is HTMLElement} */
  function isElement(element) {
    return element instanceof HTMLElement;
  }

  /** @type {Board["rove"]} */
  function rove() {
    last = rows.of(document.activeElement)?.id ?? last;
    const all = cards(place());
    const current = all.find(({ id }) => id === last) ?? all[0];
    for (const card of all) {
      for (const stop of card.querySelectorAll("a, input")) {
        const reached = card === current && stop.matches(".row-title");
        stop.setAttribute("tabindex", reached ? "0" : "-1");
      }
    }
  }

  /** @param {HTMLElement} card @param {number} by */
  function besides(card, by) {
    const all = cards(columnOf(card));
    return all[all.indexOf(card) + by];
  }

  /** Returns the card at the same height in the next column with cards. @param {HTMLElement} card @param {number} by */
  function across(card, by) {
    const all = columns();
    const { top } = card.getBoundingClientRect();
    let at = all.findIndex((column) => column.contains(card)) + by;
    while (all[at] && cards(all[at] ?? null).length === 0) at += by;
    /** @param {Element} other */
    const away = (other) => Math.abs(other.getBoundingClientRect().top - top);
    return cards(all[at] ?? null).sort((a, b) => away(a) - away(b))[0];
  }

  /** @type {Record<string, (card: HTMLElement) => HTMLElement | undefined>} */
  const ways = {
    ArrowDown: (card) => besides(card, 1),
    ArrowUp: (card) => besides(card, -1),
    ArrowLeft: (card) => across(card, -1),
    ArrowRight: (card) => across(card, 1),
    j: (card) => besides(card, 1),
    k: (card) => besides(card, -1),
    H: (card) => across(card, -1),
    L: (card) => across(card, 1),
  };

  /** @param {KeyboardEvent} event */
  function press(event) {
    const card = rows.of(document.activeElement);
    const single = event.key.length === 1;
    const letters = !single || document.body.dataset.shortcuts !== "off";
    const way = letters && (single || !event.shiftKey) && ways[event.key];
    if (!card || !columnOf(card) || !way) return false;
    rows.stand(way(card) ?? card);
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing || typing(event)) return;
    if (somethingOpen()) return;
    const command = event.ctrlKey || event.metaKey;
    const other = command && !event.shiftKey && event.key.toLowerCase() === "b"
      ? document.querySelector("#bar [data-layout]")
      : null;
    if (other instanceof HTMLElement) other.click();
    if (other || (!command && press(event))) event.preventDefault();
  });

  document.addEventListener("focusin", ({ target }) => {
    const card = target instanceof Element ? rows.of(target) : null;
    if (!card || !columnOf(card) || card.id === last) return;
    last = card.id;
    rove();
  });
  /** Removes a moved card's second copy when its column loads it. */
  function leaveOutTwins() {
    const ids = new Set();
    for (const card of cards(place())) {
      if (ids.has(card.id)) card.remove();
      ids.add(card.id);
    }
  }

  document.addEventListener("htmx:after:swap", () => {
    leaveOutTwins();
    rove();
  });
  htmx.registerExtension("backlog-board", {
    htmx_before_morph_attr: (element, { attrName }) =>
      attrName !== "tabindex" || !element.closest(".card"),
  });

  // Loads more at a column's end without moving the focus.
  document.addEventListener("scroll", ({ target }) => {
    if (!(target instanceof Element) || !target.matches(".cards")) return;
    const more = target.querySelector(".more a[hx-get]");
    const left = target.scrollHeight - target.scrollTop - target.clientHeight;
    if (!(more instanceof HTMLElement) || left > target.clientHeight) return;
    if (more.matches(".htmx-request, [data-asked]")) return;
    more.dataset.asked = "";
    delete more.dataset.next;
    more.click();
  }, { capture: true, passive: true });

  document.addEventListener("keep-place", ({ detail }) => {
    const left = place()?.scrollLeft;
    if (left === undefined) return;
    const down = columns().map(({ id, lastElementChild }) => [id, lastElementChild?.scrollTop]);
    detail.board = { left, down };
  });
  document.addEventListener("give-place-back", ({ detail }) => {
    const kept =
      /** @type {{ left: number, down: [string, number][] } | undefined} */ (detail.board);
    for (const [id, top] of kept?.down ?? []) {
      document.getElementById(id)?.lastElementChild?.scrollTo({ top });
    }
    place()?.scrollTo({ left: kept?.left ?? 0 });
    last = detail.row ?? last;
  });

  globalThis.board = { columns, columnOf, cards, rove };
  rove();
})();
