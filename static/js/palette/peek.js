// @ts-check
/// <reference types="./palette.d.ts" />

// Opens a found task in the panel beside the page, if the page has one. The palette closes, and returns unchanged when
// the panel closes.
(() => {
  const wide = matchMedia("(min-width: 901px)");
  /** The palette's state. @type {KeptPalette | null} */
  let kept = null;

  /** Only lists have a panel. */
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

  /** Reopens the palette after the panel has closed. */
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
  // After a change of page, the palette isn't needed anymore
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) kept = null;
  });
})();
