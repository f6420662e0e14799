// @ts-check
/// <reference types="./globals.d.ts" />

// Opening an entry marks it as read: when its page is shown, or immediately if it opens in a new tab. On wide screens,
// an entry opens in the panel, at its newest event. When you archive it there, the next one opens.
(() => {
  /** The entry that is opening. @type {string | null} */
  let opening = null;

  const wide = matchMedia("(min-width: 901px)");

  /** @param {MouseEvent} event @returns {HTMLElement | null} */
  const rowOf = (event) => closestTo(event, "#main.inbox .row-title")?.closest(".entry") ?? null;

  /** @param {string} path */
  const markAsRead = (path) => sendFields(path, { act: "open" });

  document.addEventListener("peeked", async () => {
    const row = rows.peeked();
    if (!row) return;
    // Scrolls to the newest event
    const { hash } = new URL(rows.title(row)?.getAttribute("href") ?? "", location.href);
    if (hash) document.querySelector(`#peek-page ${hash}`)?.scrollIntoView({ block: "center" });
    const path = row.dataset.opensEntry;
    const panel = peeking.panel();
    if (!path || panel?.dataset.unread === row.id) return;
    delete panel?.dataset.unread;
    delete row.dataset.opensEntry;
    await markAsRead(path);
    document.dispatchEvent(new Event("autosaved"));
  });

  document.addEventListener("click", (event) => {
    const row = rowOf(event);
    if (!row) return;
    const path = row.dataset.opensEntry ?? null;
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      if (path) markAsRead(path);
    } else if (wide.matches && (event.detail > 0 || row !== rows.peeked())) {
      event.preventDefault();
      event.stopImmediatePropagation();
      peeking.open(row);
    } else opening = path;
  }, { capture: true });

  document.addEventListener("auxclick", (event) => {
    const path = event.button === 1 && rowOf(event)?.dataset.opensEntry;
    if (path) markAsRead(path);
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target !== document.body) return;
    const path = opening;
    opening = null;
    if (path && !document.querySelector("[data-opens-entry]")) markAsRead(path);
  });

  /** Shows in the tab's icon whether there are unread notifications. */
  function tellTab() {
    const icon = document.querySelector("link[data-unread]");
    const unread = document.querySelector("#sidebar .side-count") ? "unread" : "read";
    if (icon instanceof HTMLLinkElement) icon.href = icon.dataset[unread] ?? "";
  }
  document.addEventListener("htmx:after:swap", tellTab);
  tellTab();

  /** Requests sent by an entry's row. @type {WeakSet<RequestContext>} */
  const acts = new WeakSet();
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (ctx.sourceElement.closest('.entry, #menu [data-next="here"]')) acts.add(ctx);
    // An open entry that is marked as unread stays so until it is opened again
    const { submitter } = ctx.request;
    const panel = peeking.panel();
    const row = rows.peeked();
    if (panel && row?.contains(submitter ?? null) && submitter?.matches("[value=unread]")) {
      panel.dataset.unread = row.id;
    }
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (!acts.has(ctx) || !isDone(ctx) || !peeking.panel() || rows.peeked()) {
      return;
    }
    const next = rows.here() ?? rows.shown()[0];
    if (next) peeking.open(next);
    else peeking.close();
  });
})();
