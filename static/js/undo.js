// @ts-check
/// <reference types="./globals.d.ts" />

// Takes back what was done last, while its news still offers to; what one types is undone by the browser, where there is any.
/** @param {Event} event */
const inEmptyFilter = ({ target }) =>
  target instanceof HTMLInputElement && target.value === "" && target.matches("#menu input");

document.addEventListener("keydown", (event) => {
  const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey &&
    event.key.toLowerCase() === "z";
  const offer = document.querySelector("#toasts .toast:last-child [data-undo]");
  if (!undo || !(offer instanceof HTMLElement) || (typing(event) && !inEmptyFilter(event))) return;
  event.preventDefault();
  offer.click();
});
