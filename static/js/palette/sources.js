// @ts-check
/// <reference types="./palette.d.ts" />

// Selects the palette's source. The launchers of the public site name the file with its pages.
(() => {
  /** @returns {HTMLElement | null} */
  const launcher = () => document.querySelector("a[data-palette]");

  /** @type {typeof paletteSources} */
  const sources = Object.create(null);

  globalThis.paletteLauncher = launcher;
  globalThis.paletteSources = sources;
})();
