// @ts-check
/// <reference types="./palette.d.ts" />

// Where the palette finds things, which the page says by what opens it: the public site's launchers name the file that
// its pages are told by.
(() => {
  /** @returns {HTMLElement | null} */
  const launcher = () => document.querySelector("a[data-palette]");

  /** @type {typeof paletteSources} */
  const sources = Object.create(null);

  globalThis.paletteLauncher = launcher;
  globalThis.paletteSources = sources;
})();
