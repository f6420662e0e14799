// @ts-check
/// <reference types="../globals.d.ts" />

// Shows how many characters are left near a text's limit (`data-limit`), and how many are too many beyond it. Typed or
// pasted text is never cut.
(() => {
  const NEAR = 50;

  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

  /** @param {number} count */
  const characters = (count) => `${count} ${count === 1 ? "character" : "characters"}`;

  /** @param {Field} field */
  function count(field) {
    const left = Number(field.dataset.limit) - field.value.length;
    const words = left < 0 ? `${characters(-left)} too many` : `${characters(left)} left`;
    field.setCustomValidity(left < 0 ? `At most ${field.dataset.limit} characters: ${words}.` : "");
    const place = field.form?.querySelector("[data-kept-place], .form-actions") ?? field.form;
    const before = place?.querySelector(`[data-limit-of="${field.name}"]`);
    if (left > NEAR || !field.value) return before?.remove();
    const note = before ?? document.createElement("p");
    note.className = left < 0 ? "kept-note too-long" : "kept-note";
    note.setAttribute("data-limit-of", field.name);
    note.setAttribute("role", "status");
    note.textContent = words;
    if (!before) place?.append(note);
  }

  /** @param {unknown} field @returns {field is Field} */
  const isField = (field) =>
    field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;

  function countAll() {
    for (const field of document.querySelectorAll("[data-limit]")) if (isField(field)) count(field);
  }

  document.addEventListener("input", (event) => {
    const field = closestTo(event, "[data-limit]");
    if (isField(field)) count(field);
  });
  document.addEventListener("htmx:after:swap", countAll);
  countAll();
})();
