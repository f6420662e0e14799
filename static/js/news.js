// @ts-check
/// <reference types="./globals.d.ts" />

/**
 * News of the page's own, in the corner where the server's stand; it takes the place of what is there.
 * @param {string} text what went wrong, and what to do next
 */
globalThis.tell = (text) => {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset.kind = "error";
  toast.setAttribute("x-data", "toast");
  toast.textContent = text;
  document.getElementById("toasts")?.replaceChildren(toast);
};
