// @ts-check
/// <reference types="./live.d.ts" />

// What was kept of the list that one came from is gone once one changes something: then it is asked for, quietly, as it is
// since, and Back shows that at once. Until it is there Back asks first.
(() => {
  /** What changes something and isn't answered yet. @type {Set<RequestContext>} */
  const changing = new Set();
  /** The list as it is since the last change: whose, at which address, and what htmx takes. @type {{ of: string, html: string } | null} */
  let list = null;
  /** @type {AbortController | null} */
  let asking = null;

  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  /** @param {string} path */
  const own = (path) => document.body.dataset.viewer + path;
  /** Whether there is a list to go back to, and somebody who may. */
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
      // Of one address the browser's cache asks once at a time: Back would wait for this
      const answer = await fetch(path, { headers, signal: mine.signal, cache: "no-store" });
      const html = await answer.text();
      // What the last page said goes with it
      const corner = `<hx-partial hx-target="#toasts" hx-swap="innerHTML"></hx-partial>`;
      if (answer.status === 200 && asking === mine) list = { of, html: html + corner };
    } catch {
      // Back asks for it
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
    // Nothing else is kept of it
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
