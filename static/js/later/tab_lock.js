// @ts-check
/// <reference types="./live.d.ts" />

// A lock among the tabs of a browser: one tab has it at a time, then the next one. It is the browser's own where it has
// locks; over plain HTTP it has none, and tabs agree by what they tell each other.
(() => {
  /** How long a tab waits for the one that has the lock to say so, in milliseconds; one that nobody sees lets others go first. */
  const ANSWER_MS = 250;
  const UNSEEN_MS = 1_000;

  /** @type {TabLock} */
  function agree(name, { signal, steal }, hold) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const channel = new BroadcastChannel(`turn ${name}`);
    /** Since when it is this tab's, and by chance among those that took it in one moment. @type {number[] | null} */
    let mine = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;

    const over = () => {
      clearTimeout(timer);
      if (mine) channel.postMessage("free");
      mine = null;
      channel.close();
      removeEventListener("pagehide", over);
    };
    const take = () => {
      mine = [Date.now(), Math.random()];
      channel.postMessage(mine);
      hold().finally(over).then(resolve);
    };
    const wait = () => {
      const unseen = document.hidden ? UNSEEN_MS : 0;
      clearTimeout(timer);
      timer = setTimeout(take, ANSWER_MS + unseen + Math.random() * ANSWER_MS);
    };

    channel.onmessage = ({ data }) => {
      if (data === "free") return mine || wait();
      if (data === "whose") return mine && channel.postMessage(mine);
      // Another one's it is
      clearTimeout(timer);
      if (!mine) return;
      const [[at = 0, chance = 0], [other, theirs]] = [mine, data];
      if (at > other || (at === other && chance > theirs)) return channel.postMessage(mine);
      mine = null;
      over();
      reject(new Error("Another tab took the lock."));
    };
    signal?.addEventListener("abort", over);
    addEventListener("pagehide", over);
    if (steal) take();
    else {
      channel.postMessage("whose");
      wait();
    }
    return promise;
  }

  globalThis.tabLock = navigator.locks
    ? (name, options, hold) => navigator.locks.request(name, options, hold)
    : agree;
})();
