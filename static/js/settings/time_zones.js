// @ts-check
/// <reference types="../globals.d.ts" />

// Whoever comes to a field for a time zone is offered all of them, which the browser knows by itself.
document.addEventListener("focusin", ({ target }) => {
  const list = target instanceof HTMLInputElement && target.list;
  if (!list || list.firstChild || !list.matches("[data-time-zones]")) return;
  list.append(...Intl.supportedValuesOf("timeZone").map((value) => make("option", { value })));
});
