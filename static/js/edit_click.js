// @ts-check
/// <reference types="./globals.d.ts" />

// A click on a title, or where a description is missing, begins to write there, as its pencil does. What one chooses to
// copy stays as it is; a finger has the pencil, which it sees at any time.
document.addEventListener("click", (event) => {
  const pencil = closestTo(event, ".detail-title, .detail-none")?.nextElementSibling;
  if (!(pencil instanceof HTMLElement) || !pencil.matches(".edit-link")) return;
  if (getSelection()?.isCollapsed && !byTouch()) pencil.click();
});
