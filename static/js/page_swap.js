// @ts-check
/// <reference types="./globals.d.ts" />

(() => {
  /**
   * Whether one went elsewhere since something was asked for, or left the composer that asked. The menu of a row is the same
   * however its list is narrowed. What one did is told as of where one did it, where nothing is open that opened since.
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

  /** Whether a page that is still open, at another address by now, lacks what an answer tells. @param {RequestContext} ctx @param {SwapTask[]} tasks */
  function isLacking({ request, sourceElement }, tasks) {
    const changes = request.method !== "GET" || sourceElement.id === "announced";
    const { pathname } = URL.parse(request.headers["HX-Current-URL"] ?? "") ?? {};
    return changes && pathname === location.pathname &&
      tasks.some(({ target }) => target?.id === "main");
  }

  /** What it says in the page's corner is all that a late answer changes. @param {RequestContext} ctx @param {SwapTask[]} tasks */
  function leaveNews(ctx, tasks) {
    const news = tasks.filter(({ target }) => target?.id === "toasts");
    tasks.splice(0, tasks.length, ...news);
    delete ctx.title;
    delete ctx.replace;
    delete ctx.hx?.replaceurl;
    delete ctx.hx?.pushurl;
  }

  /** What leads to another page, until it is there. @type {RequestContext | null} */
  let leading = null;

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (ctx.target !== document.body || ctx.request.method !== "GET") return;
    // Who goes elsewhere before a page is there goes there alone: what is late has no place any more. A text that is
    // typed goes nowhere: it narrows whatever comes.
    if (leading && "href" in ctx.sourceElement) {
      leading.request.abort?.();
      leading.target = new Image();
    }
    leading = ctx;
  });
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (ctx.request.method === "GET" || ctx.target?.isConnected) return;
    // What asked is gone, as where another menu took its place: what came of it is told all the same
    ctx.target = document.getElementById("announced") ?? undefined;
    ctx.swap = "none";
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (ctx !== leading) return;
    leading = null;
    if (ctx.lacks && ctx.status !== "swapped") moves.renew();
  });

  /** A list that one is leaving isn't drawn again: the next page would wait for that. @param {SwapTask[]} tasks */
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
      // What a script sends swaps nothing by itself, which would leave the tab's title as it was
      if (ctx.title && ctx.target?.id === "announced") document.title = ctx.title;
      // A whole page (a sign-in, an error) replaces the page, whatever asked for it.
      const whole = /^\s*<!doctype/i.test(ctx.text ?? "");
      const main = tasks.find((task) => task.type === "main");
      if (!whole || !main || ctx.select || main.target === document.body) return;
      main.target = document.body;
      main.swapSpec.style = "outerMorph";
    },
    // Menus and peeks are opened by scripts of their own.
    htmx_before_init: (element) => !element.matches("[data-menu], [data-peek]"),
    // What somebody folded stays folded, what they opened stays open; only what is new takes the server's word.
    htmx_before_morph_attr: (element, { attrName }) =>
      attrName !== (element.matches("[data-fold-row]") ? "aria-expanded" : "open") ||
      !element.firstChild,
  });
})();

// Another kind of page has nothing that the last one's would become: it comes whole, rather than by pieces that are laid out
// one by one. All others have looked at the last one by now.
addEventListener("htmx:before:swap", ({ detail: { tasks } }) => {
  const main = document.getElementById("main");
  const next = tasks.find(({ target }) => target === document.body || target === main)?.fragment
    .querySelector("main");
  if (!main || !next || main.className === next.className) return;
  const active = document.activeElement;
  if (active instanceof HTMLElement && main.contains(active)) active.blur();
  main.replaceChildren();
});

// What an open page needs later comes once everything else is there.
addEventListener("load", () => {
  const src = document.querySelector("script")?.dataset.later ?? "";
  const onerror = () => paletteComes();
  document.head.append(make("script", { src, onerror }));
});

// After a link was followed the drawer is closed, and the page says where it is. The palette is there only where it stays.
document.addEventListener("htmx:after:swap", (event) => {
  if (event.detail.ctx.target !== document.body) return;
  for (const id of ["sidebar", "switcher"]) document.getElementById(id)?.hidePopover();
  /** @type {NodeListOf<HTMLDialogElement>} */
  const dialogs = document.querySelectorAll("dialog:not(#palette)");
  for (const dialog of dialogs) dialog.close();
});

// Where one is now is heard: the page, and how much a list holds that was narrowed.
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
