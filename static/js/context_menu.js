// @ts-check
/// <reference types="./globals.d.ts" />

// Opens the menu of a task, or of the record in a row's `data-acts`: on a right click, the menu key, or after a long
// press without movement. If the task is selected, the menu applies to all selected tasks. Shift or Ctrl opens the
// browser's menu.
(() => {
  const LONG_PRESS_MS = 400;
  const STILL_PX = 6;

  /**
   * The finger on a row.
   * @type {{ row: HTMLElement, x: number, y: number, long: boolean, timer: ReturnType<typeof setTimeout> } | null}
   */
  let finger = null;

  /** @param {HTMLElement} row @param {MenuWanted["at"]} [at] */
  function open(row, at) {
    const beside = rows.title(row);
    const href = row.dataset.acts ?? selection.menu("actions", rows.box(row)?.value) ??
      `${rows.task(row)}/actions`;
    if (beside) {
      document.dispatchEvent(new CustomEvent("open-menu", { detail: { href, beside, at } }));
    }
  }

  /** @param {Event} event */
  function rowOf(event) {
    const row = rows.of(closestTo(event, "*"));
    return row?.dataset.acts ?? rows.task(row) ? row : null;
  }

  function lift() {
    clearTimeout(finger?.timer);
    finger?.row.classList.remove("here");
    finger = null;
  }

  document.addEventListener("pointerdown", (event) => {
    lift();
    const row = rowOf(event);
    if (!byTouch() || !row || !event.isPrimary) return;
    const timer = setTimeout(() => {
      if (finger) finger.long = true;
      row.classList.add("here");
      navigator.vibrate?.(10);
    }, LONG_PRESS_MS);
    finger = { row, x: event.clientX, y: event.clientY, long: false, timer };
  });
  document.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (finger && Math.hypot(clientX - finger.x, clientY - finger.y) >= STILL_PX) lift();
  });
  document.addEventListener("pointercancel", lift);
  // Otherwise, the following click would open the task or choose from the menu.
  document.addEventListener("touchend", (event) => {
    const held = finger;
    lift();
    if (!held?.long) return;
    event.preventDefault();
    open(held.row, { x: held.x, y: held.y });
  });

  document.addEventListener("contextmenu", (event) => {
    const row = rowOf(event);
    if (!row || event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { clientX: x, clientY: y, button } = event;
    if (!byTouch()) open(row, button === 2 ? { x, y } : undefined);
  });
})();
