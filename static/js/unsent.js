// @ts-check
/// <reference types="./globals.d.ts" />

// Stores draft comments on the server too, if the form has `data-keeps-at`: after a pause, when focus leaves the field,
// when the page closes, and when the server can be reached again. Unchanged text isn't sent.
(() => {
  const QUIET_MS = 3_000;
  /** The maximum size of a request while a page closes. */
  const MOST_KEPT_ALIVE = 60_000;

  /** @type {WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>} */
  const timers = new WeakMap();
  /** @type {WeakSet<HTMLFormElement>} */
  const asking = new WeakSet();

  /** @param {HTMLFormElement} form @returns {{ body: HTMLTextAreaElement, version: HTMLInputElement }} */
  const fieldsOf = ({ elements }) => /** @type {any} */ (elements);

  globalThis.newerText = (form, kept) => {
    if (!form.dataset.keepsAt) return kept;
    const { body: { defaultValue: saved }, version: { value: version } } = fieldsOf(form);
    if (kept?.version === version) return kept;
    const at = Number(version);
    const theirs = at
      ? { at, values: { body: [saved] }, from: { body: [""] }, version, saved }
      : null;
    const own = kept?.values.body?.[0];
    if (!kept || own === kept.saved) return theirs;
    if (!theirs) return { ...kept, version };
    if ([own, kept.sent].includes(saved)) return { ...kept, version, saved };
    const [first, other] = kept.at > at ? [kept, theirs] : [theirs, kept];
    return { ...first, version, saved, other: other.values };
  };

  /**
   * Returns text that was sent without a response, such as from a closed page.
   * @param {HTMLFormElement} form
   */
  function unheard(form) {
    const { kept } = keptText.of(form) ?? {};
    const text = kept?.values.body?.[0];
    return text && text === kept?.sent && text !== kept.saved ? kept : null;
  }

  /** @param {HTMLFormElement} form */
  async function save(form) {
    clearTimeout(timers.get(form));
    if (asking.has(form) || !navigator.onLine) return;
    const { body: field, version } = fieldsOf(form);
    const { kept, slot = "" } = keptText.of(form) ?? {};
    // Another tab has newer text and handles it, or sent this text
    if (kept && keptStore.newest(slot)?.kept.at !== kept.at) return;
    const saved = (kept ? kept.saved : Number(version.value) && field.defaultValue) || "";
    const text = field.value.trim() && field.value;
    if (text === saved) return;
    asking.add(form);
    const again = unheard(form);
    keptText.add(form, { sent: text });
    const body = new URLSearchParams({ body: text, version: version.value });
    if (again) body.set("age", String(Date.now() - again.at));
    const keepalive = String(body).length < MOST_KEPT_ALIVE;
    const answer = await fetch(form.dataset.keepsAt ?? "", {
      method: "POST",
      headers: sentBy(),
      body,
      keepalive,
    }).catch(() => null);
    const there = answer?.ok ? await answer.json().catch(() => null) : null;
    asking.delete(form);
    if (!there) return;
    const heard = { saved: text, version: String(there.version) };
    field.defaultValue = there.body ?? text;
    version.value = heard.version;
    // Text was sent from another page since
    if (there.body === "") keptText.add(form, { ...heard, version: "" });
    if ("body" in there) keptText.compare(form);
    else if (keptText.of(form)) keptText.add(form, heard);
    else if (kept && keptStore.read(slot)?.at === kept.at) {
      keptStore.write(slot, { ...kept, ...heard });
    }
    wait(form);
  }

  /** @param {HTMLFormElement} form */
  function wait(form) {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => save(form), unheard(form) ? 0 : QUIET_MS));
  }

  /** @param {(form: HTMLFormElement) => unknown} what */
  function all(what) {
    for (const form of document.forms) if (form.dataset.keepsAt) what(form);
  }

  // Switches between the other text and this one
  document.addEventListener("click", (event) => {
    const form = closestTo(event, '[data-kept="other"] button')?.closest("form");
    const kept = form && keptText.of(form)?.kept;
    if (!form || !kept?.other) return;
    const { other } = kept;
    kept.other = formValues.of(form);
    formValues.set(form, other);
  });

  for (const name of ["input", "focusout", "submit"]) {
    document.addEventListener(name, (event) => {
      const form = closestTo(event, "form[data-keeps-at]");
      if (!(form instanceof HTMLFormElement)) return;
      if (name === "input") wait(form);
      else if (name === "submit") clearTimeout(timers.get(form));
      else if (
        !(event instanceof FocusEvent && form.contains(/** @type {Node} */ (event.relatedTarget)))
      ) save(form);
    }, { capture: true });
  }
  addEventListener("online", () => all(save));
  document.addEventListener("visibilitychange", () => document.hidden && all(save));
  document.addEventListener("htmx:after:swap", () => all(wait));
  setTimeout(() => all(wait));
})();
