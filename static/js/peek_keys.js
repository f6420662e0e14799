// @ts-check
/// <reference types="./globals.d.ts" />

// Opens records in the panel by keys and pointer. Space opens and closes the panel, or shows it while held. The panel
// follows the focused row. Links that open something on the record open it in the panel.
(() => {
  /** The time after which a key counts as held. */
  const HELD_MS = 500;

  /**
   * The current press of Space: its start, whether it opened the panel, whether it repeats, and whether other keys were
   * pressed.
   */
  let held = { at: 0, opened: false, repeats: false, others: false };
  /** Whether a response moves the focus, not the person. */
  let settling = false;
  /** The ID of the last focused row. */
  let stood = "";
  /** The last pressed row. @type {HTMLElement | null} */
  let pressed = null;

  /** @param {string} selector @returns {HTMLElement | null} */
  const find = (selector) => document.querySelector(`#peek ${selector}`);

  /** @param {KeyboardEvent} event */
  function escape(event) {
    const peek = peeking.panel();
    if (!peek) return false;
    if (!typing(event)) peeking.close();
    else if (!closestTo(event, "#peek") || cancels(event)) return false;
    else peek.focus({ preventScroll: true });
    return true;
  }

  /** Returns whether an event cancels editing a text. @param {Event} event */
  const cancels = (event) => closestTo(event, ".text-form")?.querySelector("[data-cancel]");

  /** @param {KeyboardEvent} event */
  function space(event) {
    if (document.body.dataset.shortcuts === "off") return false;
    if (closestTo(event, "button, summary, input")) return false;
    if (event.repeat) {
      held.repeats = true;
      return held.at > 0;
    }
    const open = peeking.panel() !== null;
    const row = rows.of(document.activeElement) ?? document.querySelector("#main .row:hover");
    if (open) peeking.close();
    else if (!(row instanceof HTMLElement) || !peeking.open(row)) return false;
    held = { at: event.timeStamp, opened: !open, repeats: false, others: false };
    return true;
  }

  document.addEventListener("keyup", ({ key, timeStamp }) => {
    if (key !== " ") return;
    const { at, opened, repeats, others } = held;
    held = { at: 0, opened: false, repeats: false, others: false };
    // Fast typists release a key after pressing the next one
    if (opened && (repeats || (others && timeStamp - at > HELD_MS))) peeking.close();
  });
  addEventListener("blur", () => held.at = 0);

  /** @param {KeyboardEvent} event */
  function tab({ target, shiftKey }) {
    const peek = peeking.panel();
    if (!peek || !(target instanceof Element) || peek.ariaModal === "true") return false;
    const first = target === peek || target.matches('[data-peek-act="previous"]');
    if (!shiftKey && target.matches("#main .row-title")) peeking.enter();
    else if (shiftKey && first) rows.stand(peeking.row());
    else return false;
    return true;
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key, shiftKey, target } = event;
    if (key === "Tab") return tab(event);
    if (shiftKey) return false;
    if (key === " ") return space(event);
    const peek = peeking.panel();
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (peek && by && rows.of(document.activeElement) && !document.getElementById("board")) {
      return peeking.step(by);
    }
    const page = peek && target === peek && key === "Enter" && find('[data-peek-act="page"]');
    if (page) page.click();
    return Boolean(page);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== " ") held.others = true;
    const { defaultPrevented, ctrlKey, metaKey, altKey, isComposing } = event;
    if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return;
    if (somethingOpen()) return;
    const done = event.key === "Escape" ? escape(event) : !typing(event) && press(event);
    if (done) event.preventDefault();
  });

  /** @param {number} by @param {string} end the message at the end of the list */
  function step(by, end) {
    if (peeking.beside(by)) peeking.step(by);
    else tell(end, "done");
  }

  /** @type {Record<string, () => void>} */
  const acts = {
    previous: () => step(-1, "This is the first task in the list."),
    next: () => step(1, "This is the last task shown in the list."),
    close: () => peeking.close(),
    again: () => {
      const row = rows.peeked();
      if (row) peeking.ask(row);
      else peeking.load(peeking.panel()?.dataset.at ?? "");
    },
  };

  function closeMenu() {
    const menu = document.getElementById("menu");
    if (menu?.matches(":popover-open")) menu.hidePopover();
  }

  /** Returns the link in an event that opens something on the panel's record. @param {Event} event */
  function opening(event) {
    const link = closestTo(event, "#menu a[href], #peek-page a[href]");
    if (!(link instanceof HTMLAnchorElement) || !peeking.task(link.pathname)) return null;
    if (link.matches("[hx-get], [data-menu], [data-compose], [data-copy], [data-quote]")) {
      return null;
    }
    return link.closest("#menu") && !link.search ? null : link;
  }

  document.addEventListener("click", (event) => {
    const link = followed(event, "[data-peek]");
    acts[closestTo(event, "#peek [data-peek-act]")?.dataset.peekAct ?? ""]?.();
    if (link) {
      closeMenu();
      const path = link.getAttribute("href");
      const same = peeking.rows().find((row) => rows.task(row) === path);
      peeking.open(rows.of(link) ?? same);
    } else if (opening(event)) {
      const inside = followed(event, "a[href]");
      if (inside) peeking.load(inside.pathname + inside.search);
      if (inside) closeMenu();
    }
  }, { capture: true });

  htmx.registerExtension("backlog-peek-keys", { htmx_before_swap: () => void (settling = true) });
  addEventListener("keydown", () => settling = false, { capture: true });
  addEventListener("pointerdown", ({ target }) => {
    settling = false;
    pressed = target instanceof Element ? rows.of(target) : null;
  }, { capture: true });

  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    const peek = peeking.panel();
    const row = rows.of(target);
    // If the focus only returns to its row, nobody moved on
    const goes = row !== null && (row.id !== stood || row === pressed);
    if (row) stood = row.id;
    if (!peek || settling) return;
    if (!target.closest("#toasts, #menu, dialog")) {
      peek.toggleAttribute("data-within", peek.contains(target));
    }
    if (goes && row !== rows.peeked() && peeking.rows().includes(row)) peeking.ask(row);
  });
})();
