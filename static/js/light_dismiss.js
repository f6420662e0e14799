// @ts-check
/// <reference types="./globals.d.ts" />

// A press outside an open menu or sidebar only closes it. The browser closes it, and this script keeps the press from
// opening or dragging anything below. Toasts can still be pressed, and the right mouse button opens another menu.
(() => {
  /** Whether the current press is outside an open layer. */
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
      // Keys and scripts click without a press
      if (beside && event.detail > 0) swallow(event);
    }, { capture: true });
  }
})();
