// @ts-check
/// <reference types="./globals.d.ts" />

// Determines where a card can be dropped, and puts it there with all other selected cards.
(() => {
  const place = () => document.getElementById("board");

  /** @type {BoardCards["referenceOf"]} */
  const referenceOf = (card) => rows.box(card)?.value || card.id.slice(4);

  /** @type {BoardCards["nameOf"]} */
  const nameOf = (column) => column?.querySelector(".column-name")?.textContent ?? "";

  /** @type {BoardCards["isHidden"]} */
  const isHidden = (column) => column.dataset.hidden !== undefined;

  /** @type {BoardCards["movedWith"]} */
  function movedWith(card) {
    const reference = referenceOf(card);
    if (!selection.has(reference)) return { references: [reference], cards: [card] };
    const references = selection.references();
    const own = board.cards(board.columnOf(card));
    // A task in several columns is taken from the dragged card's column
    const all = [...own, ...board.cards(place())];
    const taken = new Set(
      references.map((reference) => all.find((one) => referenceOf(one) === reference)),
    );
    return {
      references,
      cards: inOrder(
        board.columns().map((column) => board.cards(column).filter((one) => taken.has(one))),
      ),
    };
  }

  /**
   * Returns cards of several columns in manual order, as far as the page shows it. Each column has its own order from
   * the top, and newer cards come first.
   * @param {HTMLElement[][]} columns
   */
  function inOrder(columns) {
    /** @type {HTMLElement[]} */
    const cards = [];
    const heads = columns.filter((column) => column.length > 0);
    for (let left = heads; left.length > 0; left = left.filter((column) => column.length > 0)) {
      const made = (/** @type {HTMLElement[]} */ [head]) => head?.dataset.made ?? "";
      const next = left.reduce((a, b) => made(b) > made(a) ? b : a).shift();
      if (next) cards.push(next);
    }
    return cards;
  }

  /** @type {BoardCards["wordFor"]} */
  function wordFor([reference = "", ...others]) {
    return others.length === 0 ? reference : `${others.length + 1} tasks`;
  }

  /** @type {BoardCards["others"]} */
  function others(cards, column) {
    return board.cards(column).filter((one) => !cards.includes(one));
  }

  /** @type {BoardCards["refusal"]} */
  function refusal(cards, column) {
    const within = cards.every((card) => board.columnOf(card) === column);
    return within ? place()?.dataset.refused ?? null : null;
  }

  /** @type {BoardCards["spot"]} */
  function spot(card, cards, column, at) {
    const rest = others(cards, column);
    const { sort, refused } = place()?.dataset ?? {};
    if (refused === undefined) return Math.max(0, Math.min(at, rest.length));
    const after = rest.findIndex((other) => isAbove(card, other, sort));
    return after === -1 ? rest.length : after;
  }

  /**
   * Returns whether a card from another column belongs above a card.
   * @param {HTMLElement} card
   * @param {HTMLElement} other
   * @param {string | undefined} sort
   */
  function isAbove(card, other, sort = "") {
    const by = sort.replace("-", "");
    const down = by !== sort;
    const key = (/** @type {HTMLElement} */ { dataset }) =>
      (dataset[by] ?? (down ? "0" : "~")) + dataset.made;
    // The moved card was changed last
    return by === "updatedAt" ? down : key(card) > key(other) === down;
  }

  /** @param {HTMLElement} column @param {number} by */
  function count(column, by) {
    const counted = column.querySelector("[data-count]");
    const number = Number(counted?.textContent);
    if (!counted || Number.isNaN(number)) return;
    counted.textContent = String(number + by);
    if (number + by === 0) column.dataset.empty = "true";
    else delete column.dataset.empty;
  }

  /** @type {BoardCards["put"]} */
  function put(card, column, next) {
    const from = board.columnOf(card);
    const list = column.querySelector(".cards");
    const focused = card.contains(document.activeElement);
    const before = next?.parentElement === list ? next : list?.querySelector(".more") ?? null;
    if (before !== card) list?.insertBefore(card, before);
    if (from && from !== column) {
      count(from, -1);
      count(column, 1);
    }
    if (focused) rows.title(card)?.focus({ preventScroll: true });
    board.rove();
  }

  /** @type {BoardCards["putAll"]} */
  function putAll(cards, column, at) {
    const rest = others(cards, column);
    const byHand = place()?.dataset.refused === undefined;
    const next = rest[at] ?? null;
    for (const card of cards) {
      const stays = board.columnOf(card) === column;
      if (!byHand && stays) continue;
      if (!stays) takeId(card, column);
      const sorted = board.cards(column)[spot(card, [card], column, 0)] ?? null;
      put(card, column, byHand ? next : sorted);
    }
  }

  /**
   * Gives the card its ID in another column. On a board of labels, the ID contains the label.
   * @param {HTMLElement} card
   * @param {HTMLElement} column
   */
  function takeId(card, column) {
    const shared = place()?.dataset.field === "label" ? `${column.dataset.key}-` : "";
    const id = `row-${shared}${referenceOf(card)}`;
    const twin = document.getElementById(id);
    if (twin && twin !== card) {
      twin.remove();
      count(column, -1);
    }
    card.id = id;
  }

  globalThis.boardCards = {
    referenceOf,
    nameOf,
    isHidden,
    movedWith,
    wordFor,
    others,
    refusal,
    spot,
    put,
    putAll,
  };
})();
