// @ts-check
/// <reference types="./globals.d.ts" />

// Ctrl or Cmd with Enter saves what one is writing; plain Enter does where a text has one line.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  const form = closestTo(event, "form[data-save-key]");
  const oneLine = event.target instanceof Element &&
    event.target.matches("[data-submit-on-enter], .composer-title");
  const saves = event.ctrlKey || event.metaKey || (oneLine && !event.shiftKey);
  if (!(form instanceof HTMLFormElement) || !saves) return;
  event.preventDefault();
  form.requestSubmit();
});
