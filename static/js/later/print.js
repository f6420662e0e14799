// @ts-check
/// <reference types="../globals.d.ts" />

// Prints the open task, or opens a task's page and prints it.
(() => {
  const ASKED = "#print";

  document.addEventListener("click", (event) => {
    const path = closestTo(event, "[data-print]")?.dataset.print;
    if (!path) return;
    document.getElementById("menu")?.hidePopover();
    const open = document.querySelector("#main .detail-grid")?.getAttribute("data-task");
    // Waits until the menu has left the page
    if (open === path) requestAnimationFrame(() => print());
    else location.assign(path + ASKED);
  });

  if (location.hash === ASKED) {
    history.replaceState(history.state, "", location.pathname + location.search);
    print();
  }
})();
