// @ts-check
/// <reference types="./globals.d.ts" />

// Moves cards of a board. Where a card went is shown at once and said; the moves are sent one after another, and what is
// refused goes back to where it was.
(() => {
  /**
   * A card that was moved and isn't saved yet: where it was, and what the server is told.
   * @typedef {object} Move
   * @property {string} path
   * @property {string} reference
   * @property {HTMLElement} card
   * @property {{ column: HTMLElement, next: Element | null, id: string }} from
   * @property {HTMLElement} to
   * @property {Record<string, string>} fields
   */

  /** @type {Move[]} */
  let waiting = [];
  /** @type {Move | null} */
  let sent = null;
  /** Whether an answer wasn't shown because it is older than what one sees. */
  let behind = false;
  /** Whether the answer to the move that is sent shows how the board is. */
  let shown = false;
  /** Whether one stood on the card that was moved when its answer came. */
  let stood = false;
  /** What holds up answers: a card that one is dragging. */
  let held = false;

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
    const earlier = waiting.find((one) => one.path === path);
    waiting = waiting.filter((one) => one !== earlier);
    const start = earlier?.from ?? was;
    const fields = fieldsOf(card, start.column, column);
    const reference = referenceOf(card);
    if (Object.keys(fields).length === 0) return;
    waiting.push({ path, reference, card, from: start, to: column, fields });
    send();
  }

  async function send() {
    if (sent) return;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      sent = next;
      shown = false;
      stood = false;
      const status = await ask(next);
      if (status !== "done") takeBack(next, status);
      if (stood && !next.card.isConnected) standBeside(next.from);
    }
    sent = null;
    if (behind && !held) refresh();
  }

  /** @param {Move} move @returns {Promise<"done" | "refused" | "unreached">} */
  async function ask({ path, fields }) {
    const form = document.createElement("form");
    form.hidden = true;
    for (const [name, value] of Object.entries(fields)) {
      const field = document.createElement("input");
      field.name = name;
      field.value = value;
      form.append(field);
    }
    document.body.append(form);
    /** @type {"done" | "refused" | "unreached"} */
    let outcome = "unreached";
    /** @param {CustomEvent<{ ctx: RequestContext }>} event */
    const answered = ({ detail: { ctx } }) => {
      if (ctx.sourceElement !== form || !ctx.response || ctx.response.status >= 500) return;
      outcome = /\bdone\b/.test(ctx.hx?.trigger ?? "") ? "done" : "refused";
    };
    document.addEventListener("htmx:finally:request", answered);
    await htmx.ajax("POST", `${path}/place`, { target: "#announced", swap: "none", source: form })
      .catch(() => {});
    document.removeEventListener("htmx:finally:request", answered);
    form.remove();
    return outcome;
  }

  /** @param {Move} move @param {"refused" | "unreached"} why */
  function takeBack({ path, reference, card, from, to }, why) {
    waiting = waiting.filter((one) => one.path !== path);
    const back = `${reference} is back in ${nameOf(from.column)}.`;
    if (why === "unreached") tell(`The server can't be reached. ${back}`);
    else announce(back);
    if (shown || !card.isConnected || !to.isConnected || !from.column.isConnected) return;
    card.id = from.id;
    put(card, from.column, from.next);
    behind = true;
  }

  /** A card that went where its column shows none yet leaves the focus to the one that took its place. @param {Move["from"]} from */
  function standBeside({ column, next }) {
    const left = board.cards(column);
    rows.stand(left.find((card) => card === next) ?? left[0]);
  }

  /** Shows the board as it is by now. */
  function refresh() {
    behind = false;
    const source = document.getElementById("announced");
    if (!source || !place()) return;
    const path = location.pathname + location.search;
    htmx.ajax("GET", path, { target: "#announced", swap: "none", source });
  }

  /** @type {BoardMoves["hold"]} */
  function hold(on) {
    held = on;
    if (!on && behind && !sent) refresh();
  }

  // An answer that is older than what one sees changes nothing of the board: the last one shows all.
  htmx.registerExtension("backlog-board-moves", {
    htmx_before_swap: (_element, { ctx, tasks }) => {
      const main = tasks.find(({ target }) => target?.id === "main");
      if (!main || !place() || ctx.target === document.body) return;
      if (!held && waiting.length === 0) {
        shown = true;
        stood = sent?.card.contains(document.activeElement) ?? false;
        behind = false;
        return;
      }
      tasks.splice(tasks.indexOf(main), 1);
      behind = true;
    },
  });

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

  globalThis.boardMoves = { refusal, spot, move, hold };
})();
