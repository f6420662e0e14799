// @ts-check
/// <reference types="./globals.d.ts" />

// After a response, focus moves to the place of the next action. `data-next` of the requesting element names it: a
// selector, or `here` for the item that takes its place in the list. Without it, focus stays. If the focused row is
// gone, focus moves to the row now in its place, at the same height.
(() => {
  /**
   * The state before a response is rendered.
   * @typedef {object} Before
   * @property {HTMLElement | null} active the focused element
   * @property {string | undefined} next
   * @property {Element | null} news the earlier toast
   * @property {boolean} own whether the focus is still where the request started
   * @property {{ list: Element, at: number } | null} item the list item that sent the request
   * @property {{ id: string, group: string | undefined, ids: string[], top: number, seen: boolean, peeked: boolean } | null} row
   */

  /** The last focused element of the page itself. @type {HTMLElement | null} */
  let last = null;

  /** @type {WeakMap<RequestContext, Before>} */
  const befores = new WeakMap();

  /** Whether a link's page replaces this one. Then a form that is open on both pages gets the focus again. */
  let followed = false;

  /** @param {Element | null} element */
  const writing = (element) => element?.matches("input, textarea, select") ?? false;

  /** @returns {HTMLElement | null} */
  const focused = () =>
    document.activeElement instanceof HTMLElement && document.activeElement !== document.body
      ? document.activeElement
      : null;

  const newsThatLead = () => document.querySelector("#toasts [data-next]");

  /** @param {Element} asking */
  function itemOf(asking) {
    const item = asking.closest("li");
    const list = item?.parentElement;
    return item && list ? { list, at: [...list.children].indexOf(item) } : null;
  }

  /** @param {HTMLElement | null} row */
  function rowOf(row) {
    if (!row) return null;
    const ids = rows.shown().map(({ id }) => id);
    const { top, bottom } = row.getBoundingClientRect();
    const edges = row.closest(".cards")?.getBoundingClientRect();
    const seen = bottom > (edges?.top ?? 0) && top < (edges?.bottom ?? innerHeight);
    const peeked = row === rows.peeked();
    return { id: row.id, group: row.closest(".group")?.id, ids, top, seen, peeked };
  }

  /** @param {RequestContext} ctx */
  function remember({ sourceElement: asking, request: { submitter } }) {
    const active = focused();
    const around = asking.closest("form") ?? asking;
    const declares = (submitter ?? asking).closest("[data-next]");
    return {
      active,
      next: declares?.getAttribute("data-next") ?? undefined,
      news: newsThatLead(),
      own: !writing(active) || around.contains(active),
      item: itemOf(asking),
      row: rowOf(rows.of(active) ?? document.querySelector("#main .row.here")),
    };
  }

  /**
   * @param {Before} before
   * @param {string | null | undefined} next
   * @returns {Element | null | undefined}
   */
  function declared({ item }, next) {
    if (next !== "here") return next ? document.querySelector(next) : null;
    const taking = item?.list.isConnected
      ? item.list.children[item.at] ?? item.list.lastElementChild
      : null;
    return rows.title(taking) ?? taking?.querySelector("a, button, input, textarea") ?? taking;
  }

  /** @param {Element} place */
  function go(place) {
    if (!(place instanceof HTMLElement)) return;
    const row = rows.of(place);
    if (row && place.matches(".row-title")) return rows.stand(row);
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus();
  }

  /**
   * Returns the row that takes the place of a missing row, or the same row if it is still there. Follows a moved card
   * and the open record of the panel.
   * @param {NonNullable<Before["row"]>} was
   * @param {boolean} acted whether this person made the change; rows moved by others are followed
   */
  function rowNow({ id, group, ids, peeked }, acted) {
    if (peeked && rows.peeked()) return rows.peeked();
    const now = new Map(rows.shown().map((row) => [row.id, row]));
    const same = now.get(id);
    const [at, order] = [ids.indexOf(id), [...now.keys()]];
    const spot = order.indexOf(id);
    const beside = order[spot - 1] === ids[at - 1] || order[spot + 1] === ids[at + 1];
    if (
      same && (!acted || same.matches(".card") || (beside && same.closest(".group")?.id === group))
    ) return same;
    const others = [...ids.slice(at + 1), ...ids.slice(0, at).reverse()];
    const taking = others.find((other) => now.has(other));
    return now.get(taking ?? id);
  }

  /**
   * @param {NonNullable<Before["row"]>} was
   * @param {boolean} acted
   */
  function holdRow(was, acted) {
    const row = rowNow(was, acted);
    const active = focused();
    // An element that arrived with the response and took the focus keeps it
    const taken = active?.checkVisibility() && active.id !== "main" && !rows.of(active);
    if (!row || (taken && !active?.closest("#menu"))) return;
    // A row's menu stays open beside it, and returns the focus to the row
    if (taken) last = rows.title(row);
    else if (row.id !== was.id || !row.contains(document.activeElement)) {
      rows.title(row)?.focus({ preventScroll: true });
    }
    if (!was.seen) return;
    const scroller = row.closest(".cards") ?? globalThis;
    scroller.scrollBy(0, row.getBoundingClientRect().top - was.top);
    row.scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLElement | null} [active] */
  globalThis.findPlace = (active = null) => {
    if (focused()?.checkVisibility() || document.querySelector("#menu:popover-open")) return;
    // The browser returns the focus to a dialog's field only if that field is still there
    const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
    if (dialog) {
      const field = dialog.querySelector("textarea, input:not([type=hidden])") ?? dialog;
      if (field instanceof HTMLElement) field.focus();
      return;
    }
    for (const one of [active, last]) {
      const again = one?.isConnected ? one : one?.id && document.getElementById(one.id);
      if (again) again.focus({ preventScroll: true });
      if (focused()?.checkVisibility()) return;
    }
    const within = document.querySelector("#peek[data-within]");
    const place = within instanceof HTMLElement ? within : document.getElementById("main");
    place?.focus({ preventScroll: true });
  };

  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    befores.set(ctx, remember(ctx));
    followed = ctx.target === document.body && "href" in ctx.sourceElement;
  });

  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    const before = befores.get(ctx);
    if (!before) return;
    const asked = ctx.request.method === "GET";
    const done = /\bdone\b/.test(ctx.hx?.trigger ?? "");
    const told = newsThatLead();
    const news = done && told !== before.news ? told : null;
    const place = declared(before, news?.getAttribute("data-next")) ??
      (asked || done ? declared(before, before.next) : null);
    // A form that opens with the page already has the focus in its first field
    const came = focused() === before.active ? null : focused();
    const opened = place?.id === "main" && place !== came && place.contains(came);
    if (place && before.own && !opened) go(place);
    else if (before.row && ctx.target !== document.body) holdRow(before.row, done);
    findPlace(before.active);
  });

  // Puts the caret at the end of a text that opens for editing. A new element that already got the focus doesn't get it
  // again.
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (!target.closest("#toasts, #menu, dialog")) last = target;
    if (!target.autofocus) return;
    target.autofocus = false;
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) {
      const end = target.value.length;
      if (target.selectionEnd !== null) target.setSelectionRange(end, end);
    }
  });

  htmx.registerExtension("backlog-focus", {
    htmx_before_morph_attr: (_element, { attrName }) => attrName !== "autofocus" || followed,
  });
})();
