// @ts-check
/// <reference types="./globals.d.ts" />

// Back shows a list at once as it was left, without asking, and right after that as it is by now. What is kept for that is
// gone once anything is changed in this browser, or somebody else is signed in: then it is asked for, without what stands
// around it.
(() => {
  const MOST = 10;
  /** What was left, as htmx takes it, by its viewer and the entry of the browser's history; nothing where it is gone. @type {Map<string, string>} */
  const left = new Map();
  /** Whether one sees a list as it was left. */
  let before = false;

  const pages = new BroadcastChannel("changed");
  pages.onmessage = drop;

  function drop() {
    for (const entry of left.keys()) left.set(entry, "");
  }

  function forget() {
    // What is answered shows the list as it is by now
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
    // A page of its own has none of what stands around a list
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
    // Of all pages this one alone is from nowhere
    if (ctx.response?.raw.url !== "" || ctx.response.status !== 200) return;
    before = true;
    // It is seen first
    requestAnimationFrame(() => before && moves.renew());
  });

  document.addEventListener("autosaved", forget);
})();
