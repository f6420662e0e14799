// @ts-check
/// <reference types="./globals.d.ts" />

// On a phone Back closes what lies over the page: a menu, a dialog, the drawer, the sheet in which one peeks, and what is
// selected in it. Each has an entry of the browser's history above the page's own, which goes when it is closed otherwise;
// what leads to another page gives that page its place. A selection keeps its own: it is there again when one is back.
(() => {
  if (!globalThis.navigation) return;

  const phone = matchMedia("(max-width: 900px)");
  /** Whether a step in the history is one among the entries of the page that is shown. */
  let within = false;
  /** Whether that was asked for here, not by who uses the page. */
  let own = false;
  /** The page's address, which may have become another one since what is open was opened. */
  let address = "";
  /** What is asked for and not answered yet. @type {Set<RequestContext>} */
  const asked = new Set();

  /** What is open, the uppermost last. @returns {HTMLElement[]} */
  const open = () =>
    ["#selection:not([hidden])", "#peek[aria-modal], dialog[open], [popover]:popover-open"]
      .flatMap((some) => [...document.querySelectorAll(some)])
      .filter((one) => one instanceof HTMLElement);
  /** How many entries of the history stand above the page's own. @returns {number} */
  const entries = () => history.state?.layers ?? 0;

  /** @param {HTMLElement} layer */
  function close(layer) {
    if (layer.id === "selection") {
      selection.clear();
      findPlace();
    } else if (layer.id === "peek") peeking.close();
    else if (layer instanceof HTMLDialogElement) layer.close();
    else layer.hidePopover();
  }

  function keepStep() {
    const wanted = phone.matches ? open().length : 0;
    if (wanted < entries()) {
      // What is on its way may be the page that takes the place, or that has one here
      if (asked.size > 0 || own || (navigation.transition && !within)) return;
      if (document.readyState !== "complete") return;
      own = true;
      history.go(wanted - entries());
    }
    // htmx takes entries for its own by this
    if (wanted > entries()) history.replaceState({ ...history.state, htmx: true }, "");
    while (wanted > entries()) {
      const of = listLeft.entry();
      history.pushState({ ...history.state, layers: entries() + 1, of }, "");
    }
  }

  navigation.addEventListener("navigate", (event) => {
    if (event.navigationType !== "traverse") return;
    const back = (navigation.currentEntry?.index ?? 0) - event.destination.index;
    within = back > 0 && back <= entries();
    address = location.href;
    if (!within) return;
    // The page is there already, as far down as one is
    event.stopImmediatePropagation();
    if (event.canIntercept) event.intercept({ scroll: "manual", focusReset: "manual" });
  });
  document.addEventListener("htmx:before:history:restore", (event) => {
    if (within) event.preventDefault();
  });

  addEventListener("popstate", () => {
    if (!within) return;
    history.replaceState(history.state, "", address);
    if (own) {
      own = false;
      // What was opened meanwhile stays
      return keepStep();
    }
    const over = open().slice(entries());
    for (const layer of over.reverse()) close(layer);
    if (over.length === 0) history.back();
  });

  document.addEventListener("htmx:before:history:update", (event) => {
    const { type, path } = event.detail.history;
    const kept = document.querySelector("#selection:not([hidden])") ? 1 : 0;
    if (entries() === 0 || (type === "push" && entries() === kept)) return;
    event.preventDefault();
    const state = type === "push" ? { htmx: true } : history.state;
    history.replaceState(state, "", path);
    document.dispatchEvent(new CustomEvent(`htmx:after:history:${type}`));
  });

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => void asked.add(ctx));
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    asked.delete(ctx);
    setTimeout(keepStep);
  });
  for (const event of ["toggle", "close"]) {
    document.addEventListener(event, keepStep, { capture: true });
  }
  document.addEventListener("selection", keepStep);
  addEventListener("load", keepStep);
  navigation.addEventListener("navigatesuccess", () => within || keepStep());
})();
