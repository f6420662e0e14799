// @ts-check
/// <reference types="./globals.d.ts" />

// Moves cards of a board, which says where each went; what is refused goes back to where it was.
(() => {
  /**
   * Where a card was before a move that isn't saved yet.
   * @typedef {object} Start
   * @property {HTMLElement} column
   * @property {Element | null} next
   * @property {string} id
   */

  /** Where cards were before what waits to be sent, by their paths. @type {Map<string, Start>} */
  const starts = new Map();

  const place = () => document.getElementById("board");
  /** @param {Element} card */
  const referenceOf = (card) => card.querySelector(".row-reference")?.textContent ?? "";
  /** @param {Element | null} column */
  const nameOf = (column) => column?.querySelector("h2")?.textContent ?? "";
  /** @param {HTMLElement} column */
  const valueOf = ({ dataset: { key } }) => key === "none" ? "" : key ?? "";

  /** @type {BoardMoves["refusal"]} */
  function refusal(card, column) {
    return board.columnOf(card) === column ? place()?.dataset.refused ?? null : null;
  }

  /** @type {BoardMoves["spot"]} */
  function spot(card, column, at) {
    const others = board.cards(column).filter((other) => other !== card);
    const { sort, refused } = place()?.dataset ?? {};
    if (refused === undefined) return Math.max(0, Math.min(at, others.length));
    const newestFirst = sort !== "createdAt";
    const made = card.dataset.made ?? "";
    const after = others.findIndex(({ dataset: { made: other = "" } }) =>
      newestFirst ? other < made : other > made
    );
    return after === -1 ? others.length : after;
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

  /**
   * Puts a card before another one, or to its column's end, and keeps the focus where it is.
   * @param {HTMLElement} card
   * @param {HTMLElement} column
   * @param {Element | null} next
   */
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

  /** The card's id in another column: it names the label, where a task can stand in several. @param {HTMLElement} card @param {HTMLElement} column */
  function idIn(card, column) {
    const reference = referenceOf(card);
    return place()?.dataset.field === "label"
      ? `row-${column.dataset.key}-${reference}`
      : `row-${reference}`;
  }

  /** @param {HTMLElement} card @param {HTMLElement} column */
  function takeId(card, column) {
    const id = idIn(card, column);
    const twin = document.getElementById(id);
    if (twin && twin !== card) {
      twin.remove();
      count(column, -1);
    }
    card.id = id;
  }

  /** What the server is told. @param {HTMLElement} card @param {HTMLElement} from @param {HTMLElement} to */
  function fieldsOf(card, from, to) {
    const { field, refused } = place()?.dataset ?? {};
    /** @type {Record<string, string>} */
    const fields = {};
    if (from !== to && field) fields[field] = valueOf(to);
    if (from !== to && field === "label") fields.fromLabel = valueOf(from);
    if (refused !== undefined) return fields;
    const all = board.cards(to);
    const at = all.indexOf(card);
    const [above, below] = [all[at - 1], all[at + 1]];
    if (above) fields.after = referenceOf(above);
    else if (below) fields.before = referenceOf(below);
    return fields;
  }

  /** @type {BoardMoves["move"]} */
  function move(card, column, at) {
    const from = board.columnOf(card);
    const others = board.cards(column).filter((other) => other !== card);
    const next = others[at] ?? null;
    if (!from || (from === column && board.cards(column).indexOf(card) === at)) return;
    const was = { column: from, next: card.nextElementSibling, id: card.id };
    if (from !== column) takeId(card, column);
    put(card, column, next);
    const total = column.querySelector("[data-count]")?.textContent;
    announce(`${referenceOf(card)} moved to ${nameOf(column)}, ${at + 1} of ${total}.`);
    const path = rows.title(card)?.getAttribute("href") ?? "";
    const start = moves.drop(path) ? starts.get(path) ?? was : was;
    starts.set(path, start);
    const fields = fieldsOf(card, start.column, column);
    if (Object.keys(fields).length === 0) return;
    const reference = referenceOf(card);
    moves.send({
      path,
      item: card,
      fields,
      refused(why, shown) {
        const back = `${reference} is back in ${nameOf(start.column)}.`;
        if (why === "unreached") tell(`The server can't be reached. ${back}`);
        else announce(back);
        if (shown || ![card, column, start.column].every((one) => one.isConnected)) return;
        card.id = start.id;
        put(card, start.column, start.next);
        moves.renew();
      },
      left: () => standBeside(start),
    });
  }

  /** A card that went where its column shows none yet leaves the focus to the one that took its place. @param {Start} start */
  function standBeside({ column, next }) {
    const left = board.cards(column);
    rows.stand(left.find((card) => card === next) ?? left[0]);
  }

  /** @param {HTMLElement} card @param {string} key */
  function step(card, key) {
    const column = board.columnOf(card);
    const all = board.columns();
    const at = board.cards(column).indexOf(card);
    const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
    const to = across ? all[all.findIndex((one) => one === column) + across] : column;
    if (!to) {
      return announce(`There is no column further ${key === "ArrowLeft" ? "left" : "right"}.`);
    }
    const why = refusal(card, to);
    if (why) return tell(why);
    move(card, to, spot(card, to, across ? at : at + (key === "ArrowUp" ? -1 : 1)));
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

  globalThis.boardMoves = { refusal, spot, move };
})();
