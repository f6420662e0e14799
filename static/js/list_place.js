// @ts-check
/// <reference types="./globals.d.ts" />

// Back gives a list (`data-list`) exactly as it was: the row, how high it stood, and what was folded. What else a script
// keeps of a list it adds at `keep-place`, and takes at `give-place-back`. All is kept by ids, of the browser's entry.
(() => {
  const MOST_PLACES = 50;
  const list = () => document.querySelector("#main[data-list]");

  /** The page's entry of the browser's history, or its address where the browser doesn't name it. @returns {string} */
  const entry = () =>
    history.state?.of ?? globalThis.navigation?.currentEntry?.key ??
      location.pathname + location.search;

  /** The entry whose page is shown: while another is fetched, still the last one. */
  let shown = entry();

  /** @returns {[string, Place][]} */
  const places = () => tabStore.read("places") ?? [];

  /** @returns {string[]} */
  const folded = () =>
    [...document.querySelectorAll("#main details:not([open])")]
      .map((one) => one.closest("[id]")?.id ?? "");

  /** The row by whose height the list is found again: that of the focus, or the first one in sight. */
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
    const place = { scroll: scrollY, anchor: anchor(), folded: folded(), ...(row && { row }) };
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

  /** @param {[target: EventTarget, event: string]} then when the browser is done with its own way of scrolling */
  function giveBack([target, event]) {
    const place = list() && new Map(places()).get(shown);
    if (!place) return;
    for (const id of place.folded) {
      const details = document.getElementById(id)?.querySelector("details");
      if (details) details.open = false;
    }
    document.dispatchEvent(new CustomEvent("give-place-back", { detail: place }));
    const row = place.row ? document.getElementById(place.row) : null;
    rows.title(row)?.focus({ preventScroll: true });
    scroll(place);
    target.addEventListener(event, () => scroll(place), { once: true });
  }

  // A task leads back to the list that one came from: in the browser's history, where it is there.
  /** How many steps back it is. @type {number | undefined} */
  let steps = history.state?.list;
  /** Its entry. @type {string | undefined} */
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

  /** An address that says less than the list shows becomes one that says all, for whoever gets it. */
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

  /** Goes back; the list is asked for a moment later. @param {number | undefined} by @returns {Promise<boolean>} */
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
