// @ts-check
/// <reference types="./live.d.ts" />

// After a change, the stored list is deleted. This script requests the current list in the background, so that Back
// shows it immediately. Until it arrives, Back requests the list itself.
(() => {
  /** Pending requests that change something. @type {Set<RequestContext>} */
  const changing = new Set();
  /**
   * The list since the last change: its viewer and URL, and the response for htmx.
   * @type {{ of: string, html: string } | null}
   */
  let list = null;
  /** @type {AbortController | null} */
  let asking = null;

  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  /** @param {string} path */
  const own = (path) => document.body.dataset.viewer + path;
  /** Returns whether there is a list to go back to, and a signed-in person. */
  const isWanted = () =>
    listLeft.place() && !document.querySelector("#main[data-list]") && !document.hidden &&
    !navigator.connection?.saveData;

  function drop() {
    list = null;
    asking?.abort();
    asking = null;
  }

  async function ask() {
    if (asking || list || changing.size > 0 || !isWanted()) return;
    const path = tabStore.read("list");
    const mine = asking = new AbortController();
    const of = own(path);
    const headers = { ...sentBy(), "hx-request-type": "partial", "backlog-live": "main" };
    try {
      // The browser's cache sends one request per URL at a time, so Back would wait for this one
      const answer = await fetch(path, { headers, signal: mine.signal, cache: "no-store" });
      const html = await answer.text();
      // Removes the last page's toasts with it
      const corner = `<hx-partial hx-target="#toasts" hx-swap="innerHTML"></hx-partial>`;
      if (answer.status === 200 && asking === mine) list = { of, html: html + corner };
    } catch {
      // Back requests the list itself
    }
    if (asking === mine) asking = null;
  }

  new BroadcastChannel("changed").onmessage = drop;

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    const { method, headers, action } = ctx.request;
    if (method !== "GET") {
      changing.add(ctx);
      return drop();
    }
    // Nothing else is stored
    const isGone = "HX-History-Restore-Request" in headers && headers["HX-Target"] === "main#main";
    if (!isGone || list?.of !== own(action)) return;
    const answer = new Response(list.html, { headers: { "x-request-id": "left" } });
    ctx.fetch = () => Promise.resolve(answer);
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (changing.delete(ctx)) whenIdle(ask);
  });
  document.addEventListener("autosaved", () => {
    drop();
    whenIdle(ask);
  });
})();
