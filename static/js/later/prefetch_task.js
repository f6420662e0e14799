// @ts-check
/// <reference types="./live.d.ts" />

// The page of a task, or one that the sidebar leads to, is asked for while the mouse is down on its link. It is shown within
// a second, or not at all.
(() => {
  const FRESH_MS = 1_000;

  /** The page that is asked for. */
  let pressed = "";
  /** @type {Promise<Response | null> | undefined} */
  let answer;

  document.addEventListener("pointerdown", (event) => {
    const link = closestTo(event, "#main .row-title, #sidebar a");
    const path = rows.task(rows.of(link)) ?? link?.getAttribute("href");
    if (!path || event.button || event.pointerType !== "mouse") return;
    pressed = path;
    // In the browser's cache the page would wait for one that isn't shown
    const headers = { ...sentBy(), accept: "text/html" };
    answer = fetch(path, { headers, cache: "no-store" }).catch(() => null);
    setTimeout(() => pressed = "", FRESH_MS);
  });

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    const { method, action } = ctx.request;
    if (method === "GET" && ctx.target === document.body && action === pressed) {
      ctx.fetch = (path, request) =>
        new Promise((resolve, reject) => {
          request.signal?.addEventListener("abort", () => reject(request.signal?.reason));
          answer?.then((page) => page ?? fetch(path, request)).then(resolve, reject);
        });
    }
    pressed = "";
  });
})();
