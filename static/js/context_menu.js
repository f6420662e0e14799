// @ts-check
/// <reference types="./globals.d.ts" />

// The menu of what one can do with a task, where one clicks with the other button or presses the menu key: of all that
// are selected, where it is one of them. With Shift or Ctrl it is the browser's own.
document.addEventListener("contextmenu", (event) => {
  const row = rows.of(event.target instanceof Element ? event.target : null);
  const title = rows.title(row);
  if (!row || !title || event.shiftKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const { clientX: x, clientY: y, button } = event;
  const href = selection.menu("actions", rows.box(row)?.value) ??
    `${title.getAttribute("href")}/actions`;
  const at = button === 2 ? { x, y } : undefined;
  document.dispatchEvent(new CustomEvent("open-menu", { detail: { href, beside: title, at } }));
});
