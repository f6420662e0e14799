// @ts-check
/// <reference types="./live.d.ts" />

// A lock among the tabs of a browser, held by one tab at a time. It uses the browser's locks. Over plain HTTP, browsers
// have none, so the tabs negotiate through messages.
(() => {
  /**
   * How long a tab waits for an answer from the tab with the lock, in milliseconds. Hidden tabs wait longer, so that
   * visible tabs go first.
   */
  const ANSWER_MS = 250;
  const UNSEEN_MS = 1_000;

  /** @type {TabLock} */
  function agree(name, { signal, steal }, hold) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const channel = new BroadcastChannel(`turn ${name}`);
    /**
     * When this tab took the lock, with a random number to decide between tabs that took it at the same time.
     * @type {number[] | null}
     */
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
      // Another tab holds this lock
      clearTimeout(timer);
      if (!mine) return;
      const [[at = 0, chance = 0], [other, theirs]] = [mine, data];
      if (at > other || (at === other && chance > theirs)) return channel.postMessage(mine);
      mine = null;
      over();
      reject(new Error("Another tab holds this lock."));
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
