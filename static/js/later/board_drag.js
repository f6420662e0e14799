// @ts-check
/// <reference types="../globals.d.ts" />

// Drags a board's cards by mouse, or by touch after a long press, with all other selected cards. Shows where they can
// be dropped, or why they can't. Esc cancels the drag.
(() => {
  const LONG_PRESS_MS = 400;
  const STILL_PX = 6;
  /** How near the edge a dragged card must be to scroll the board, and the distance of each step. */
  const EDGE_PX = 56;
  const STEP_PX = 14;

  /**
   * A pressed card. Once it has a ghost, all cards that move with it are lifted.
   * @typedef {object} Drag
   * @property {HTMLElement} card
   * @property {HTMLElement[]} cards
   * @property {boolean} touch
   * @property {boolean} moved whether it moved away from the press
   * @property {{ x: number, y: number }} start
   * @property {{ x: number, y: number }} now
   * @property {ReturnType<typeof setTimeout> | undefined} timer
   * @property {HTMLElement | null} ghost
   * @property {{ column: HTMLElement, at: number } | null} target
   * @property {string | null} why the reason that the cards can't be dropped here
   */

  /** @type {Drag | null} */
  let drag = null;

  const mark = make("li", { className: "drop-mark", ariaHidden: "true" });

  const place = () => document.getElementById("board");

  /** @param {Drag} held */
  function lift(held) {
    const { card } = held;
    const { cards, references } = boardCards.movedWith(card);
    held.cards = cards;
    const { left, top, width } = card.getBoundingClientRect();
    const ghost = make("div", { className: "card-ghost", inert: true });
    const copy = /** @type {HTMLElement} */ (card.cloneNode(true));
    copy.removeAttribute("id");
    ghost.dataset.by = board.columnOf(card)?.dataset.by;
    ghost.append(copy, make("p", { className: "drop-why" }));
    const textContent = String(references.length);
    if (references.length > 1) {
      ghost.prepend(make("span", { className: "drag-count", textContent }));
    }
    ghost.style.left = `${left}px`;
    ghost.style.top = `${top}px`;
    ghost.style.width = `${width}px`;
    held.ghost = ghost;
    document.body.append(ghost);
    for (const one of cards) one.classList.add("lifted");
    place()?.setAttribute("data-dragging", "");
    moves.hold(true);
    if (held.touch) navigator.vibrate?.(10);
    follow();
    requestAnimationFrame(scroll);
  }

  /**
   * Returns the position among a column's other cards at a height.
   * @param {HTMLElement[]} cards
   * @param {HTMLElement} column
   * @param {number} y
   */
  function placeAt(cards, column, y) {
    const others = boardCards.others(cards, column);
    const below = others.findIndex((other) => {
      const { top, height } = other.getBoundingClientRect();
      return y < top + height / 2;
    });
    return below === -1 ? others.length : below;
  }

  /** Shows where a dropped card would go, or why it can't go there. */
  function follow() {
    if (!drag?.ghost) return;
    const { card, cards, start, now: { x, y }, ghost } = drag;
    ghost.style.translate = `${x - start.x}px ${y - start.y}px`;
    const column = board.columnOf(document.elementFromPoint(x, y));
    const why = column ? boardCards.refusal(cards, column) : "Drop here to cancel";
    const at = column && !why ? boardCards.spot(card, cards, column, placeAt(cards, column, y)) : 0;
    drag.why = column ? why : null;
    drag.target = column && !why ? { column, at } : null;
    // The dragged cards cover the name of a hidden column
    const to = column && boardCards.isHidden(column) ? `To ${boardCards.nameOf(column)}` : "";
    show(why ?? to);
  }

  /** @param {string} why */
  function show(why) {
    const target = drag?.target;
    for (const column of document.querySelectorAll("#board .column")) {
      column.toggleAttribute("data-drop", column === target?.column);
    }
    const note = drag?.ghost?.querySelector(".drop-why");
    if (note && note.textContent !== why) note.textContent = why;
    if (!drag || !target) return mark.remove();
    const { column, at } = target;
    const others = boardCards.others(drag.cards, column);
    const list = column.querySelector(".cards");
    const before = others[at] ?? list?.querySelector(".more") ?? null;
    if (mark.parentElement !== list || mark.nextElementSibling !== before) {
      list?.insertBefore(mark, before);
    }
  }

  /** Scrolls when a card is held near an edge. */
  function scroll() {
    if (!drag?.ghost) return;
    const { x, y } = drag.now;
    const all = place();
    const list = document.elementFromPoint(x, y)?.closest(
      "#board .hidden-columns > form, #board .cards",
    );
    const across = all ? towards(x, all.getBoundingClientRect(), "left", "right") : 0;
    const down = list ? towards(y, list.getBoundingClientRect(), "top", "bottom") : 0;
    all?.scrollBy(across, 0);
    list?.scrollBy(0, down);
    if (across || down) follow();
    requestAnimationFrame(scroll);
  }

  /**
   * @param {number} at
   * @param {DOMRect} box
   * @param {"left" | "top"} first
   * @param {"right" | "bottom"} last
   */
  function towards(at, box, first, last) {
    if (at < box[first] + EDGE_PX) return -STEP_PX;
    return at > box[last] - EDGE_PX ? STEP_PX : 0;
  }

  /** @param {boolean} put whether the cards are dropped */
  function release(put) {
    if (!drag) return;
    const { card, cards, ghost, target, timer, touch, moved, why } = drag;
    clearTimeout(timer);
    drag = null;
    if (!ghost) return;
    ghost.remove();
    for (const one of cards) one.classList.remove("lifted");
    place()?.removeAttribute("data-dragging");
    show("");
    // Otherwise, the following click would open the card.
    swallowClick();
    rows.title(card)?.focus({ preventScroll: true });
    // A long press without movement opens the card's menu, as on a row (`context_menu.js`).
    if (touch && !moved) put = false;
    if (put && target) boardMoves.move(card, target.column, target.at);
    else if (put && why) tell(why);
    moves.hold(false);
  }

  document.addEventListener("pointerdown", (event) => {
    const card = closestTo(event, "#board .card");
    if (!card || event.button !== 0 || !event.isPrimary || event.shiftKey) return;
    const touch = event.pointerType === "touch";
    if (!touch && closestTo(event, "[data-menu], input")) return;
    const start = { x: event.clientX, y: event.clientY };
    /** @type {Drag} */
    const pressed = {
      ...{ card, cards: [card], touch, moved: false, start, now: start, timer: undefined },
      ...{ ghost: null, target: null, why: null },
    };
    drag = pressed;
    if (touch) pressed.timer = setTimeout(() => lift(pressed), LONG_PRESS_MS);
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.now = { x: event.clientX, y: event.clientY };
    const { card, now, start, touch } = drag;
    drag.moved ||= Math.hypot(now.x - start.x, now.y - start.y) >= STILL_PX;
    if (drag.ghost) return follow();
    if (!drag.moved) return;
    // A finger that moves before the long press scrolls.
    if (touch) return release(false);
    card.setPointerCapture(event.pointerId);
    lift(drag);
  });
  document.addEventListener("pointerup", () => release(true));
  document.addEventListener("pointercancel", () => release(false));

  document.addEventListener("touchmove", (event) => {
    if (drag?.ghost) event.preventDefault();
  }, { passive: false });
  // Otherwise, the browser would drag the link.
  document.addEventListener("dragstart", (event) => {
    if (closestTo(event, "#board .card")) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drag?.ghost) return;
    swallow(event);
    const { references } = boardCards.movedWith(drag.card);
    release(false);
    announce(`${boardCards.wordFor(references)} not moved`);
  }, { capture: true });
})();
