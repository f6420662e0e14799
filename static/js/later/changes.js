// @ts-check
/// <reference types="./live.d.ts" />

// What others changed is marked for a moment, and heard in two words: not each change, and not while one hears that
// already. It has a place of its own to be heard from, so that it takes away nothing that the page says.
(() => {
  const QUIET_MS = 10_000;
  const SETTLES_MS = 500;
  /** More than that is another list. */
  const MOST = 12;
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
      const page = document.getElementById("main")?.textContent;
      return () => {
        const after = things();
        const others = after.filter((thing) => before.get(keyOf(thing)) !== lookOf(thing));
        if (others.length <= MOST) {
          for (const one of others) flash(one);
        }
        if (page !== document.getElementById("main")?.textContent) say();
      };
    },
  };

  /** @param {HTMLElement} thing */
  function flash(thing) {
    const from = { backgroundColor: "var(--accent-soft)" };
    thing.animate([from, {}], { duration: 1_600, easing: "ease-in" });
  }

  /** Says it in a moment, with all that comes until then. */
  function say() {
    const place = document.getElementById("changed") ?? document.createElement("p");
    Object.assign(place, { id: "changed", className: "unseen", role: "status" });
    if (!place.isConnected) document.body.append(place);
    const { pathname } = location;
    saying ??= setTimeout(() => {
      saying = undefined;
      if (pathname !== location.pathname) return;
      saidAt = Date.now();
      announce(
        document.querySelector("#main[data-list]") ? "List updated" : "Page updated",
        "changed",
      );
    }, Math.max(SETTLES_MS, saidAt + QUIET_MS - Date.now()));
  }
})();
