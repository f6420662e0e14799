// @ts-check
/// <reference types="./globals.d.ts" />

// A task leads back to the list as it was left: narrowed, sorted, opened.
(() => {
  const remember = () => {
    const { pathname, search } = location;
    if (pathname !== "/workspace/tasks") return;
    sessionStorage.setItem("list", pathname + search);
  };
  remember();
  document.addEventListener("htmx:after:history:push", remember);
  document.addEventListener("htmx:after:history:replace", remember);
  addEventListener("popstate", remember);
  document.addEventListener("click", (event) => {
    const list = sessionStorage.getItem("list");
    if (list) closestTo(event, "[data-back]")?.setAttribute("href", list);
  }, { capture: true });
})();
