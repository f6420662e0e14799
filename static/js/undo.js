// @ts-check
/// <reference types="./globals.d.ts" />

// Undoes this tab's acts, newest first. The tab stores the Undo form of each act, whether its toast was seen or not.
// Each act is undone where it was done: the page goes back there, unless the task's row is visible. A toast with Undo
// remains when the page changes. The browser undoes typing.
(() => {
  const MOST = 20;

  /**
   * An act's Undo: the fields, their URL, the viewer, and the time. Also the history entry and URL of the page where
   * the act was done.
   * @typedef {{ action: string, fields: string, profile: string, at: number, key: string, href: string }} Act
   */

  /** @typedef {Pick<Act, "key" | "href">} Spot */
  /** The last toast with an Undo. @type {Element | null} */
  let news = null;
  /** Whether that toast is about an act, not about an undo. */
  let isAct = false;
  /** The act that is being undone. @type {Act | null} */
  let taking = null;
  /** Whether the page is going back to the act's page, or has arrived there. @type {"" | "leading" | "there"} */
  let way = "";
  /**
   * Pending requests that might be acts or change the page, with the page they started from.
   * @type {Map<unknown, Spot>}
   */
  const asked = new Map();
  /** Fields typed into since the last act. @type {WeakSet<EventTarget>} */
  let typedInto = new WeakSet();

  const profile = () => sentBy()["Backlog-Profile"] ?? "";
  const here = () => ({ key: listLeft.entry(), href: location.pathname + location.search });
  /** Returns whether a page is open, with any display options. @param {Spot} spot */
  const isOpen = ({ href }, path = location.pathname) => href.split("?")[0] === path;

  /** @returns {Act[]} */
  const acts = () => tabStore.read("acts") ?? [];
  /** @param {Act[]} all */
  const keep = (all) => tabStore.write("acts", all.slice(-MOST));
  /** Returns the last act in this workspace. */
  const newest = () => acts().findLast((act) => act.profile === profile());

  /** Returns the number of acts still to undo, on any page. @returns {number} */
  const wanted = () => tabStore.read("wanted") ?? 0;
  /** @param {number} many */
  const want = (many) => tabStore.write("wanted", many);

  /** @param {Element | null} offer @param {Spot} spot @returns whether there was an Undo to store */
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

  /** @param {RequestContext} [ctx] the request that brought the toast */
  function note(ctx) {
    const offer = document.querySelector("#toasts [data-undo]");
    const offered = offer?.closest(".toast") ?? offer?.closest("form");
    if (!offered || offered === news) return;
    news = offered;
    typedInto = new WeakSet();
    const own = taking && taking.action === ctx?.request.action;
    isAct = !own && !offer?.matches("[data-undo=Redo]");
    // The page might have changed since
    const spot = ctx && ctx.target !== document.body ? asked.get(ctx) : undefined;
    if (isAct) remember(offer, spot && !isOpen(spot) ? spot : here());
    if (offered.matches("[hidden]")) offered.remove();
  }

  /** Returns whether the page is the one where an act was done, or shows its task's row. @param {Act} act */
  const isHere = (act) =>
    (act.key === listLeft.entry() && isOpen(act)) || act.href === here().href ||
    rows.shown().some((row) => rows.task(row) === act.href);

  /** Goes to the page where an act was done, through the browser's history if it is there. @param {Act} act */
  function lead(act) {
    way = "leading";
    const entries = globalThis.navigation?.entries() ?? [];
    const entry = entries.find(({ key }) => key === act.key);
    if (entry && isOpen(act, URL.parse(entry.url ?? "")?.pathname)) {
      // Someone who goes elsewhere in the meantime stays there
      navigation.traverseTo(act.key).finished?.catch(giveUp);
    } else htmx.ajax("GET", act.href, { push: "true" });
  }

  function giveUp() {
    way = "";
    want(0);
  }

  /** Reports once that there is nothing left to undo. An earlier toast stays, with its Undo. */
  function sayNone() {
    const none = "Nothing to undo";
    const told = document.querySelector("#toasts > *");
    if (!told) tell(none, "done");
    else if (told.textContent !== none) announce(none);
  }

  /** Undoes the requested acts one after another, once all pending requests are done. */
  async function goOn() {
    if (asked.size > 0 || taking || way === "leading") return;
    const led = way === "there";
    way = "";
    const act = newest();
    if (wanted() && !act) sayNone();
    if (!wanted() || !act) return giveUp();
    // A list's URL might contain more by now
    if (!isHere(act) && !(led && isOpen(act))) return led ? giveUp() : lead(act);
    want(wanted() - 1);
    taking = act;
    const outcome = await sendFields(act.action, act.fields);
    taking = null;
    // A refused undo would be refused again
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
    // A listener that changes the page sends its request first
    setTimeout(goOn);
  });

  globalThis.remembered = async (asking) => {
    const spot = here();
    asked.set(asking, spot);
    try {
      const answer = await asking;
      const page = new DOMParser().parseFromString(await answer.clone().text(), "text/html");
      // The toast there belongs to an earlier act
      if (remember(page.querySelector("[data-undo]"), spot)) news?.remove();
      return answer;
    } finally {
      asked.delete(asking);
      setTimeout(goOn);
    }
  };

  /** The last page's toast, which stays if the next page has none. @type {Element | null} */
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
    // A second press has no effect
    button.toggleAttribute("disabled", true);
    takeBack();
  }, { capture: true });

  document.addEventListener("input", ({ target }) => target && typedInto.add(target));

  /** Returns whether a field has no typing to undo while an act can be undone. @param {KeyboardEvent} event */
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

  // The previous page might have been loaded as a whole.
  addEventListener("pageshow", () => {
    way = "there";
    setTimeout(goOn);
  });
  note();
})();
