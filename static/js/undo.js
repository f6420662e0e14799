// @ts-check
/// <reference types="./globals.d.ts" />

// Undoes what was done in this tab, the last act first. An act is remembered by the form of its Undo, whether its news
// is seen or not, and undone where it was done: the page leads back there, unless that is a task whose row one sees.
// News that offers an Undo outlasts its page. What one types is undone by the browser.
(() => {
  const MOST = 20;

  /**
   * What takes an act back: which fields, sent where, for whom; when and where it was done, by the entry of the browser's
   * history and its address.
   * @typedef {{ action: string, fields: string, profile: string, at: number, key: string, href: string }} Act
   */

  /** @typedef {Pick<Act, "key" | "href">} Spot */
  /** The last news that offered an Undo. @type {Element | null} */
  let news = null;
  /** Whether that is of an act, which is remembered, and not of an Undo. */
  let isAct = false;
  /** The act that is being undone. @type {Act | null} */
  let taking = null;
  /** Whether one is led back to where something was done, or has come there. @type {"" | "leading" | "there"} */
  let way = "";
  /** What is asked for that may be an act, or lead elsewhere, and where one was then. @type {Map<unknown, Spot>} */
  const asked = new Map();
  /** Fields that were typed into since. @type {WeakSet<EventTarget>} */
  let typedInto = new WeakSet();

  const profile = () => sentBy()["Backlog-Profile"] ?? "";
  const here = () => ({ key: listLeft.entry(), href: location.pathname + location.search });
  /** Whether a page is open, however it is shown. @param {Spot} spot */
  const isOpen = ({ href }, path = location.pathname) => href.split("?")[0] === path;

  /** @returns {Act[]} */
  const acts = () => tabStore.read("acts") ?? [];
  /** @param {Act[]} all */
  const keep = (all) => tabStore.write("acts", all.slice(-MOST));
  /** The last act in this workspace. */
  const newest = () => acts().findLast((act) => act.profile === profile());

  /** How many acts are to be undone now, on whatever page that is. @returns {number} */
  const wanted = () => tabStore.read("wanted") ?? 0;
  /** @param {number} many */
  const want = (many) => tabStore.write("wanted", many);

  /** @param {Element | null} offer @param {Spot} spot @returns whether there was anything to remember */
  function remember(offer, spot) {
    const form = offer?.closest("form");
    if (!(offer instanceof HTMLElement) || !form) return false;
    const action = form.getAttribute("action") ?? "";
    /** @type {any} */
    const filled = new FormData(form, offer);
    const fields = String(new URLSearchParams(filled));
    keep([...acts(), { action, fields, profile: profile(), at: Date.now(), ...spot }]);
    return true;
  }

  /** @param {RequestContext} [ctx] what brought the news */
  function note(ctx) {
    const offer = document.querySelector("#toasts [data-undo]");
    const offered = offer?.closest(".toast") ?? offer?.closest("form");
    if (!offered || offered === news) return;
    news = offered;
    typedInto = new WeakSet();
    const own = taking && taking.action === ctx?.request.action;
    isAct = !own && !offer?.matches("[data-undo=Redo]");
    // It may have been left since
    const spot = ctx && ctx.target !== document.body ? asked.get(ctx) : undefined;
    if (isAct) remember(offer, spot && !isOpen(spot) ? spot : here());
    if (offered.matches("[hidden]")) offered.remove();
  }

  /** Whether one is still where something was done, or sees the row of the task on whose page it was. @param {Act} act */
  const isHere = (act) =>
    (act.key === listLeft.entry() && isOpen(act)) || act.href === here().href ||
    rows.shown().some((row) => rows.task(row) === act.href);

  /** Leads to where something was done: in the browser's history, where it is there. @param {Act} act */
  function lead(act) {
    way = "leading";
    const entries = globalThis.navigation?.entries() ?? [];
    const entry = entries.find(({ key }) => key === act.key);
    if (entry && isOpen(act, URL.parse(entry.url ?? "")?.pathname)) {
      // Who goes elsewhere meanwhile goes there
      navigation.traverseTo(act.key).finished?.catch(giveUp);
    } else htmx.ajax("GET", act.href, { push: "true" });
  }

  function giveUp() {
    way = "";
    want(0);
  }

  /** Says that nothing is left, once: what is told already stays, with its way back. */
  function sayNone() {
    const none = "Nothing to undo";
    const told = document.querySelector("#toasts > *");
    if (!told) tell(none, "done");
    else if (told.textContent !== none) announce(none);
  }

  /** Undoes what is wanted, one act after another, once all that is under way is done. */
  async function goOn() {
    if (asked.size > 0 || taking || way === "leading") return;
    const led = way === "there";
    way = "";
    const act = newest();
    if (wanted() && !act) sayNone();
    if (!wanted() || !act) return giveUp();
    // A list may be shown at an address that says more by now
    if (!isHere(act) && !(led && isOpen(act))) return led ? giveUp() : lead(act);
    want(wanted() - 1);
    taking = act;
    const outcome = await sendFields(act.action, act.fields);
    taking = null;
    // What was refused would be again
    if (outcome === "unreached") giveUp();
    else keep(acts().filter(({ at }) => at !== act.at));
    goOn();
  }

  function takeBack() {
    want(wanted() + 1);
    goOn();
  }

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "GET" || ctx.target === document.body) asked.set(ctx, here());
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (!asked.delete(ctx)) return;
    if (way && ctx.target === document.body) way = "there";
    // What leads on asks for the next page first
    setTimeout(goOn);
  });

  globalThis.remembered = async (asking) => {
    const spot = here();
    asked.set(asking, spot);
    try {
      const answer = await asking;
      const page = new DOMParser().parseFromString(await answer.clone().text(), "text/html");
      // What stands there offers what was done before this
      if (remember(page.querySelector("[data-undo]"), spot)) news?.remove();
      return answer;
    } finally {
      asked.delete(asking);
      setTimeout(goOn);
    }
  };

  /** What a page said before another one came, which says nothing of its own: it is there still. @type {Element | null} */
  let last = null;
  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    last = ctx.target === document.body && isAct && news?.isConnected ? news : null;
  });
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const corner = document.getElementById("toasts");
    if (last && corner?.childElementCount === 0 && newest()) corner.append(last);
    note(ctx);
  });

  document.addEventListener("click", (event) => {
    const button = closestTo(event, "#toasts [data-undo]");
    if (!button || !isAct || !newest()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // Twice is once
    button.toggleAttribute("disabled", true);
    takeBack();
  }, { capture: true });

  document.addEventListener("input", ({ target }) => target && typedInto.add(target));

  /** Whether a field has nothing typed to undo, and what was done is told still. @param {KeyboardEvent} event */
  const untouched = ({ target }) =>
    target instanceof Element && Reflect.get(target, "value") === "" &&
    document.querySelector("#toasts > *") &&
    (!typedInto.has(target) || target.matches("#menu input"));

  document.addEventListener("keydown", (event) => {
    const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey &&
      event.key.toLowerCase() === "z";
    if (!undo || (typing(event) && !untouched(event))) return;
    event.preventDefault();
    if (!event.repeat) takeBack();
  });

  // One may be led to a page that is loaded whole.
  addEventListener("pageshow", () => {
    way = "there";
    setTimeout(goOn);
  });
  note();
})();
