// @ts-check
/// <reference types="./globals.d.ts" />

// On a phone Back closes what lies over the page: a menu, a dialog, the drawer, the sheet in which one peeks. Each has an
// entry of the browser's history above the page's own, which goes when it is closed otherwise; what leads to another page
// gives that page its place.
(() => {
  if (!globalThis.navigation) return;

  const phone = matchMedia("(max-width: 900px)");
  /** Whether a step in the history is one among the entries of the page that is shown. */
  let within = false;
  /** Whether that was asked for here, not by who uses the page. */
  let own = false;
  /** The page's address, where it became another one meanwhile. @type {string | null} */
  let address = null;
  /** What is asked for and not answered yet. @type {Set<RequestContext>} */
  const asked = new Set();

  /** What is open, the uppermost last. @returns {HTMLElement[]} */
  const open = () =>
    [
      ...document.querySelectorAll("#peek[aria-modal], dialog[open], [popover]:popover-open"),
    ].filter((one) => one instanceof HTMLElement);
  /** How many entries of the history stand above the page's own. @returns {number} */
  const entries = () => history.state?.layers ?? 0;

  /** @param {HTMLElement} layer */
  function close(layer) {
    if (layer.id === "peek") peeking.close();
    else if (layer instanceof HTMLDialogElement) layer.close();
    else layer.hidePopover();
  }

  function keepStep() {
    const wanted = phone.matches ? open().length : 0;
    if (wanted < entries()) {
      // What is on its way may be the page that takes the place
      if (asked.size > 0 || own) return;
      own = true;
      history.go(wanted - entries());
    }
    // htmx takes entries for its own by this
    if (wanted > entries()) history.replaceState({ ...history.state, htmx: true }, "");
    while (wanted > entries()) {
      history.pushState({ ...history.state, layers: entries() + 1 }, "");
    }
  }

  navigation.addEventListener("navigate", (event) => {
    const back = (navigation.currentEntry?.index ?? 0) - event.destination.index;
    within = event.navigationType === "traverse" && back > 0 && back <= entries();
    // The page is there already
    if (within) event.stopImmediatePropagation();
  });
  document.addEventListener("htmx:before:history:restore", (event) => {
    if (within) event.preventDefault();
  });

  addEventListener("popstate", () => {
    if (!within) return;
    if (address !== null) history.replaceState(history.state, "", address);
    if (entries() === 0) address = null;
    const over = open().slice(entries());
    for (const layer of over.reverse()) close(layer);
    const dead = over.length === 0 && !own;
    own = false;
    if (dead) history.back();
  });

  document.addEventListener("htmx:before:history:update", (event) => {
    const { type, path } = event.detail.history;
    if (entries() === 0) return;
    event.preventDefault();
    if (type === "replace") address = path;
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
  addEventListener("load", keepStep);
})();
