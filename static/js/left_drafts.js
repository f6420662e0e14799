// @ts-check
/// <reference types="./globals.d.ts" />

// What is left in the composer becomes a draft. Until the server has it this device keeps it, and sends it whenever a page
// comes or the line is back: it is made once, by what names its text (`once`). Refused, it stands in the composer again.
(() => {
  /** @param {KeptValues} kept */
  const onceOf = ({ by, at }) => `${by}-${at}`;

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
      const again = { href: left.href, name: "Open it", composes: true };
      if (outcome === "unreached") {
        tell("The new task is kept on this device until it can be a draft.", "done", again);
        break;
      }
      const why = document.querySelector('#toasts [data-kind="error"] span')?.textContent ?? "";
      keptStore.write(slot, { ...kept, left: undefined });
      tell(`${why} The new task is kept on this device.`, "error", again);
    }
    keptStore.sending = false;
  }

  globalThis.leaveDraft = (form, href) => {
    const { kept, slot = "" } = keptText.of(form) ?? {};
    if (!kept) return;
    const once = onceOf(kept);
    /** @type {any} */
    const filled = new FormData(form);
    const fields = `${new URLSearchParams(filled)}&left=1&once=${once}`;
    keptStore.forget(slot);
    keptStore.write(
      `kept ${document.body.dataset.viewer} ${form.dataset.keeps} ${once}`,
      { ...kept, left: { path: form.action, fields, href } },
    );
    send();
  };

  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const { sourceElement: form, request: { body } } = ctx;
    const kept = form instanceof HTMLFormElement && form.dataset.composer &&
      keptText.of(form)?.kept;
    if (kept && body instanceof FormData) body.set("once", onceOf(kept));
  });

  // It was left since, and is refused as what it is now
  htmx.registerExtension("backlog-left-drafts", {
    htmx_before_swap: (_element, { ctx: { sourceElement, response } }) =>
      sourceElement.isConnected || !sourceElement.matches("form.composer") ||
      (response?.status ?? 0) < 400,
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) send();
  });
  addEventListener("online", send);
  setTimeout(send);
})();
