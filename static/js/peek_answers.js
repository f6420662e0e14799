// @ts-check
/// <reference types="./globals.d.ts" />

// What is peeked at is told with every request, by the header `Backlog-Peek`: its answer shows that as it then stands
// beside the page that asked. What comes late, for another one or from before, is dropped.
(() => {
  /** Requests in their order, and the last one whose answer is shown. @type {WeakMap<RequestContext, number>} */
  const order = new WeakMap();
  let asked = 0;
  let shown = 0;
  /** Those whose answers are being shown. @type {WeakSet<RequestContext>} */
  const taken = new WeakSet();

  /** What is peeked at, and by which row. */
  function told() {
    const { at, row } = peeking.panel()?.dataset ?? {};
    return at && `${at}#${row}`;
  }

  const place = () => document.getElementById("peek-page");

  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const at = told();
    if (!at) return;
    order.set(ctx, ++asked);
    ctx.request.headers["Backlog-Peek"] = at;
  });

  /** @param {SwapTask} task */
  const isOfPeek = ({ target }) => /^peek-(page|tools)$/.test(target?.id ?? "");

  /** @param {RequestContext} ctx */
  function isLate(ctx) {
    const { headers, method } = ctx.request;
    const older = method === "GET" && (order.get(ctx) ?? 0) < shown;
    return older || headers["Backlog-Peek"] !== told();
  }

  htmx.registerExtension("backlog-peek", {
    htmx_before_swap: (_element, { ctx, tasks }) => {
      // The list's address stays
      if (ctx.target === place()) {
        delete ctx.replace;
        delete ctx.hx?.replaceurl;
      }
      if (!tasks.some(isOfPeek)) return;
      if (peeking.panel() && !isLate(ctx)) return make(ctx);
      tasks.splice(0, tasks.length, ...tasks.filter((one) => !isOfPeek(one)));
      const { at, path } = peeking.panel()?.dataset ?? {};
      const [of] = (ctx.request.headers["Backlog-Peek"] ?? "").split(/[?#]/);
      // What was done to it is seen all the same
      if (at && of === path && ctx.request.method === "POST") peeking.load(at);
    },
  });

  /** Makes room for what comes. @param {RequestContext} ctx */
  function make(ctx) {
    shown = order.get(ctx) ?? shown;
    taken.add(ctx);
    const { path } = peeking.panel()?.dataset ?? {};
    const grid = place()?.querySelector(".detail-grid[data-task]");
    // What is new in it may take the focus
    place()?.toggleAttribute("inert", false);
    // Nothing of one task becomes another one's, least of all what is typed
    const coming = peeking.panel()?.ariaBusy === "true";
    if (!grid || (coming && grid.getAttribute("data-task") !== path)) place()?.replaceChildren();
  }

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) peeking.leave();
    else if (taken.has(ctx)) peeking.shown();
    else peeking.mark();
  });

  // A text that saved itself is told in the list as well.
  document.addEventListener("autosaved", () => {
    const source = document.getElementById("peek-tools");
    if (!peeking.panel() || !source) return;
    const options = { target: "#main", swap: "outerMorph", source };
    htmx.ajax("GET", location.pathname + location.search, options);
  });

  document.addEventListener("keep-place", ({ detail }) => {
    const row = rows.peeked()?.id;
    if (row) detail.row ??= row;
  });
})();
