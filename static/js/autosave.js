// @ts-check
/// <reference types="./globals.d.ts" />

// Saves a task's text while you write: when focus leaves the field, and for a description also after a pause of two
// seconds. Cancel restores the text from before editing.
(() => {
  const QUIET_MS = 2_000;

  /**
   * @typedef {object} Writing
   * @property {string} opened the text when editing started
   * @property {string} saved
   * @property {string | null} sent the text that the form's button is saving
   * @property {ReturnType<typeof setTimeout> | undefined} timer
   * @property {Promise<boolean> | null} saving
   */

  /** @type {WeakMap<HTMLFormElement, Writing>} */
  const writings = new WeakMap();

  /** @param {Event} event @returns {HTMLFormElement | null} */
  function formOf(event) {
    const form = closestTo(event, "form[data-autosaves]");
    return form instanceof HTMLFormElement ? form : null;
  }

  /** @param {HTMLFormElement} form */
  const fieldOf = (form) => /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));

  /** @param {HTMLFormElement} form */
  function writingOf(form) {
    const known = writings.get(form);
    if (known) return known;
    const text = fieldOf(form).defaultValue;
    /** @type {Writing} */
    const made = { opened: text, saved: text, sent: null, timer: undefined, saving: null };
    writings.set(form, made);
    return made;
  }

  /** @param {HTMLFormElement} form @param {string} text */
  function say(form, text) {
    const place = form.querySelector("[data-autosaved]");
    if (place) place.textContent = text;
  }

  /**
   * @param {HTMLFormElement} form
   * @returns {Promise<boolean>} whether the form's current text is saved
   */
  async function save(form) {
    const writing = writingOf(form);
    clearTimeout(writing.timer);
    if (writing.saving) await writing.saving;
    const text = fieldOf(form).value;
    if ([writing.saved, writing.sent].includes(text) || !form.isConnected) return true;
    // Once the form shows both texts, saving would overwrite the newer one
    if (!form.dataset.autosaves || fieldOf(form).required && !text.trim()) return false;
    say(form, "Saving…");
    writing.saving = send(form, text);
    const done = await writing.saving;
    writing.saving = null;
    return done;
  }

  /** @param {HTMLFormElement} form @param {string} text */
  async function send(form, text) {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) body.append(name, String(value));
    const headers = {
      ...sentBy(),
      "hx-request": "true",
      "hx-request-type": "partial",
      // The record's own page, wherever the form is shown
      "hx-current-url": form.action,
    };
    const asking = fetch(form.action, { method: "POST", body, headers });
    const answer = await remembered(asking).catch(() => null);
    const version = /data-saved-version="(\d+)"/.exec(await answer?.text().catch(() => "") ?? "")
      ?.[1];
    if (answer?.status === 200 && version) {
      settle(form, text, version);
      document.dispatchEvent(new Event("autosaved"));
      say(form, "Saved");
      nameCancel(form);
      return true;
    }
    say(form, "Not saved yet. Your text is stored on this device.");
    // Submits the form to show both texts, as its button does, unless they are shown already
    if (answer?.status === 412 && form.dataset.autosaves) form.requestSubmit();
    return false;
  }

  /** Renames Cancel if it discards text that was saved meanwhile. @param {HTMLFormElement} form */
  function nameCancel(form) {
    const { opened, saved } = writingOf(form);
    const link = form.querySelector("[data-cancel]");
    if (link) link.textContent = saved === opened ? "Cancel" : "Discard changes";
  }

  /**
   * Sets the saved text as the form's starting point.
   * @param {HTMLFormElement} form
   * @param {string} text
   * @param {string} version
   */
  function settle(form, text, version) {
    writingOf(form).saved = text;
    const field = fieldOf(form);
    const { value, selectionStart, selectionEnd } = field;
    field.defaultValue = text;
    field.value = value;
    field.setSelectionRange(selectionStart, selectionEnd);
    const given = form.querySelector('input[name="version"]');
    if (given instanceof HTMLInputElement) given.value = version;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  document.addEventListener("input", (event) => {
    const form = formOf(event);
    if (!form) return;
    const writing = writingOf(form);
    clearTimeout(writing.timer);
    say(form, "");
    if (form.dataset.autosaves === "quiet") writing.timer = setTimeout(() => save(form), QUIET_MS);
  });

  document.addEventListener("focusin", (event) => {
    const form = formOf(event);
    if (form) writingOf(form);
  });

  document.addEventListener("focusout", (event) => {
    const form = formOf(event);
    const to = event instanceof FocusEvent ? event.relatedTarget : null;
    if (!form || to instanceof Node && form.contains(to)) return;
    // Waits until the next element has the focus
    setTimeout(() => document.hasFocus() && save(form));
  });

  // Retries failed saves when the server can be reached again.
  addEventListener("online", () => {
    for (const form of document.forms) {
      if (writings.has(form)) save(form);
    }
  });

  // Waits for a running save, because two saves at once would conflict.
  document.addEventListener("submit", (event) => {
    const form = formOf(event);
    const writing = form && writings.get(form);
    if (!form || !writing) return;
    clearTimeout(writing.timer);
    if (!writing.saving) {
      writing.sent = fieldOf(form).value;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    writing.saving.then(() => form.requestSubmit());
  }, { capture: true });

  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    const form = ctx.sourceElement;
    const writing = form instanceof HTMLFormElement && writings.get(form);
    if (writing) writing.sent = null;
  });

  // Undoes saves since editing started before it cancels.
  document.addEventListener("click", (event) => {
    const link = closestTo(event, "form[data-autosaves] [data-cancel]");
    const form = formOf(event);
    const writing = form && writings.get(form);
    if (!link || !form || !writing) return;
    clearTimeout(writing.timer);
    if (!writing.saving && writing.saved === writing.opened) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    fieldOf(form).value = writing.opened;
    link.ariaBusy = "true";
    opens(async () => {
      const done = await save(form);
      link.ariaBusy = null;
      if (done) {
        link.click();
        tell("Changes discarded. You can undo this.", "done");
      }
      return done;
    });
  }, { capture: true });
})();
