// @ts-check
/// <reference types="./globals.d.ts" />

// Reorders the items of a list with `data-moves` by mouse, by touch after a long press, and with Alt and arrows. The
// event `moved` reports a new position, and listeners save it.
(() => {
  const LONG_PRESS = 400;
  const MOVED = 5;
  const ITEM = "[data-moves] > li:not(.more)";

  /**
   * The current drag: the original order, and the pointer's start.
   * @type {{ item: HTMLElement, before: Element[], x: number, y: number, touch: boolean, lifted: boolean, timer: ReturnType<typeof setTimeout> | undefined } | null}
   */
  let drag = null;

  /** @param {Element | null} item @returns {item is Element} */
  const isItem = (item) => item?.matches(ITEM) ?? false;
  /** @param {Element} item */
  const listOf = (item) => [...item.parentElement?.children ?? []].filter(isItem);
  /** @param {Element} item */
  const nameOf = (item) => item.querySelector("bdi, .row-title")?.textContent;

  /**
   * Reports an item's new position, unless it hasn't changed.
   * @param {HTMLElement} item
   * @param {Element[]} before
   */
  function settle(item, before) {
    const all = listOf(item);
    if (all.every((one, at) => one === before[at])) return;
    const more = item.parentElement?.querySelector(":scope > .more") ? "+" : "";
    announce(`${nameOf(item)} moved to ${all.indexOf(item) + 1} of ${all.length}${more}`);
    item.dispatchEvent(new CustomEvent("moved", { bubbles: true, detail: { before } }));
  }

  /**
   * Moves the other items around the dragged one, so that it keeps the focus and the pointer.
   * @param {HTMLElement} item
   * @param {number} y
   */
  function follow(item, y) {
    /** @param {Element} other */
    const middle = (other) => {
      const { top, height } = other.getBoundingClientRect();
      return top + height / 2;
    };
    for (let at = item.previousElementSibling; isItem(at) && y < middle(at);) {
      item.after(at);
      at = item.previousElementSibling;
    }
    for (let at = item.nextElementSibling; isItem(at) && y > middle(at);) {
      item.before(at);
      at = item.nextElementSibling;
    }
  }

  function lift() {
    if (!drag) return;
    drag.lifted = true;
    drag.item.classList.add("moving");
    if (drag.touch) navigator.vibrate?.(10);
    moves.hold(true);
  }

  /** @param {boolean} kept */
  function release(kept) {
    if (!drag) return;
    const { item, before, lifted, timer } = drag;
    clearTimeout(timer);
    drag = null;
    item.classList.remove("moving");
    if (!lifted) return;
    if (kept) settle(item, before);
    else item.parentElement?.prepend(...before);
    moves.hold(false);
    // Otherwise, the following click would open the item.
    swallowClick();
  }

  document.addEventListener("pointerdown", (event) => {
    const item = closestTo(event, ITEM);
    if (!item || event.button !== 0 || event.shiftKey) return;
    const touch = event.pointerType !== "mouse";
    // There, a long press opens the menu
    if (touch && item.matches(".rows > *")) return;
    const { clientX: x, clientY: y } = event;
    const timer = touch ? setTimeout(lift, LONG_PRESS) : undefined;
    drag = { item, before: listOf(item), x, y, touch, lifted: false, timer };
  });

  document.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (!drag) return;
    const moved = Math.hypot(clientX - drag.x, clientY - drag.y) > MOVED;
    if (!drag.lifted && moved) {
      if (drag.touch) return release(false);
      lift();
    }
    if (drag.lifted) follow(drag.item, clientY);
  });
  document.addEventListener("pointerup", () => release(true));
  document.addEventListener("pointercancel", () => release(false));
  // A dragging finger neither scrolls nor opens a menu.
  document.addEventListener("touchmove", (event) => {
    if (drag?.lifted) event.preventDefault();
  }, { passive: false });
  document.addEventListener("contextmenu", (event) => {
    if (drag?.touch) swallow(event);
  }, { capture: true });
  // Otherwise, the browser would drag the link.
  document.addEventListener("dragstart", (event) => {
    if (closestTo(event, ITEM)) event.preventDefault();
  });

  /**
   * @param {HTMLElement} item
   * @param {string} key
   */
  function step(item, key) {
    const before = listOf(item);
    const at = before.indexOf(item);
    const up = key !== "ArrowDown";
    const { nextElementSibling: next, previousElementSibling: previous } = item;
    if (!isItem(up ? previous : next)) {
      const end = up ? "first" : next ? "the last one shown" : "last";
      return announce(`${nameOf(item)} is already ${end}`);
    }
    if (up) item.after(...before.slice(key === "Home" ? 0 : at - 1, at));
    else item.before(next ?? "");
    item.scrollIntoView({ block: "nearest" });
    settle(item, before);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drag?.lifted) {
      swallow(event);
      const name = nameOf(drag.item);
      release(false);
      announce(`${name} not moved`);
    }
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const item = closestTo(event, ITEM);
    const refused = closestTo(event, ".rows[data-refused]")?.dataset.refused;
    if ((!item && !refused) || !/^(Arrow(Up|Down)|Home)$/.test(event.key)) return;
    event.preventDefault();
    if (item) step(item, event.key);
    else announce(refused ?? "");
  }, { capture: true });
})();
