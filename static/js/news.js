// @ts-check
/// <reference types="./globals.d.ts" />

/**
 * News of the page's own, in the corner where the server's stand; it takes the place of what is there.
 * @param {string} text what went wrong, and what to do next; or what was done
 * @param {"error" | "done"} [kind]
 */
globalThis.tell = (text, kind = "error") => {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset.kind = kind;
  toast.setAttribute("x-data", "toast");
  toast.textContent = text;
  document.getElementById("toasts")?.replaceChildren(toast);
};
