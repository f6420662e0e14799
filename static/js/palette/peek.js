// @ts-check
/// <reference types="./palette.d.ts" />

// A task that was found, peeked at beside the page, where that has a panel for it: the palette makes room, and is there
// again as it was once the panel is closed.
(() => {
  const wide = matchMedia("(min-width: 901px)");
  /** What the palette showed. @type {KeptPalette | null} */
  let kept = null;

  /** Lists have one to peek in. */
  const panel = () => document.querySelector("#main[data-list]") && document.getElementById("peek");

  globalThis.palettePeek = (item) => {
    const peek = panel();
    const path = item?.href ?? "";
    if (item?.kind !== "task" || !path || !peek || !wide.matches) return false;
    kept = palette.leave();
    const same = peeking.rows().find((row) => rows.task(row) === path);
    if (same && peeking.open(same)) return true;
    peek.hidden = false;
    document.documentElement.toggleAttribute("data-peeking", true);
    Object.assign(peek.dataset, { path, at: path, row: "" });
    peeking.mark();
    peeking.load(path);
    announce(`Peek: ${item.key} ${item.title}. Press Esc to return to the results.`);
    peek.focus({ preventScroll: true });
    return true;
  };

  /** Comes back once what closes the panel has closed it. */
  function comeBack() {
    const back = kept;
    if (!back || peeking.panel()) return;
    kept = null;
    palette.comeBack(back);
  }

  document.addEventListener("keydown", ({ key }) => {
    if (kept && (key === "Escape" || key === " ")) setTimeout(comeBack);
  });
  document.addEventListener("click", (event) => {
    if (kept && closestTo(event, '#peek [data-peek-act="close"]')) setTimeout(comeBack);
  });
  // Who goes elsewhere has found it
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) kept = null;
  });
})();
