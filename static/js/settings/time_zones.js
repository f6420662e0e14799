// @ts-check
/// <reference types="../globals.d.ts" />

// Offers all time zones that the browser knows when a time zone field gets the focus.
document.addEventListener("focusin", ({ target }) => {
  const list = target instanceof HTMLInputElement && target.list;
  if (!list || list.firstChild || !list.matches("[data-time-zones]")) return;
  list.append(...Intl.supportedValuesOf("timeZone").map((value) => make("option", { value })));
});
