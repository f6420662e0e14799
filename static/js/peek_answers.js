// @ts-check
/// <reference types="./globals.d.ts" />

// Names the panel's record in every request, in the header `Backlog-Peek`, so that the response contains it too. Late
// responses for another record are dropped.
(() => {
  /** The order of requests, and the last one whose response was shown. @type {WeakMap<RequestContext, number>} */
  const order = new WeakMap();
  let asked = 0;
  let shown = 0;
  /** Requests whose responses are being shown. @type {WeakSet<RequestContext>} */
  const taken = new WeakSet();

  /** Returns the panel's record and its row. */
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
      // The list keeps its URL
      if (ctx.target === place()) {
        delete ctx.replace;
        delete ctx.hx?.replaceurl;
      }
      if (!tasks.some(isOfPeek)) return;
      if (peeking.panel() && !isLate(ctx)) return make(ctx);
      tasks.splice(0, tasks.length, ...tasks.filter((one) => !isOfPeek(one)));
      const { at, path } = peeking.panel()?.dataset ?? {};
      const [of] = (ctx.request.headers["Backlog-Peek"] ?? "").split(/[?#]/);
      // The result of an action on the record is still shown
      if (at && of === path && ctx.request.method === "POST") peeking.load(at);
    },
  });

  /** Swaps the panel's content too. @param {RequestContext} ctx */
  function make(ctx) {
    shown = order.get(ctx) ?? shown;
    taken.add(ctx);
    const { path } = peeking.panel()?.dataset ?? {};
    const grid = place()?.querySelector(".detail-grid[data-task]");
    // New content might take the focus
    place()?.toggleAttribute("inert", false);
    // Content of one record never morphs into another, so that typed text isn't mixed up
    const coming = peeking.panel()?.ariaBusy === "true";
    if (!grid || (coming && grid.getAttribute("data-task") !== path)) place()?.replaceChildren();
  }

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) peeking.leave();
    else if (taken.has(ctx)) peeking.shown();
    else peeking.mark();
  });

  // An automatically saved text updates the list too.
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
