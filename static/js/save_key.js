// @ts-check
/// <reference types="./globals.d.ts" />

// Ctrl or Cmd with Enter saves what one is writing; plain Enter does where a text has one line.
(() => {
  let savedAt = -Infinity;

  /** Whoever presses Enter twice saves once, and opens nothing that came under the second one. @param {KeyboardEvent} event */
  const isSecond = (event) => event.timeStamp - savedAt < 400 && !typing(event);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") savedAt = -Infinity;
    if (event.key !== "Enter" || event.isComposing) return;
    const form = closestTo(event, "form[data-save-key]");
    const oneLine = event.target instanceof Element &&
      event.target.matches("[data-submit-on-enter], .composer-title");
    const saves = event.ctrlKey || event.metaKey || (oneLine && !event.shiftKey);
    if (form instanceof HTMLFormElement && saves) {
      event.preventDefault();
      savedAt = event.timeStamp;
      form.requestSubmit();
    } else if (isSecond(event)) event.preventDefault();
  });
})();
