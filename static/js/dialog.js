// @ts-check
/// <reference types="./globals.d.ts" />

// Handles the dialogs of a page, and their close buttons.
document.addEventListener("click", (event) => {
  const opened = document.getElementById(closestTo(event, "[data-open]")?.dataset.open ?? "");
  if (opened instanceof HTMLDialogElement) opened.showModal();
  closestTo(event, "[data-close]")?.closest("dialog")?.close();
});
document.addEventListener("close", () => findPlace(), { capture: true });
