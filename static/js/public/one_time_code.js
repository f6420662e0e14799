// @ts-check
/// <reference types="../globals.d.ts" />

// Six digits are a whole code: it is sent as soon as they are there.
document.addEventListener("input", (event) => {
  const field = closestTo(event, "[data-code]");
  if (!(field instanceof HTMLInputElement)) return;
  field.value = field.value.replace(/\D/g, "");
  if (field.value.length === 6) field.form?.requestSubmit();
});
