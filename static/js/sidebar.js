// @ts-check
/// <reference types="./globals.d.ts" />

// Collapses groups of the sidebar and closes it immediately. The server stores the state in the background.
(() => {
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector));

  /** Sends the state that is visible now, whichever response arrives in between. @param {Element} button */
  function fold(button) {
    const hidden = button.parentElement?.nextElementSibling?.toggleAttribute("hidden");
    button.setAttribute("name", hidden ? "fold" : "unfold");
    button.setAttribute("aria-expanded", String(!hidden));
  }

  /** @param {HTMLButtonElement} button */
  function turn(button) {
    const sidebar = find("#sidebar");
    const held = sidebar?.contains(document.activeElement);
    const { dataset } = document.body;
    const value = dataset.sidebar === "closed" ? "open" : "closed";
    dataset.sidebar = button.value = value;
    sidebar?.hidePopover();
    announce(`Sidebar ${value}`);
    if (value === "closed" && held) find(".drawer-button")?.focus();
  }

  document.addEventListener("click", (event) => {
    const heading = closestTo(event, "[data-fold]");
    if (heading) fold(heading);
    const state = closestTo(event, "[data-sidebar-state]");
    if (state instanceof HTMLButtonElement) turn(state);
  });

  /**
   * While the sidebar covers the page, Tab stays inside it.
   * @param {KeyboardEvent} event
   */
  function goRound(event) {
    const sidebar = closestTo(event, "#sidebar:popover-open");
    if (event.key !== "Tab" || !sidebar || closestTo(event, "#switcher")) return;
    /** @type {NodeListOf<HTMLElement>} */
    const all = sidebar.querySelectorAll("a, button");
    const stops = [...all].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
    if (event.shiftKey) stops.reverse();
    if (stops.at(-1) !== event.target) return;
    event.preventDefault();
    stops[0]?.focus();
  }
  document.addEventListener("keydown", goRound);

  document.addEventListener("toggle", (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    const open = event.target.matches(":popover-open");
    if (event.target.id === "sidebar") {
      const start = find('#sidebar [aria-current="page"]') ?? find("#sidebar .side-link");
      if (open) start?.focus({ preventScroll: true });
    }
    if (event.target.id === "switcher" && open) find("#switcher [data-menu-start]")?.focus();
  }, { capture: true });

  globalThis.turnSidebar = () => {
    if (matchMedia("(max-width: 767px)").matches) find("#sidebar")?.togglePopover();
    else find("[data-sidebar-state]")?.click();
  };

  globalThis.goToPlace = (key) => {
    const place = find(`#sidebar [data-go="${CSS.escape(key)}"]`);
    const opens = place instanceof HTMLButtonElement && place.popoverTargetElement;
    if (opens && !place.checkVisibility()) find("#sidebar")?.showPopover();
    place?.click();
    return place !== null;
  };
})();
