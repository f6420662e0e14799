// @ts-check
/// <reference types="./globals.d.ts" />

// A press beside what lies open over the page, a menu or the drawer, closes that and does nothing else: the browser closes
// it, and what is under it is neither opened nor taken hold of. News is pressed as ever, and the other button opens another
// menu.
(() => {
  /** Whether the press that is under way is such a one. */
  let beside = false;

  /** @param {PointerEvent} event */
  function isBeside(event) {
    const open = [...document.querySelectorAll("[popover=auto]:popover-open")].at(-1);
    if (!open || event.button === 2) return false;
    return !closestTo(event, `#${open.id}, #toasts, [popovertarget="${open.id}"]`);
  }

  addEventListener("pointerdown", (event) => {
    beside = isBeside(event);
    if (beside) event.stopPropagation();
  }, { capture: true });

  for (const press of /** @type {const} */ (["mousedown", "click", "auxclick"])) {
    addEventListener(press, (event) => {
      // What keys and scripts click was pressed no time
      if (beside && event.detail > 0) swallow(event);
    }, { capture: true });
  }
})();
