// @ts-check
/// <reference types="./globals.d.ts" />

// Places toasts in the page's corner, or inside the open dialog, because nothing outside it can be used. Toasts cover
// neither the end of the page nor the text someone is writing. In that case, they are at the top.
(() => {
  /** The distance of a toast from the page's edge, and from what it doesn't cover. */
  const GAP = 16;

  globalThis.tell = (text, kind = "error", link) => {
    const toast = make("div", { className: "toast", textContent: text });
    toast.dataset.kind = kind;
    toast.setAttribute("x-data", "toast");
    if (link) {
      const { href, name: textContent, composes } = link;
      const offered = make("a", { href, textContent });
      offered.toggleAttribute("data-compose", composes === true);
      toast.append(offered);
    }
    const close = document.querySelector('#keys button[aria-label="Close"]')?.cloneNode(true);
    if (close instanceof HTMLButtonElement) {
      close.type = "button";
      close.ariaLabel = "Dismiss";
      close.setAttribute("x-on:click", "dismiss");
      toast.append(close);
    }
    document.getElementById("toasts")?.replaceChildren(toast);
  };

  globalThis.raiseNews = () => {
    const corner = document.getElementById("toasts");
    const place = document.querySelector("dialog[open]") ?? document.body;
    if (corner && corner.parentElement !== place) place.append(corner);
    makeRoom();
  };

  /**
   * Returns the elements that a toast would cover, by their horizontal position.
   * @param {DOMRect} news
   * @param {Iterable<Element>} things
   */
  function under({ left, right }, things) {
    return [...things].map((thing) => thing.getBoundingClientRect())
      .filter((one) => one.height > 0 && one.right > left && one.left < right);
  }

  function makeRoom() {
    const corner = document.getElementById("toasts");
    if (!corner?.firstChild) return;
    const box = corner.getBoundingClientRect();
    // An on-screen keyboard covers the end of the page
    const { height, offsetTop } = visualViewport ?? { height: innerHeight, offsetTop: 0 };
    let end = offsetTop + height;
    const bars = "#selection, dialog[open] :is(.pills, .composer-foot)";
    for (const bar of under(box, document.querySelectorAll(bars)).reverse()) {
      if (bar.bottom > end - 40) end = Math.min(end, bar.top);
    }
    const form = document.activeElement?.closest(".stage form, #peek form");
    const [written] = under(box, form ? [form] : []);
    const high = (written?.bottom ?? 0) > end - box.height - 2 * GAP;
    const below = document.getElementById("bar")?.clientHeight ?? 0;
    corner.style.top = high ? `${offsetTop + below + GAP / 2}px` : "";
    corner.style.bottom = high ? "auto" : `${innerHeight - end + GAP}px`;
  }
  addEventListener("scroll", makeRoom, { capture: true, passive: true });
  for (const event of ["focusin", "selection", "htmx:after:swap"]) {
    document.addEventListener(event, () => setTimeout(makeRoom));
  }
  for (const event of ["resize", "scroll"]) visualViewport?.addEventListener(event, makeRoom);

  document.addEventListener("close", ({ target }) => {
    const corner = document.getElementById("toasts");
    if (target instanceof HTMLDialogElement && corner && target.contains(corner)) raiseNews();
  }, { capture: true });
})();
