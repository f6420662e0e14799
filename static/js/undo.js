// @ts-check
/// <reference types="./globals.d.ts" />

// Takes back what was done last, while its news still offers to: the news outlasts the page, and its Undo leads back to
// where that was done before it takes it back there, unless that is a task whose row one sees. What one types is undone by the browser, where there is any.
(() => {
  /**
   * What the news offers to take back, for whom, and where that was done.
   * @typedef {{ news: Element, key: string, href: string, viewer: string | undefined }} Made
   */

  /** @type {Made | null} */
  let made = null;
  /** The field that was typed into since. @type {EventTarget | null} */
  let typedInto = null;
  /** What is taken back once its page is shown. @type {Made | null} */
  let going = null;

  const href = () => location.pathname + location.search;
  const viewer = () => document.body.dataset.viewer;

  /** @returns {HTMLElement | null} */
  const offer = () => document.querySelector("#toasts .toast:last-child [data-undo]");

  function note() {
    const news = offer()?.closest(".toast");
    if (!news) made = null;
    else if (news !== made?.news) {
      made = { news, key: listLeft.entry(), href: href(), viewer: viewer() };
      typedInto = null;
    }
  }

  /** The page that comes next says nothing of its own: what the last one said is there still. @param {Made} last */
  function say(last) {
    const corner = document.getElementById("toasts");
    if (!corner || corner.childElementCount > 0 || last.viewer !== viewer()) return;
    const news = /** @type {HTMLElement} */ (last.news.cloneNode(true));
    for (const one of [news, ...news.querySelectorAll("*")]) {
      one.removeAttribute("data-htmx-powered");
    }
    corner.append(news);
    htmx.process(news);
    made = { ...last, news };
  }

  /** Whether one is still where something was done, or sees the row of the task on whose page it was. @param {Made} one */
  const isHere = ({ key, href: at }) =>
    key === listLeft.entry() || at === href() || rows.shown().some((row) => rows.task(row) === at);

  /** Leads to where something was done: in the browser's history, where it is there. @param {Made} one */
  function lead({ key, href }) {
    const entries = globalThis.navigation?.entries() ?? [];
    if (entries.some((other) => other.key === key)) {
      // Who goes elsewhere meanwhile goes there
      navigation.traverseTo(key).finished?.catch(() => {});
      return;
    }
    const link = document.createElement("a");
    link.href = href;
    link.hidden = true;
    document.body.append(link);
    htmx.process(link);
    link.click();
  }

  document.addEventListener("click", (event) => {
    const button = closestTo(event, "#toasts [data-undo]");
    if (!button || !made?.news.contains(button) || isHere(made)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    going = made;
    lead(made);
  }, { capture: true });

  /** What a page said before another one came. @type {Made | null} */
  let last = null;
  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    last = ctx.target === document.body && made?.news.isConnected ? made : null;
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target !== document.body) return note();
    const asked = going;
    going = null;
    if (last) say(last);
    note();
    if (asked && isHere(asked)) offer()?.click();
  });

  note();

  document.addEventListener("input", ({ target }) => typedInto = target);

  /** Whether there is nothing typed to undo. @param {KeyboardEvent} event */
  const untouched = ({ target }) =>
    target instanceof Element && Reflect.get(target, "value") === "" &&
    (target !== typedInto || target.matches("#menu input"));

  document.addEventListener("keydown", (event) => {
    const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey &&
      event.key.toLowerCase() === "z";
    const offer = document.querySelector("#toasts .toast:last-child [data-undo]");
    if (!undo || !(offer instanceof HTMLElement) || (typing(event) && !untouched(event))) {
      return;
    }
    event.preventDefault();
    offer.click();
  });
})();
