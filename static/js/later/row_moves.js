// @ts-check
/// <reference types="../globals.d.ts" />

// The menu of a row, which a finger opens, puts it elsewhere in a list by hand, as keys do (`reorder.js`).
document.addEventListener("click", (event) => {
  const key = closestTo(event, "#menu [data-moves]")?.dataset.moves;
  const pressed = key && new KeyboardEvent("keydown", { key, altKey: true, bubbles: true });
  if (pressed) document.querySelector("[data-moves] > .here")?.dispatchEvent(pressed);
});
