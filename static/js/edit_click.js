// @ts-check
/// <reference types="./globals.d.ts" />

// A click on a title, or in an empty description, starts editing, as the pencil does. Selecting text to copy doesn't.
// On touch screens, the pencil is always visible.
document.addEventListener("click", (event) => {
  const pencil = closestTo(event, ".detail-title, .detail-none")?.nextElementSibling;
  if (!(pencil instanceof HTMLElement) || !pencil.matches(".edit-link")) return;
  if (getSelection()?.isCollapsed && !byTouch()) pencil.click();
});
