// @ts-check
/// <reference types="./globals.d.ts" />

(() => {
  /**
   * Returns whether the person left the page or composer since it sent a request. A row's menu stays valid while its
   * list is filtered. An action's result is still shown where it was done, if nothing else has opened.
   * @param {RequestContext} ctx
   * @param {SwapTask[]} tasks
   */
  function isLate({ request, target, sourceElement }, tasks) {
    if (sourceElement.matches("form.composer") && !sourceElement.isConnected) return true;
    const from = URL.parse(request.headers["HX-Current-URL"] ?? "");
    if (!from || tasks.some(({ target }) => target === document.body)) return false;
    const ofRow = target?.id === "menu" && document.querySelector("#main .row.here");
    const closely = request.method !== "GET" ||
      (!ofRow && document.querySelector("#main[data-list]"));
    return from.pathname !== location.pathname || (closely && from.search !== location.search);
  }

  /**
   * Returns whether a page that is still open, at a changed URL, lacks a response's data.
   * @param {RequestContext} ctx
   * @param {SwapTask[]} tasks
   */
  function isLacking({ request, sourceElement }, tasks) {
    const changes = request.method !== "GET" || sourceElement.id === "announced";
    const { pathname } = URL.parse(request.headers["HX-Current-URL"] ?? "") ?? {};
    return changes && pathname === location.pathname &&
      tasks.some(({ target }) => target?.id === "main");
  }

  /** Keeps only the toasts of a late response. @param {RequestContext} ctx @param {SwapTask[]} tasks */
  function leaveNews(ctx, tasks) {
    const news = tasks.filter(({ target }) => target?.id === "toasts");
    tasks.splice(0, tasks.length, ...news);
    delete ctx.title;
    delete ctx.replace;
    delete ctx.hx?.replaceurl;
    delete ctx.hx?.pushurl;
  }

  /** The request that leads to another page, until the page is shown. @type {RequestContext | null} */
  let leading = null;

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (ctx.target !== document.body || ctx.request.method !== "GET") return;
    // Someone who follows another link goes only there, so the first request is abandoned. A text filter is kept,
    // because it applies to whichever page comes.
    if (leading && "href" in ctx.sourceElement) {
      leading.request.abort?.();
      leading.target = new Image();
    }
    leading = ctx;
  });
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (ctx.request.method === "GET" || ctx.target?.isConnected) return;
    // The requesting element is gone, such as a replaced menu, but its result is still shown
    ctx.target = document.getElementById("announced") ?? undefined;
    ctx.swap = "none";
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (ctx !== leading) return;
    leading = null;
    if (ctx.lacks && ctx.status !== "swapped") moves.renew();
  });

  /** Doesn't rerender a list that someone is leaving, because the next page would wait. @param {SwapTask[]} tasks */
  function spareList(tasks) {
    const list = tasks.findIndex(({ target }) => target?.matches("#main[data-list]"));
    if (!leading || list === -1) return;
    tasks.splice(list, 1);
    leading.lacks = true;
  }

  htmx.registerExtension("backlog-page", {
    htmx_before_swap: (_element, { ctx, tasks }) => {
      if (ctx !== leading) spareList(tasks);
      if (isLate(ctx, tasks)) {
        if (isLacking(ctx, tasks)) moves.renew();
        return leaveNews(ctx, tasks);
      }
      // A script's request swaps nothing, so the tab's title would stay
      if (ctx.title && ctx.target?.id === "announced") document.title = ctx.title;
      // A whole page (sign-in, or an error) replaces the page, whichever element requested it.
      const whole = /^\s*<!doctype/i.test(ctx.text ?? "");
      const main = tasks.find((task) => task.type === "main");
      if (!whole || !main || ctx.select || main.target === document.body) return;
      main.target = document.body;
      main.swapSpec.style = "outerMorph";
    },
    // Scripts of their own open menus and panels.
    htmx_before_init: (element) => !element.matches("[data-menu], [data-peek]"),
    // Elements that someone collapsed or expanded keep their state. Only new elements follow the server.
    htmx_before_morph_attr: (element, { attrName }) =>
      attrName !== (element.matches("[data-fold-row]") ? "aria-expanded" : "open") ||
      !element.firstChild,
  });
})();

// A page of another kind replaces the whole page at once, because morphing it piece by piece would be slower. Other
// listeners have read the old page by now.
addEventListener("htmx:before:swap", ({ detail: { tasks } }) => {
  const main = document.getElementById("main");
  const next = tasks.find(({ target }) => target === document.body || target === main)?.fragment
    .querySelector("main");
  if (!main || !next || main.className === next.className) return;
  const active = document.activeElement;
  if (active instanceof HTMLElement && main.contains(active)) active.blur();
  main.replaceChildren();
});

// Loads the scripts that an open page needs later, after everything else. A page with the search of the public site
// needs them only for this search, or once another page replaces it.
(() => {
  let isComing = false;

  globalThis.loadLater = () => {
    if (isComing) return;
    isComing = true;
    const src = document.querySelector("script")?.dataset.later ?? "";
    const onerror = () => paletteComes();
    document.head.append(make("script", { src, onerror }));
  };

  const loadOutsideSite = () => document.querySelector("[data-pages]") || loadLater();
  addEventListener("load", loadOutsideSite);
  document.addEventListener("htmx:finally:request", loadOutsideSite);
})();

// After a followed link's page is loaded, closes the sidebar and all dialogs except the palette.
document.addEventListener("htmx:after:swap", (event) => {
  if (event.detail.ctx.target !== document.body) return;
  for (const id of ["sidebar", "switcher"]) document.getElementById(id)?.hidePopover();
  /** @type {NodeListOf<HTMLDialogElement>} */
  const dialogs = document.querySelectorAll("dialog:not(#palette)");
  for (const dialog of dialogs) dialog.close();
});

// Announces the page, and the number of records in a filtered list.
(() => {
  let { pathname, search } = location;
  document.addEventListener("htmx:finally:request", () => {
    const elsewhere = pathname !== location.pathname;
    if (!elsewhere && search === location.search) return;
    ({ pathname, search } = location);
    const count = document.getElementById("list-count")?.textContent;
    const name = document.title.split(" · ").slice(0, -2).join(" · ") || document.title;
    const said = [elsewhere && name, count].filter(Boolean).join(", ");
    if (said) announce(said);
  });
})();
