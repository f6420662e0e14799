// @ts-check
/// <reference types="./live.d.ts" />

// Compares points in the stream of live events. Points are encrypted, so that they reveal no activity that a person can't see. Their
// order of arrival decides which one is newer.
(() => {
  /** @type {string[]} */
  let known = [];
  /** @param {string} point */
  const halves = (point) => /** @type {[string, string?]} */ (point.split("."));

  /** The point of each topic's latest news. @type {Map<string, string>} */
  let told = new Map();
  /** The newest known point when a request was sent. @type {WeakMap<RequestContext, string | undefined>} */
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
