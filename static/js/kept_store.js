// @ts-check
/// <reference types="./globals.d.ts" />

// Stores people's texts on this device for 30 days, newest first, with a size limit.
(() => {
  const LONGEST_MS = 30 * 24 * 3_600_000;
  const MOST_TEXTS = 100;
  const MOST_CHARACTERS = 1_000_000;

  /** The fallback if the device's storage is unavailable. It lasts as long as the page. @type {Map<string, string>} */
  const spare = new Map();

  /** @type {KeptStore["read"]} */
  function read(key) {
    try {
      const text = spare.get(key) ?? localStorage.getItem(key);
      const kept = text === null ? null : JSON.parse(text);
      return kept?.at > Date.now() - LONGEST_MS && kept.values && kept.from ? kept : null;
    } catch {
      return null;
    }
  }

  /** @type {KeptStore["write"]} */
  function write(key, kept) {
    const text = JSON.stringify(kept);
    try {
      localStorage.setItem(key, text);
      spare.delete(key);
    } catch {
      spare.set(key, text);
    }
  }

  /** @type {KeptStore["forget"]} */
  function forget(key) {
    spare.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      // Storage is forbidden, so nothing is stored there
    }
  }

  /** @param {string} start */
  function keysFrom(start) {
    const keys = new Set(spare.keys());
    try {
      for (const key of Object.keys(localStorage)) keys.add(key);
    } catch {
      // Storage is forbidden, so only the fallback has slots
    }
    return [...keys].filter((key) => key.startsWith(start));
  }

  /** @param {string[]} slots */
  const found = (slots) =>
    slots.flatMap((slot) => {
      const kept = read(slot);
      return kept ? [{ slot, kept }] : [];
    });

  /** @type {KeptStore["newest"]} */
  function newest(key) {
    return found([key, ...keysFrom(`${key} `)])
      .filter(({ kept }) => !kept.left || !keptStore.sending)
      .sort((a, b) => b.kept.at - a.kept.at)[0] ?? null;
  }

  /** @type {KeptStore["left"]} */
  function left(start) {
    const one = found(keysFrom(start)).find(({ kept }) => kept.left);
    return /** @type {ReturnType<KeptStore["left"]>} */ (one ?? null);
  }

  /** @type {KeptStore["forgetAll"]} */
  function forgetAll(start) {
    keysFrom(start).forEach(forget);
    try {
      sessionStorage.clear();
    } catch {
      // Storage is forbidden, so nothing is stored there
    }
  }

  /** @type {KeptStore["prune"]} */
  function prune(start) {
    const all = keysFrom(start).map((key) => ({ key, kept: read(key) }))
      .sort((a, b) => (b.kept?.at ?? 0) - (a.kept?.at ?? 0));
    let characters = 0;
    for (const [at, { key, kept }] of all.entries()) {
      characters += JSON.stringify(kept).length;
      if (!kept || at >= MOST_TEXTS || characters > MOST_CHARACTERS) forget(key);
    }
  }

  /**
   * Uses the tab's storage. It belongs to the page's viewer, because someone else might sign in here.
   * @param {(kept: Storage) => unknown} use
   */
  function ofTab(use) {
    try {
      const { viewer } = document.body.dataset;
      if (viewer && sessionStorage.viewer !== viewer) {
        sessionStorage.clear();
        sessionStorage.viewer = viewer;
      }
      return use(sessionStorage);
    } catch {
      // Storage is full or forbidden, so this page does without
      return null;
    }
  }

  globalThis.tabStore = {
    read: (name) => ofTab((kept) => JSON.parse(kept[name] ?? "null")),
    write: (name, value) => void ofTab((kept) => kept[name] = JSON.stringify(value)),
  };

  globalThis.keptStore = { read, newest, left, write, forget, forgetAll, prune, sending: false };
})();
