// @ts-check
/// <reference types="../globals.d.ts" />

// Loads the palette when the page is idle, or on demand. A failed load is retried on the next attempt.
(() => {
  const src = document.querySelector("script")?.dataset.paletteAt ?? "";
  /** @type {Promise<true | undefined> | undefined} */
  let coming;

  const bring = () =>
    coming ??= new Promise((resolve) => {
      const onload = () => resolve(true);
      const onerror = () => resolve(coming = undefined);
      document.head.append(make("script", { src, onload, onerror }));
    });

  const launcher = () => document.querySelector("[data-palette]");

  async function open() {
    if (await bring()) return palette.open();
    const href = launcher()?.getAttribute("href") ?? "";
    tell("Search couldn't be loaded.", "error", { href, name: "Open full page" });
    return false;
  }

  // Until then, the palette's links lead to a page
  document.addEventListener("click", (event) => {
    if (followed(event, "[data-palette]")) opens(open);
  }, { capture: true });

  /** `?command=1` opens the palette on any page of a workspace, and is then removed from the URL. */
  function openAsAsked() {
    const url = new URL(location.href);
    if (!url.searchParams.has("command") || !launcher()) return;
    url.searchParams.delete("command");
    history.replaceState(history.state, "", url);
    opens(open);
  }
  function prepare() {
    if (launcher()) bring();
    openAsAsked();
  }
  document.addEventListener("htmx:finally:request", prepare);
  openAsAsked();
  paletteComes(open);
  (globalThis.requestIdleCallback ?? setTimeout)(prepare, { timeout: 3e3 });
})();
