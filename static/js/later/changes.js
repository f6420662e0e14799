// @ts-check
/// <reference types="./live.d.ts" />

// Highlights other people's changes for a moment, and announces them in a few words. Announces neither every change nor
// the same change twice. The announcements have their own live region, so they don't interrupt other messages.
(() => {
  const QUIET_MS = 10_000;
  const SETTLES_MS = 500;
  /** With more changes, the list counts as a new one. */
  const MOST = 12;
  const MOST_NAMED = 3;
  /** Changes to announce. @type {Set<string>} */
  const told = new Set();
  /** The path of the page with these changes. */
  let page = location.pathname;
  let saidAt = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;

  const things = () => /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll(
      "#main :is(.row, .comment, .event, .rail-value, .entry)[id], #main .rail-value, #peek-page .comment[id]",
    ),
  ]);

  /** @param {HTMLElement} thing */
  const keyOf = (thing) => thing.id || thing.getAttribute("data-menu") || "";

  /** @param {HTMLElement} thing */
  const lookOf = (thing) => `${thing.textContent} ${thing.innerHTML.length}`;

  globalThis.changes = {
    begin() {
      const before = new Map(things().map((thing) => [keyOf(thing), lookOf(thing)]));
      const text = document.getElementById("main")?.textContent;
      return () => {
        if (page !== location.pathname) startAgain();
        const after = things();
        const others = after.filter((thing) => before.get(keyOf(thing)) !== lookOf(thing));
        if (others.length <= MOST) {
          for (const one of others) flash(one);
        }
        for (const one of others) tellOf(one, !before.has(keyOf(one)));
        if (text !== document.getElementById("main")?.textContent) say();
      };
    },
  };

  /** Starts without the changes of the page before, and without waiting for its announcements. */
  function startAgain() {
    page = location.pathname;
    told.clear();
    clearTimeout(saying);
    saying = undefined;
    saidAt = -Infinity;
  }

  /** @param {HTMLElement} thing */
  function flash(thing) {
    // An animation uses the light color of the two, so this color is the same in both themes.
    const from = { backgroundColor: "color-mix(in oklab, var(--dot-indigo) 5%, transparent)" };
    thing.animate([from, {}], { duration: 1_600, easing: "ease-in" });
  }

  /**
   * Describes a row by its reference, and a change by its person and action.
   * @param {HTMLElement} thing
   * @param {boolean} isNew
   */
  function tellOf(thing, isNew) {
    const reference = rows.task(thing)?.split("/").at(-1);
    const who = isNew && thing.querySelector("strong, bdi")?.textContent;
    const did = thing.querySelector("[id^=told-]")?.textContent ?? "commented";
    if (reference || who) told.add(reference ?? `${who} ${did}`);
  }

  /** Announces changes after a moment, together with later ones. */
  function say() {
    const place = document.getElementById("changed") ?? document.createElement("p");
    Object.assign(place, { id: "changed", className: "unseen", role: "status" });
    if (!place.isConnected) document.body.append(place);
    saying ??= setTimeout(() => {
      saying = undefined;
      const which = told.size <= MOST_NAMED ? [...told].join(", ") : "";
      told.clear();
      if (page !== location.pathname) return;
      saidAt = Date.now();
      const what = document.querySelector("#main[data-list]") ? "List updated" : "Page updated";
      announce(which ? `${what}: ${which}` : what, "changed");
    }, Math.max(SETTLES_MS, saidAt + QUIET_MS - Date.now()));
  }
})();
