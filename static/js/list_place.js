// @ts-check
/// <reference types="./globals.d.ts" />

// Back restores a list (`data-list`) exactly: its row and scroll position. Other scripts store more
// at `keep-place` and restore it at `give-place-back`. Everything is stored by ID, for one history entry.
(() => {
  const MOST_PLACES = 50;
  const list = () => document.querySelector("#main[data-list]");

  /** Returns the page's history entry, or its URL if the browser doesn't identify entries. @returns {string} */
  const entry = () =>
    history.state?.of ?? globalThis.navigation?.currentEntry?.key ??
      location.pathname + location.search;

  /** The shown page's entry. While another page loads, this is still the previous one. */
  let shown = entry();

  /** @returns {[string, Place][]} */
  const places = () => tabStore.read("places") ?? [];

  /** Returns the row that the scroll position is restored by: the focused row, or the first visible one. */
  function anchor() {
    const heights = rows.shown().map((row) => ({ row, ...box(row) }));
    const inSight = heights.filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
    const at = inSight.find(({ row }) => row === rows.of(document.activeElement)) ?? inSight[0];
    return at ? { id: at.row.id, top: at.top } : null;
  }

  /** @param {Element} element */
  function box(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return { top, bottom };
  }

  function keep() {
    if (!list()) return;
    const row = rows.of(document.activeElement)?.id;
    /** @type {Place} */
    const place = { scroll: scrollY, anchor: anchor(), ...(row && { row }) };
    document.dispatchEvent(new CustomEvent("keep-place", { detail: place }));
    write(shown, place);
  }

  /**
   * @param {string} key
   * @param {Place} place
   */
  function write(key, place) {
    const others = places().filter(([other]) => other !== key).slice(1 - MOST_PLACES);
    tabStore.write("places", [...others, [key, place]]);
  }

  /** @param {Place} place */
  function scroll({ anchor, scroll, stepped, row: id }) {
    const row = anchor && document.getElementById(anchor.id);
    if (row) scrollBy(0, row.getBoundingClientRect().top - anchor.top);
    else scrollTo(0, scroll);
    if (stepped && id) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }

  /** @param {[target: EventTarget, event: string]} then the event after which the browser has finished its own scrolling */
  function giveBack([target, event]) {
    const place = list() && new Map(places()).get(shown);
    if (!place) return;
    document.dispatchEvent(new CustomEvent("give-place-back", { detail: place }));
    const row = place.row ? document.getElementById(place.row) : null;
    rows.title(row)?.focus({ preventScroll: true });
    scroll(place);
    target.addEventListener(event, () => scroll(place), { once: true });
  }

  // A task leads back to its list, through the browser's history if the list is there.
  /** The number of steps back to the list. @type {number | undefined} */
  let steps = history.state?.list;
  /** The list's entry. @type {string | undefined} */
  let from = history.state?.from;

  const placeLeft = () => (steps && from && new Map(places()).get(from)) || null;

  globalThis.listLeft = {
    entry,
    shown: () => shown,
    place: placeLeft,
    standOn(row) {
      const place = placeLeft();
      if (from && place) write(from, { ...place, row, stepped: true });
    },
  };

  function count() {
    history.replaceState({ ...history.state, list: steps, from }, "", location.href);
  }

  function remember() {
    if (list()) tabStore.write("list", location.pathname + location.search);
  }

  /** Completes the URL of a list, so that it shows the same to others. */
  function say() {
    const address = list()?.getAttribute("data-address");
    if (address) history.replaceState(history.state, "", address);
  }

  document.addEventListener("htmx:after:history:push", () => {
    if (list()) [steps, from] = [1, shown];
    else steps &&= steps + 1;
    count();
  });
  document.addEventListener("htmx:after:history:replace", () => {
    count();
    remember();
  });

  /** Goes back, and requests the list a moment later. @param {number | undefined} by @returns {Promise<boolean>} */
  const goBack = (by = 0) =>
    new Promise((resolve) => {
      history.go(-by);
      addEventListener("htmx:before:request", () => resolve(true), { once: true });
      setTimeout(resolve, 1_000, true);
    });

  document.addEventListener("click", (event) => {
    const link = closestTo(event, "[data-back]");
    const path = tabStore.read("list");
    if (steps && link && followed(event, "[data-back]")) opens(() => goBack(steps));
    else if (path) link?.setAttribute("href", path);
  }, { capture: true });

  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body || ctx.hx?.pushurl) keep();
  });
  addEventListener("pagehide", keep);

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.hx?.pushurl) shown = entry();
    if (ctx.target !== document.body) return;
    say();
    shown = ctx.entry ?? entry();
    ({ list: steps, from } = history.state ?? {});
    remember();
    const { navigation } = globalThis;
    if (ctx.entry) {
      giveBack(navigation ? [navigation, "navigatesuccess"] : [globalThis, "popstate"]);
    }
  });

  say();
  remember();
  const [loaded] = performance.getEntriesByType("navigation");
  const again = loaded instanceof PerformanceNavigationTiming && loaded.type !== "navigate";
  if (again) giveBack([globalThis, "pageshow"]);
})();
