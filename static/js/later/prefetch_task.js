// @ts-check
/// <reference types="./live.d.ts" />

// Requests a task's page, or a page of the sidebar, while the mouse is down on its link. The page is shown within a
// second, or not at all.
(() => {
  const FRESH_MS = 1_000;

  /** The requested page. */
  let pressed = "";
  /** @type {Promise<Response | null> | undefined} */
  let answer;

  document.addEventListener("pointerdown", (event) => {
    const link = closestTo(event, "#main .row-title, #sidebar a");
    const path = rows.task(rows.of(link)) ?? link?.getAttribute("href");
    if (!path || event.button || event.pointerType !== "mouse") return;
    pressed = path;
    const headers = { ...sentBy(), accept: "text/html" };
    // Without the cache, because the page would otherwise wait for a request that isn't shown
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
