// @ts-check
/// <reference types="./globals.d.ts" />

// What one opens from the inbox is read: once its page is there, or at once where it opens in a tab of its own.
(() => {
  /** The entry that is being opened. @type {string | null} */
  let opening = null;

  /** @param {MouseEvent} event */
  const entryOf = (event) =>
    closestTo(event, "[data-opens-entry] .row-title")?.closest("[data-opens-entry]")
      ?.getAttribute("data-opens-entry") ?? null;

  /** @param {string} path */
  const markAsRead = (path) => sendFields(path, { act: "open" });

  document.addEventListener("peeked", async () => {
    const row = rows.peeked();
    const path = row?.dataset.opensEntry;
    if (!row || !path) return;
    delete row.dataset.opensEntry;
    await markAsRead(path);
    document.dispatchEvent(new Event("autosaved"));
  });

  document.addEventListener("click", (event) => {
    const path = entryOf(event);
    if (!path) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) markAsRead(path);
    else opening = path;
  });

  document.addEventListener("auxclick", (event) => {
    const path = event.button === 1 ? entryOf(event) : null;
    if (path) markAsRead(path);
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target !== document.body) return;
    const path = opening;
    opening = null;
    if (path && !document.querySelector("[data-opens-entry]")) markAsRead(path);
  });
})();
