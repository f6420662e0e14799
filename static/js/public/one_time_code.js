// @ts-check
/// <reference types="../globals.d.ts" />

// Sends a sign-in code once it has six digits.
document.addEventListener("input", (event) => {
  const field = closestTo(event, "[data-code]");
  if (!(field instanceof HTMLInputElement)) return;
  field.value = field.value.replace(/\D/g, "");
  if (field.value.length === 6) field.form?.requestSubmit();
});
