// @ts-check
/// <reference types="./live.d.ts" />

// How far something was heard, as the server says it: sealed, so that it tells nothing of what happens out of one's sight,
// and the minute. Which of two is further is known by the order in which they came.
(() => {
  /** @type {string[]} */
  let known = [];
  /** @param {string} point */
  const halves = (point) => /** @type {[string, string?]} */ (point.split("."));

  /** Of each topic when it was told last. @type {Map<string, string>} */
  let told = new Map();
  /** The newest that was known as something was asked for. @type {WeakMap<RequestContext, string | undefined>} */
  const asked = new WeakMap();
  const newest = () => known.at(-1);

  globalThis.points = {
    ask: (ctx) => asked.set(ctx, newest()),
    answer(ctx, point) {
      if (asked.has(ctx) && newest() === asked.get(ctx)) this.learn(point);
    },
    learn(point, topics = []) {
      const [at] = halves(point);
      if (at && !known.includes(at)) known = [...known, at].slice(-99);
      for (const topic of topics) told.set(topic, point);
      if (told.size > 99) told = new Map([["*", point]]);
    },
    told: () => [...told],
    newer(one, other) {
      const [[a, minute = 0], [b, last = 0]] = [halves(one), halves(other)];
      return known.indexOf(a) > known.indexOf(b) || +minute > +last;
    },
  };
})();
