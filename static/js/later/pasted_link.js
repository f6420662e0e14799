// @ts-check
/// <reference types="../globals.d.ts" />

// A link pasted into a new task stays in the text. A button offers to add it to the task's links. Esc right after
// pasting removes the offer.
(() => {
  /** @type {{ field: HTMLTextAreaElement, plain: string } | null} */
  let offered = null;
  let fresh = false;

  /** @param {string} text */
  const isLink = (text) => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

  function withdraw() {
    fresh = false;
    offered?.field.form?.querySelector("[data-offer]")?.replaceChildren();
    offered = null;
  }

  /** @param {HTMLTextAreaElement} field @param {string} plain */
  function offer(field, plain) {
    withdraw();
    const words = document.createElement("span");
    const button = document.createElement("button");
    words.textContent = "The link stays in the text.";
    button.type = "button";
    button.className = "link";
    button.textContent = "Add link to task";
    button.title = "Add link to task (Alt+Shift+R)";
    button.dataset.key = "R";
    button.setAttribute("aria-keyshortcuts", "Alt+Shift+R");
    button.addEventListener("click", take);
    field.form?.querySelector("[data-offer]")?.replaceChildren(words, button);
    offered = { field, plain };
    fresh = true;
  }

  /** Moves the link, with the space before it, from the text to the task's links. */
  function take() {
    if (!offered?.field.form) return;
    const { field, plain } = offered;
    const { form } = field;
    const at = field.value.lastIndexOf(plain);
    withdraw();
    if (at < 0 || !form) return;
    const from = /[ \t]/.test(field.value[at - 1] ?? "") ? at - 1 : at;
    markdownText.put(field, from, at + plain.length, "");
    addNewLink(form, plain);
    const said = form.querySelector("[data-said]");
    if (said) said.textContent = "Link added to the new task";
  }

  document.addEventListener("paste", (event) => {
    const field = closestTo(event, "form:has([data-offer]) :is([name=title], [name=description])");
    const plain = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (!(field instanceof HTMLTextAreaElement) || event.defaultPrevented || !isLink(plain)) return;
    event.preventDefault();
    document.execCommand("insertText", false, plain);
    offer(field, plain);
  });

  document.addEventListener("input", ({ target }) => {
    if (offered && target === offered.field && !offered.field.value.includes(offered.plain)) {
      withdraw();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (!fresh || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
    fresh = false;
    if (event.key !== "Escape" || event.target !== offered?.field) return;
    swallow(event);
    withdraw();
  }, { capture: true });
})();
