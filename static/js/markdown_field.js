// @ts-check
/// <reference types="./globals.d.ts" />

// The bar above a text in Markdown: its buttons and keys format what is chosen, its preview shows what it will be.
(() => {
  /** @param {Element | null} inside @returns {HTMLTextAreaElement | null} */
  const fieldOf = (inside) => inside?.closest(".md-field")?.querySelector("textarea") ?? null;

  /** The keys of the bar's buttons, with Ctrl or ⌘. @param {KeyboardEvent} event */
  function toolFor({ code, shiftKey }) {
    /** @type {Record<string, string>} */
    const keys = shiftKey
      ? { Digit8: "list", Digit9: "checklist" }
      : { KeyB: "bold", KeyI: "italic", KeyE: "code", KeyK: "link" };
    return keys[code];
  }

  document.addEventListener("keydown", (event) => {
    const field = closestTo(event, ".md-field textarea");
    if (!(field instanceof HTMLTextAreaElement) || event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const tool = toolFor(event);
      if (!tool) return;
      event.preventDefault();
      event.stopPropagation();
      markdownText.tools[tool]?.(field);
    } else if (event.key === "Enter" && !event.shiftKey && !event.defaultPrevented) {
      if (markdownText.goOn(field)) event.preventDefault();
    }
  }, { capture: true });

  // The bar is one stop for Tab. https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
  document.addEventListener("keydown", (event) => {
    const bar = closestTo(event, ".md-bar");
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!bar || !by) return;
    event.preventDefault();
    const buttons = [...bar.querySelectorAll("button")];
    const at = buttons.findIndex((one) => one === document.activeElement);
    const next = buttons.at((at + by) % buttons.length);
    for (const one of buttons) one.tabIndex = one === next ? 0 : -1;
    next?.focus();
  });

  // The text keeps what is chosen in it while a button is pressed by pointer.
  document.addEventListener("mousedown", (event) => {
    if (closestTo(event, ".md-bar button")) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const button = closestTo(event, "[data-md]");
    const field = fieldOf(button);
    const tool = button?.dataset.md;
    if (!button || !field || !tool) return;
    if (tool === "preview") togglePreview(button, field);
    else {
      if (field.hidden) return;
      markdownText.tools[tool]?.(field);
    }
  });

  /**
   * @param {HTMLElement} button
   * @param {HTMLTextAreaElement} field
   */
  async function togglePreview(button, field) {
    const around = /** @type {HTMLElement} */ (field.closest(".md-field"));
    const shown = /** @type {HTMLElement} */ (around.querySelector(".md-preview"));
    const opens = shown.hidden;
    if (opens && !await draw(around, shown, field.value)) return;
    shown.hidden = !opens;
    field.hidden = opens;
    button.ariaPressed = String(opens);
    if (!opens) field.focus();
  }

  /**
   * @param {HTMLElement} around
   * @param {HTMLElement} place
   * @param {string} text
   */
  async function draw(around, place, text) {
    const body = new URLSearchParams({ text, taskId: around.dataset.taskId ?? "" });
    const answer = await fetch(around.dataset.preview ?? "", { method: "POST", body })
      .catch(() => null);
    if (!answer?.ok || answer.redirected) {
      tell("The preview couldn't be drawn. What you typed is still here: try again in a moment.");
      return false;
    }
    place.innerHTML = text.trim() ? await answer.text() : "<p>Nothing to preview yet.</p>";
    return true;
  }
})();
