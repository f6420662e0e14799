// @ts-check
/// <reference types="./globals.d.ts" />

// On a phone, Back closes what is open over the page: a menu, a dialog, the sidebar, the panel's sheet, or its
// selection. Each layer has its own history entry above the page's entry. Closing the layer in another way removes the
// entry. A link to another page replaces it. A selection's entry stays, so that Back restores the selection.
(() => {
  if (!globalThis.navigation) return;

  const phone = matchMedia("(max-width: 900px)");
  /** Whether a step in the history stays within the shown page's entries. */
  let within = false;
  /** Whether this script requested the step, not the person. */
  let own = false;
  /** Whether the browser is opening another document. A step in the history would cancel this. */
  let leaving = false;
  /** The page's URL, which might have changed since the layer opened. */
  let address = "";
  /** Pending requests. @type {Set<RequestContext>} */
  const asked = new Set();

  /** Returns the open layers, with the uppermost last. @returns {HTMLElement[]} */
  const open = () =>
    ["#selection:not([hidden])", "#peek[aria-modal], dialog[open], [popover]:popover-open"]
      .flatMap((some) => [...document.querySelectorAll(some)])
      .filter((one) => one instanceof HTMLElement);
  /** Returns the number of history entries above the page's own. @returns {number} */
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
      // A pending response might be the page that replaces this one, or that has an entry here
      if (leaving || asked.size > 0 || own || (navigation.transition && !within)) return;
      if (document.readyState !== "complete") return;
      own = true;
      history.go(wanted - entries());
    }
    // htmx recognizes its own entries by this
    if (wanted > entries()) history.replaceState({ ...history.state, htmx: true }, "");
    while (wanted > entries()) {
      const of = listLeft.entry();
      history.pushState({ ...history.state, layers: entries() + 1, of }, "");
    }
  }

  navigation.addEventListener("navigate", (event) => {
    if (event.navigationType !== "traverse") {
      leaving = !event.destination.sameDocument && event.downloadRequest === null;
      return;
    }
    const back = (navigation.currentEntry?.index ?? 0) - event.destination.index;
    within = back > 0 && back <= entries();
    address = location.href;
    if (!within) return;
    // The page is still there, at the same scroll position
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
      // Layers that opened in the meantime stay
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
  addEventListener("pageshow", () => {
    leaving = false;
    keepStep();
  });
  navigation.addEventListener("navigatesuccess", () => within || keepStep());
})();
