// @ts-check
/// <reference types="./globals.d.ts" />

// Favorites are put in order by mouse, by touch after a long press, and by Alt with arrows; Alt+F makes one.
(() => {
  const LONG_PRESS = 400;
  const MOVED = 5;

  /**
   * What is being dragged: its list as it was, and where the pointer went down.
   * @type {{ item: HTMLElement, before: Element[], x: number, y: number, touch: boolean, lifted: boolean, timer: ReturnType<typeof setTimeout> | undefined } | null}
   */
  let drag = null;
  /** Moves are saved one after another, each by places that the one before left. */
  let saved = Promise.resolve();

  /** @param {Element} item */
  const positionOf = (item) => item instanceof HTMLElement ? Number(item.dataset.position) : 0;

  /** @param {Element} item */
  const listOf = (item) => [...item.parentElement?.children ?? []];

  /**
   * Numbers a list anew after one of it was moved. @returns where that stands now
   * @param {HTMLElement} item
   */
  function renumber(item) {
    const from = positionOf(item);
    /** @param {Element} other */
    const without = (other) => positionOf(other) - Number(positionOf(other) > from);
    const { nextElementSibling: next, previousElementSibling: previous } = item;
    const to = next ? without(next) : previous ? without(previous) + 1 : from;
    for (const other of listOf(item)) {
      if (!(other instanceof HTMLElement)) continue;
      const place = without(other);
      other.dataset.position = String(other === item ? to : place + Number(place >= to));
    }
    return to;
  }

  /**
   * Saves where an item was put, and says it; where that fails, the list is put back.
   * @param {HTMLElement} item
   * @param {Element[]} before
   */
  function save(item, before) {
    const all = listOf(item);
    if (all.every((one, at) => one === before[at])) return;
    const path = `/workspace/favorites/${item.dataset.favorite}/${renumber(item)}`;
    const name = item.querySelector("bdi")?.textContent;
    announce(`Moved ${name} to ${all.indexOf(item) + 1} of ${all.length}.`);
    saved = saved.then(async () => {
      if (await isTaken(path)) return;
      item.parentElement?.append(...before);
      tell("The order of your favorites couldn't be saved. Try again in a moment.");
    });
  }

  /** @param {string} path */
  async function isTaken(path) {
    const headers = { "hx-request": "true", "hx-request-type": "partial" };
    try {
      const answer = await fetch(path, { method: "POST", headers });
      const elsewhere = answer.headers.get("hx-redirect");
      if (elsewhere) location.assign(elsewhere);
      return answer.ok;
    } catch {
      return false;
    }
  }

  /**
   * Puts the others around an item, which itself stays: so it keeps the focus and the pointer.
   * @param {HTMLElement} item
   * @param {number} y
   */
  function follow(item, y) {
    /** @param {Element} other */
    const middle = (other) => {
      const { top, height } = other.getBoundingClientRect();
      return top + height / 2;
    };
    for (let at = item.previousElementSibling; at && y < middle(at);) {
      item.after(at);
      at = item.previousElementSibling;
    }
    for (let at = item.nextElementSibling; at && y > middle(at);) {
      item.before(at);
      at = item.nextElementSibling;
    }
  }

  function lift() {
    if (!drag) return;
    drag.lifted = true;
    drag.item.classList.add("moving");
  }

  /** @param {boolean} kept */
  function release(kept) {
    if (!drag) return;
    const { item, before, lifted, timer } = drag;
    clearTimeout(timer);
    drag = null;
    item.classList.remove("moving");
    if (!lifted) return;
    if (kept) save(item, before);
    else item.parentElement?.append(...before);
    // The click that follows would open it.
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
  }

  /** @param {Event} event */
  function swallow(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  document.addEventListener("pointerdown", (event) => {
    const item = closestTo(event, "[data-moves] > li");
    if (!item || event.button !== 0) return;
    const touch = event.pointerType !== "mouse";
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
  // What is held by a finger neither scrolls nor opens a menu.
  document.addEventListener("touchmove", (event) => {
    if (drag?.lifted) event.preventDefault();
  }, { passive: false });
  document.addEventListener("contextmenu", (event) => {
    if (drag?.touch) event.preventDefault();
  });

  /**
   * @param {HTMLElement} item
   * @param {string} key
   */
  function step(item, key) {
    const before = listOf(item);
    const { nextElementSibling: next, previousElementSibling: previous } = item;
    if (key === "ArrowUp" && previous) item.after(previous);
    if (key === "ArrowDown" && next) item.before(next);
    item.scrollIntoView({ block: "nearest" });
    save(item, before);
  }

  async function toggle() {
    const task = pointedTask();
    const href = task?.dataset.task ?? (task && rows.title(task)?.getAttribute("href"));
    const button = document.querySelector("#bar [data-favorite-button]");
    if (!href) return button instanceof HTMLElement && button.click();
    const favorite = `task/${href.split("/").at(-1)}`;
    const pinned = document.querySelector(`[data-favorite="${CSS.escape(favorite)}"]`);
    const form = document.createElement("form");
    const act = document.createElement("input");
    form.hidden = true;
    act.name = "act";
    act.value = pinned ? "remove" : "add";
    form.append(act);
    document.body.append(form);
    const path = `/workspace/favorites/${favorite}`;
    await htmx.ajax("POST", path, { target: "#announced", swap: "none", source: form });
    form.remove();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drag?.lifted) {
      event.preventDefault();
      release(false);
    }
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const item = closestTo(event, "[data-moves] > li");
    if (item && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      step(item, event.key);
    }
    // On a Mac the key itself is another letter.
    const busy = typing(event) || document.querySelector("dialog[open], [popover]:popover-open");
    if (event.code !== "KeyF" || busy) return;
    event.preventDefault();
    toggle();
  });
})();
