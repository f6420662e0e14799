// @ts-check
/// <reference types="./globals.d.ts" />

// A checkbox shows its new state immediately. The response then renders the list.
(() => {
  /** The changed checkboxes of pending requests. @type {Map<Element, HTMLElement[]>} */
  const asked = new Map();

  document.addEventListener("submit", (event) => {
    const box = event.submitter;
    if (!(box instanceof HTMLButtonElement) || !box.matches(".checklist-box") || !box.form) return;
    turn(box);
    asked.set(box.form, [...asked.get(box.form) ?? [], box]);
  }, { capture: true });

  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    const boxes = asked.get(ctx.sourceElement);
    if (!boxes) return;
    const [first, ...others] = boxes;
    if (!ctx.response || ctx.response.status >= 500) turn(first);
    asked.set(ctx.sourceElement, others);
  });

  /** @param {HTMLElement | undefined} box */
  function turn(box) {
    box?.setAttribute("aria-checked", String(box.ariaChecked !== "true"));
  }
})();
