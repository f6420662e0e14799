// @ts-check
/// <reference types="./globals.d.ts" />

// Ctrl or Cmd with Enter saves what one is writing; plain Enter does where a text has one line.
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
    // Whoever presses the same twice saves once, and opens nothing that came under the second one
    const second = timeStamp - savedAt < 400 && held === savedWith && !typing(event);
    if (form instanceof HTMLFormElement && (held || (oneLine && !event.shiftKey))) {
      event.preventDefault();
      savedAt = timeStamp;
      savedWith = held;
      form.requestSubmit();
    } else if (second) event.preventDefault();
  });
})();
