// @ts-check
/// <reference types="./globals.d.ts" />

// Moves cards of a board, and announces the result. Refused moves are reverted.
(() => {
  /**
   * The position of a card before an unsaved move.
   * @typedef {object} Start
   * @property {HTMLElement} column
   * @property {Element | null} next
   * @property {string} id
   */

  /** Positions of cards before unsent moves, by the tasks that move. @type {Map<string, Map<HTMLElement, Start>>} */
  const starts = new Map();

  const { nameOf, isHidden, movedWith, wordFor, refusal, spot, put, putAll } = boardCards;
  const place = () => document.getElementById("board");
  /** @param {HTMLElement} column */
  const valueOf = ({ dataset: { key } }) => key === "none" ? "" : key ?? "";

  /** @param {Map<HTMLElement, Start>} start */
  function columnsIn(start) {
    const own = new Set([...start.values()].map(({ column }) => column));
    return board.columns().filter((column) => own.has(column));
  }

  /** Returns the fields to send. @param {Map<HTMLElement, Start>} start @param {HTMLElement} to */
  function fieldsOf(start, to) {
    const { field, refused } = place()?.dataset ?? {};
    /** @type {Record<string, string>} */
    const fields = {};
    const from = columnsIn(start).filter((column) => column !== to);
    if (from.length > 0 && field) fields[field] = valueOf(to);
    if (from.length > 0 && field === "label") fields.fromLabel = from.map(valueOf).join(",");
    if (refused !== undefined || isHidden(to)) return fields;
    const cards = [...start.keys()];
    const all = board.cards(to);
    const above = all.slice(0, all.findIndex((card) => cards.includes(card))).at(-1);
    const below = all[all.findLastIndex((card) => cards.includes(card)) + 1];
    if (above) fields.after = boardCards.referenceOf(above);
    else if (below) fields.before = boardCards.referenceOf(below);
    return fields;
  }

  /** @type {BoardMoves["move"]} */
  function move(lead, column, at) {
    const { cards, references } = movedWith(lead);
    const name = wordFor(references);
    const order = board.cards(column);
    const was = new Map(cards.map((card) => [card, startOf(card)]));
    const focused = lead.contains(document.activeElement);
    putAll(cards, column, at);
    const now = board.cards(column);
    if (now.length === order.length && now.every((card, n) => card === order[n])) return;
    announce(whereTo(name, cards, column));
    const start = was.get(lead);
    if (focused && start && isHidden(column)) standBeside(start);
    save(lead, { references, was, to: column });
  }

  /** @param {HTMLElement} card @returns {Start} */
  function startOf(card) {
    const column = /** @type {HTMLElement} */ (board.columnOf(card));
    return { column, next: card.nextElementSibling, id: card.id };
  }

  /** @param {string} name @param {HTMLElement[]} cards @param {HTMLElement} column */
  function whereTo(name, cards, column) {
    const total = column.querySelector("[data-count]")?.textContent;
    if (isHidden(column)) {
      return `${name} moved to ${nameOf(column)}, a hidden column with ${total}`;
    }
    const at = board.cards(column).findIndex((card) => cards.includes(card)) + 1;
    return `${name} moved to ${nameOf(column)}, ${at} of ${total}`;
  }

  /**
   * Queues a move, and replaces an unsent earlier move of the same cards.
   * @param {HTMLElement} lead
   * @param {{ references: string[], was: Map<HTMLElement, Start>, to: HTMLElement }} made
   */
  function save(lead, { references, was, to }) {
    const what = references.join(",");
    const start = moves.drop(what) ? starts.get(what) ?? was : was;
    starts.set(what, start);
    const fields = fieldsOf(start, to);
    if (Object.keys(fields).length === 0) return;
    const selected = document.getElementById("keys")?.dataset.selected ?? "";
    const own = rows.title(lead)?.getAttribute("href") ?? "";
    const several = references.length > 1;
    moves.send({
      what,
      path: several ? selected : own,
      item: lead,
      fields: several ? { ...fields, tasks: what } : fields,
      back() {
        const columns = columnsIn(start).map(nameOf).join(", ");
        return `${wordFor(references)} moved back to ${columns}.`;
      },
      takeBack: () => takeBack(start),
      left() {
        const stood = start.get(lead);
        if (stood) standBeside(stood);
      },
    });
  }

  /** @param {Map<HTMLElement, Start>} start */
  function takeBack(start) {
    // Starts with the last card, because each card goes back above its former neighbor
    for (const [card, { column, next, id }] of [...start].toReversed()) {
      if (!card.isConnected || !column.isConnected) continue;
      card.id = id;
      put(card, column, next);
    }
  }

  /** Moves the focus to a neighbor if the card's new column doesn't show it yet. @param {Start} start */
  function standBeside({ column, next }) {
    const left = board.cards(column);
    rows.stand(left.find((card) => card === next) ?? left[0]);
  }

  /** The menu that lists all columns, by the board's grouping. @type {Record<string, string>} */
  const menus = { label: "labels" };

  /** Opens the menu that also lists the hidden columns. @param {HTMLElement} card */
  function choose(card) {
    const by = board.columnOf(card)?.dataset.by ?? "";
    const title = rows.title(card);
    if (!title) return;
    const menu = menus[by] ?? by;
    const ofSelected = selection.menu(menu, boardCards.referenceOf(card));
    const href = ofSelected ?? `${title.getAttribute("href")}/${menu}`;
    document.dispatchEvent(new CustomEvent("open-menu", { detail: { href, beside: title } }));
  }

  /** @param {HTMLElement} card @param {string} key */
  function step(card, key) {
    const column = board.columnOf(card);
    const { cards } = movedWith(card);
    const all = board.columns();
    const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
    const to = across ? all[all.findIndex((one) => one === column) + across] : column;
    if (!to && key === "ArrowRight" && document.querySelector("#board [data-hidden]")) {
      return choose(card);
    }
    if (!to) {
      return announce(`No more columns to the ${key === "ArrowLeft" ? "left" : "right"}`);
    }
    const why = refusal(cards, to);
    if (why) return tell(why);
    const own = board.cards(column);
    const at = own.slice(0, own.indexOf(card)).filter((one) => !cards.includes(one)).length;
    move(card, to, spot(card, cards, to, across ? at : at + (key === "ArrowUp" ? -1 : 1)));
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!/^Arrow(Left|Right|Up|Down)$/.test(event.key) || typing(event)) return;
    const card = rows.of(event.target instanceof Element ? event.target : null);
    if (!card || !board.columnOf(card)) return;
    event.preventDefault();
    step(card, event.key);
  });

  globalThis.boardMoves = { move };
})();
