// @ts-check
/// <reference types="../globals.d.ts" />

// A row's menu on touch screens moves the row in the manual order, as keys do (`reorder.js`).
document.addEventListener("click", (event) => {
  const key = closestTo(event, "#menu [data-moves]")?.dataset.moves;
  const pressed = key && new KeyboardEvent("keydown", { key, altKey: true, bubbles: true });
  if (pressed) document.querySelector("[data-moves] > .here")?.dispatchEvent(pressed);
});
