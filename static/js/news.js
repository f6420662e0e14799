// @ts-check
/// <reference types="./globals.d.ts" />

// News stands in the page's corner, and inside the dialog that is open: nothing beside that can be used.
(() => {
  globalThis.tell = (text, kind = "error", link) => {
    const toast = document.createElement("div");
    toast.className = "toast";
    toast.dataset.kind = kind;
    toast.setAttribute("x-data", "toast");
    toast.textContent = text;
    if (link) {
      const offered = document.createElement("a");
      offered.href = link.href;
      offered.textContent = link.name;
      if (link.composes) offered.setAttribute("data-compose", "");
      toast.append(offered);
    }
    document.getElementById("toasts")?.replaceChildren(toast);
  };

  globalThis.raiseNews = () => {
    const corner = document.getElementById("toasts");
    const place = document.querySelector("dialog[open]") ?? document.body;
    if (corner && corner.parentElement !== place) place.append(corner);
  };

  document.addEventListener("close", ({ target }) => {
    const corner = document.getElementById("toasts");
    if (target instanceof HTMLDialogElement && corner && target.contains(corner)) raiseNews();
  }, { capture: true });
})();
