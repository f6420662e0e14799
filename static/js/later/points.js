// @ts-check
/// <reference types="./live.d.ts" />

// How far something was heard, as the server says it: sealed, so that it tells nothing of what happens out of one's sight,
// and the minute. Which of two is further is known by the order in which they came.
(() => {
  /** @type {string[]} */
  let known = [];
  /** @param {string} point */
  const halves = (point) => /** @type {[string, string?]} */ (point.split("."));

  globalThis.points = {
    newest: () => known.at(-1) ?? "",
    learn(point) {
      const [at] = halves(point);
      if (at && !known.includes(at)) known = [...known, at].slice(-99);
    },
    newer(one, other) {
      const [[a, minute = 0], [b, last = 0]] = [halves(one), halves(other)];
      return known.indexOf(a) > known.indexOf(b) || +minute > +last;
    },
  };
})();
