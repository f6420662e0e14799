// @ts-check
/// <reference types="../globals.d.ts" />

// Shows the current page and heading in their lists, copies code, and loads search at its first use. Until then, a docs
// page needs none of the app's scripts.
(() => {
  const { app } = document.currentScript?.dataset ?? {};
  const launcher = () => document.querySelector("[data-palette]");
  let isComing = false;

  function openSearch() {
    isComing = true;
    const script = Object.assign(document.createElement("script"), { src: app });
    script.onload = () => {
      // The app's scripts wait for the page to load, which it did before
      if (document.readyState === "complete") dispatchEvent(new Event("load"));
      const press = { key: "k", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", press));
    };
    script.onerror = () => location.assign(launcher()?.getAttribute("href") ?? "");
    document.head.append(script);
  }

  /** @param {Event} event @param {boolean} opens */
  function answer(event, opens) {
    if (!app || isComing || !opens) return;
    event.preventDefault();
    openSearch();
  }

  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey } = event;
    const isSlash = key === "/" && document.body.dataset.shortcuts !== "off";
    answer(event, ctrlKey || metaKey ? key.toLowerCase() === "k" : isSlash);
  });

  /** Scrolls a long list of links by itself until a link is visible. @param {string} list @param {string} link */
  function reveal(list, link) {
    const scroller = document.querySelector(list);
    const found = scroller?.querySelector(link);
    if (!scroller || !found) return;
    const around = scroller.getBoundingClientRect();
    const { top, bottom } = found.getBoundingClientRect();
    if (top >= around.top && bottom <= Math.min(around.bottom, innerHeight)) return;
    scroller.scrollTop += top - around.top - around.height / 2;
  }
  reveal(".docs-tree", "[aria-current]");
  if (CSS.supports("selector(:target-current)")) {
    // The browser marks the heading a moment after the event
    addEventListener(
      "scrollend",
      () => setTimeout(() => reveal(".docs-contents", ":target-current"), 100),
    );
  }

  document.addEventListener("click", async (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (!(target instanceof Element)) return;
    answer(event, !ctrlKey && !metaKey && !shiftKey && target.closest("[data-palette]") !== null);
    const button = target.closest(".docs-copy");
    const code = button?.parentElement?.querySelector("code");
    if (!button || !code) return;
    let said = "Copied";
    try {
      await navigator.clipboard.writeText(code.textContent?.trimEnd() ?? "");
    } catch {
      getSelection()?.selectAllChildren(code);
      said = "Selected";
    }
    button.textContent = said;
    const announced = document.getElementById("announced");
    if (announced) announced.textContent = `Code ${said.toLowerCase()}`;
    setTimeout(() => button.textContent = "Copy", 2_000);
  });
})();
