// @ts-check
/// <reference types="./globals.d.ts" />

// Ctrl or Cmd with Enter saves the current form. In a single-line field, Enter also saves the form.
(() => {
  let savedAt = -Infinity;
  let savedWith = false;

  document.addEventListener("keydown", (event) => {
    const { key, timeStamp } = event;
    if (key !== "Enter") savedAt = -Infinity;
    if (key !== "Enter" || event.isComposing) return;
    const form = closestTo(event, "form[data-save-key]");
    const oneLine = event.target instanceof Element &&
      event.target.matches("[data-submit-on-enter], .composer-title");
    const held = event.ctrlKey || event.metaKey;
    // A second press of the same key saves only once, and doesn't activate what appeared in the meantime
    const second = timeStamp - savedAt < 400 && held === savedWith && !typing(event);
    if (form instanceof HTMLFormElement && (held || (oneLine && !event.shiftKey))) {
      event.preventDefault();
      savedAt = timeStamp;
      savedWith = held;
      form.requestSubmit();
    } else if (second) event.preventDefault();
  });
})();
