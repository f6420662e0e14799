// @ts-check
/// <reference types="./globals.d.ts" />

// What one opens from the inbox is read: once its page is there, or at once where it opens in a tab of its own. Where there
// is room it opens beside the list, at its newest event; what is put away there gives its place to the next one.
(() => {
  /** The entry that is being opened. @type {string | null} */
  let opening = null;

  const wide = matchMedia("(min-width: 901px)");

  /** @param {MouseEvent} event @returns {HTMLElement | null} */
  const rowOf = (event) => closestTo(event, "#main.inbox .row-title")?.closest(".entry") ?? null;

  /** @param {string} path */
  const markAsRead = (path) => sendFields(path, { act: "open" });

  document.addEventListener("peeked", async () => {
    const row = rows.peeked();
    if (!row) return;
    // What happened last is where one looks
    const { hash } = new URL(rows.title(row)?.getAttribute("href") ?? "", location.href);
    if (hash) document.querySelector(`#peek-page ${hash}`)?.scrollIntoView({ block: "center" });
    const path = row.dataset.opensEntry;
    if (!path) return;
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

  /** The tab's icon says whether anything is unread. */
  function tellTab() {
    const icon = document.querySelector("link[data-unread]");
    const unread = document.querySelector("#sidebar .side-count") ? "unread" : "read";
    if (icon instanceof HTMLLinkElement) icon.href = icon.dataset[unread] ?? "";
  }
  document.addEventListener("htmx:after:swap", tellTab);
  tellTab();

  /** What is done to an entry by its row. @type {WeakSet<RequestContext>} */
  const acts = new WeakSet();
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (ctx.sourceElement.closest('.entry, #menu [data-next="here"]')) acts.add(ctx);
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
