// @ts-check
/// <reference types="./globals.d.ts" />

// Back shows a list immediately as the person left it, then refreshes it. A change in this browser or another sign-in
// deletes the stored lists. Back then requests the list, without the parts around it.
(() => {
  const MOST = 10;
  /**
   * Stored lists as htmx responses, by viewer and history entry. Deleted lists are missing.
   * @type {Map<string, string>}
   */
  const left = new Map();
  /** Whether the page shows a stored list. */
  let before = false;

  const pages = new BroadcastChannel("changed");
  pages.onmessage = drop;

  function drop() {
    for (const entry of left.keys()) left.set(entry, "");
  }

  function forget() {
    // A response shows the current list
    before = false;
    drop();
    pages.postMessage("");
  }

  /** @param {string} entry */
  const own = (entry) => document.body.dataset.viewer + entry;

  /** @param {string} place @param {string | undefined} html */
  const part = (place, html = "", swap = "innerHTML") =>
    `<hx-partial hx-target="#${place}" hx-swap="${swap}">${html}</hx-partial>`;

  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    const main = document.querySelector("#main[data-list]");
    if (ctx.target !== document.body || !main || ctx.request.method !== "GET") return;
    ctx.sourceElement.classList.remove("htmx-request");
    const title = document.querySelector("title")?.outerHTML;
    const bar = document.getElementById("bar")?.innerHTML;
    const parts = part("bar", bar) + part("main", main.outerHTML, "outerHTML") + part("toasts");
    if (left.size === MOST) left.clear();
    left.set(own(listLeft.shown()), title + parts);
  });

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "GET") return forget();
    if (!("HX-History-Restore-Request" in ctx.request.headers)) return;
    ctx.entry = listLeft.entry();
    // A page without a bar has no parts around a list
    const page = document.getElementById("bar") && left.get(own(ctx.entry));
    if (page) {
      const answer = new Response(page, { headers: { "x-request-id": "left" } });
      ctx.fetch = () => Promise.resolve(answer);
    } else if (page === "") {
      Object.assign(ctx.request.headers, {
        "HX-Request-Type": "partial",
        "HX-Target": "main#main",
      });
    }
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    // Only stored pages have no URL
    if (ctx.response?.raw.url !== "" || ctx.response.status !== 200) return;
    before = true;
    // The stored list is painted first
    requestAnimationFrame(() => before && moves.renew());
  });

  document.addEventListener("autosaved", forget);
})();
