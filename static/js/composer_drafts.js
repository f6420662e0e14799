// @ts-check
/// <reference types="./globals.d.ts" />

// Text left in the composer becomes a draft. The device stores the text until the server confirms the draft, and
// retries on each page and when the device is online. `once` identifies the text, so only one draft is created. If the
// server refuses the text, it returns to the composer.
(() => {
  async function send() {
    if (keptStore.sending) return;
    keptStore.sending = true;
    const start = `kept ${document.body.dataset.viewer} ${sentBy()["Backlog-Profile"]}:`;
    for (let next = keptStore.left(start); next; next = keptStore.left(start)) {
      const { slot, kept, kept: { left } } = next;
      const outcome = await sendFields(left.path, left.fields);
      if (outcome === "done") {
        keptStore.forget(slot);
        continue;
      }
      if (outcome === "refused") keptStore.write(slot, { ...kept, left: undefined });
      tellKept(left.href);
      if (outcome === "unreached") break;
    }
    keptStore.sending = false;
  }

  globalThis.tellKept = (href) => {
    const why = document.querySelector('#toasts .toast[data-kind="error"]')?.textContent?.trim();
    const kept = "The new task is stored on this device until it can be saved as a draft.";
    tell(`${why ?? ""} ${kept}`, "error", { href, name: "Open", composes: true });
  };

  globalThis.leaveDraft = (form, href) => {
    const { kept, slot = "" } = keptText.of(form) ?? {};
    if (!kept) return;
    /** @type {any} */
    const filled = new FormData(form);
    const own = `kept ${document.body.dataset.viewer} ${form.dataset.keeps} ${filled.get("once")}`;
    filled.set("left", "1");
    keptStore.forget(slot);
    const left = { path: form.action, fields: String(new URLSearchParams(filled)), href };
    keptStore.write(own, { ...kept, left });
    send();
  };

  document.addEventListener("formdata", ({ target: form, formData }) => {
    const kept = form instanceof HTMLFormElement && form.dataset.composer &&
      keptText.of(form)?.kept;
    if (!kept) return;
    const now = `${kept.by}-${kept.at}`;
    if (!kept.once) keptText.add(form, { once: now });
    formData.set("once", `${kept.once} ${now}`);
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) send();
  });
  addEventListener("online", send);
  setTimeout(send);
})();
