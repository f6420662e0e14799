// @ts-check
/// <reference types="./live.d.ts" />

// What others changed is marked for a moment, and heard in two words: not each change, and not while one hears that
// already.
(() => {
  const QUIET_MS = 10_000;
  /** More than that is another list. */
  const MOST = 12;
  let saidAt = -Infinity;

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

  function say() {
    if (Date.now() - saidAt < QUIET_MS) return;
    saidAt = Date.now();
    announce(document.querySelector("#main[data-list]") ? "List updated" : "Page updated");
  }
})();
