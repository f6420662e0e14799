// @ts-check
/// <reference types="./globals.d.ts" />

// The bar above a Markdown text. Its buttons and keys format the selection, and its preview shows the result.
(() => {
  /** @param {Element | null} inside @returns {HTMLTextAreaElement | null} */
  const fieldOf = (inside) => inside?.closest(".md-field")?.querySelector("textarea") ?? null;

  /** Returns the button of a shortcut with Ctrl or ⌘. @param {KeyboardEvent} event */
  function toolFor({ code, shiftKey }) {
    /** @type {Record<string, string>} */
    const keys = shiftKey
      ? { Digit8: "list", Digit9: "checklist", KeyO: "sub-tasks" }
      : { KeyB: "bold", KeyI: "italic", KeyE: "code", KeyK: "link" };
    return keys[code];
  }

  document.addEventListener("keydown", (event) => {
    const field = closestTo(event, ".md-field textarea");
    if (!(field instanceof HTMLTextAreaElement) || event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const tool = toolFor(event);
      if (!tool || !hasTool(field, tool)) return;
      // Without selected text, Ctrl+K opens the palette, as everywhere else
      if (tool === "link" && field.selectionStart === field.selectionEnd) return;
      swallow(event);
      use(field, tool);
    } else if (event.key === "Enter" && !event.shiftKey && !event.defaultPrevented) {
      if (markdownText.goOn(field)) event.preventDefault();
    }
  }, { capture: true });

  // The bar is one tab stop. https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
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

  // Pressing a button keeps the text's selection.
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
      use(field, tool);
    }
  });

  /** @param {HTMLTextAreaElement} field @param {string} tool */
  const hasTool = (field, tool) =>
    field.closest(".md-field")?.querySelector(`[data-md="${tool}"]`) !== null;

  /** @param {HTMLTextAreaElement} field @param {string} tool */
  function use(field, tool) {
    if (tool === "sub-tasks") splitLines(field);
    else markdownText.tools[tool]?.(field);
  }

  const LIST_ITEM = /^(\s*>)*\s*([-*+]|\d{1,9}[.)])\s+\S/;

  /** Sends the text with the selected list items. Each item becomes a sub-task. @param {HTMLTextAreaElement} field */
  function splitLines(field) {
    const { form, value, selectionStart, selectionEnd } = field;
    const from = value.slice(0, selectionStart).split("\n").length;
    // A line counts only if more than its start is selected
    const end = selectionEnd > selectionStart && value[selectionEnd - 1] === "\n"
      ? selectionEnd - 1
      : selectionEnd;
    const to = value.slice(0, end).split("\n").length;
    if (!form || !value.split("\n").slice(from - 1, to).some((line) => LIST_ITEM.test(line))) {
      tell("Select list items first. Each one becomes a sub-task.");
      return;
    }
    const lines = Object.entries({ from, to }).map(([name, line]) =>
      make("input", { type: "hidden", name, value: String(line) })
    );
    const editing = form.querySelector('[name="editing"]');
    if (editing instanceof HTMLInputElement) editing.value = "sub-tasks";
    form.append(...lines);
    form.requestSubmit();
    /** @param {CustomEvent<{ ctx: RequestContext }>} event */
    const answered = ({ detail: { ctx } }) => {
      if (ctx.sourceElement !== form) return;
      document.removeEventListener("htmx:finally:request", answered);
      for (const input of lines) input.remove();
      if (editing instanceof HTMLInputElement) editing.value = field.name;
    };
    document.addEventListener("htmx:finally:request", answered);
  }

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
    // A response without a request ID is from a proxy
    if (!answer?.ok || answer.redirected || !answer.headers.has("x-request-id")) {
      tell("The preview couldn't be loaded. Your text is still here. Try again in a moment.");
      return false;
    }
    place.innerHTML = text.trim() ? await answer.text() : "<p>Nothing to preview yet</p>";
    return true;
  }
})();
