// @ts-check
/// <reference types="../globals.d.ts" />

// Prints a task: the page that is open, or its own, which opens for that.
(() => {
  const ASKED = "#print";

  document.addEventListener("click", (event) => {
    const path = closestTo(event, "[data-print]")?.dataset.print;
    if (!path) return;
    document.getElementById("menu")?.hidePopover();
    const open = document.querySelector("#main .detail-grid")?.getAttribute("data-task");
    // Once the menu has left the page
    if (open === path) requestAnimationFrame(() => print());
    else location.assign(path + ASKED);
  });

  if (location.hash === ASKED) {
    history.replaceState(history.state, "", location.pathname + location.search);
    print();
  }
})();
