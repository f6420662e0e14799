// @ts-check
/// <reference types="./globals.d.ts" />

// What the server couldn't be asked is said, and nothing typed is touched.
document.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx?.response) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset.kind = "error";
  toast.textContent =
    "The server can't be reached. Nothing you typed is lost: try again in a moment.";
  document.getElementById("toasts")?.replaceChildren(toast);
  setTimeout(() => toast.remove(), 10_000);
});
