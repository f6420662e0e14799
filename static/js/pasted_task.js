// @ts-check
/// <reference types="./globals.d.ts" />

// The address of a task of ours, pasted into a text, is written as its reference, which leads to it. Esc right after that
// puts the address back as it was pasted.
(() => {
  /** @type {{ field: HTMLTextAreaElement, plain: string, end: number, length: number } | null} */
  let pasted = null;

  /** @param {string} plain */
  function referenceIn(plain) {
    const url = URL.parse(plain);
    if (url?.origin !== location.origin || url.search || url.hash) return null;
    return /^\/workspace\/tasks\/([A-Z][A-Z0-9]*-\d+)$/.exec(url.pathname)?.[1] ?? null;
  }

  /** @param {HTMLTextAreaElement} field @param {string} text */
  function say(field, text) {
    const place = field.form?.querySelector("[data-said]");
    if (place) place.textContent = text;
    else announce(text);
  }

  document.addEventListener("paste", (event) => {
    const field = closestTo(event, "textarea[data-suggests]");
    const plain = event.clipboardData?.getData("text/plain").trim() ?? "";
    const reference = referenceIn(plain);
    if (!(field instanceof HTMLTextAreaElement) || !reference) return;
    event.preventDefault();
    document.execCommand("insertText", false, reference);
    pasted = { field, plain, end: field.selectionEnd, length: reference.length };
    say(field, `Written as ${reference}, which leads to the task. Esc keeps the address.`);
  });

  document.addEventListener("keydown", (event) => {
    if (!pasted || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
    const { field, plain, end, length } = pasted;
    pasted = null;
    if (event.key !== "Escape" || event.target !== field || field.selectionEnd !== end) return;
    event.preventDefault();
    event.stopPropagation();
    field.setSelectionRange(end - length, end);
    document.execCommand("insertText", false, plain);
    say(field, "The address stays as you pasted it.");
  }, { capture: true });
})();
