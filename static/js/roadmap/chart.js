// @ts-check
/// <reference types="../globals.d.ts" />

// The roadmap starts at today. Zooming is immediate, and it moves by dragging its background or with arrow keys.
(() => {
  /** How far an arrow key moves the roadmap, in pixels. */
  const STEP_PX = 120;
  /** The distance of a month's name from its line. */
  const INDENT = 6;
  const zooms = ["weeks", "months", "quarters"];

  const roadmap = () => document.getElementById("roadmap");
  const bars = () => roadmap()?.querySelector(".roadmap-bars") ?? null;
  /** Returns the visible width of the timeline. @param {HTMLElement} element */
  const seen = (element) =>
    element.clientWidth - (element.querySelector(".roadmap-table")?.clientWidth ?? 0);

  /**
   * Scrolls a part of the chart to a position in the visible width.
   * @param {HTMLElement} element
   * @param {number} part of the whole
   * @param {number} share
   */
  function show(element, part, share) {
    element.scrollLeft = part * (bars()?.clientWidth ?? 0) - share * seen(element);
  }

  /**
   * Returns a length that an attribute gives as a share of the whole, in pixels.
   * @param {Element | undefined} one @param {string} name @param {number} whole how wide all days are
   */
  const px = (one, name, whole) => parseFloat(one?.getAttribute(name) ?? "") * whole / 100;
  /** Returns each row with its bar. @param {Element} element @returns {[Element, Element | undefined][]} */
  const rowsWithBars = (element) => {
    const drawn = element.querySelectorAll("[data-bar]");
    return [...element.querySelectorAll(".roadmap-name")].map((row, n) => [row, drawn[n]]);
  };

  /**
   * Keeps the visible month's name in view, and shows on which side bars are out of view. Reads everything before it
   * writes anything, because reading after writing causes another layout.
   * @param {HTMLElement} element
   */
  function tellEdges(element) {
    const whole = bars()?.clientWidth ?? 0;
    const [from, to] = [element.scrollLeft, element.scrollLeft + seen(element)];
    const ticks = element.querySelectorAll(`.roadmap-ticks [data-zoom=${element.dataset.zoom}]`);
    const places = [...ticks].map((tick, n) => {
      const past = from - px(tick, "x", whole);
      const room = px(ticks[n + 1], "x", whole) - from + past - 2 * INDENT;
      const by = past > 0 && past < room ? room - tick.getBoundingClientRect().width : 0;
      return { dx: INDENT + Math.max(0, Math.min(past, by)), cut: past > Math.max(0, by) };
    });
    const { top, bottom } = element.getBoundingClientRect();
    // Other rows are handled when they scroll into view
    const inSight = rowsWithBars(element).filter(([row]) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
    ticks.forEach((tick, n) => {
      const { dx, cut } = places[n] ?? { dx: INDENT, cut: false };
      tick.setAttribute("dx", String(dx));
      // A cut name is hidden
      tick.setAttribute("visibility", cut ? "hidden" : "inherit");
    });
    for (const [row, bar] of inSight) {
      const button = row.querySelector(".roadmap-there");
      const x = px(bar, "x", whole);
      const side = x + px(bar, "width", whole) < from ? "earlier" : x > to ? "later" : "";
      if (button?.getAttribute("data-side") === side) continue;
      button?.toggleAttribute("hidden", !side);
      button?.setAttribute("data-side", side);
    }
  }

  /** Returns a URL with another zoom. @param {string} href @param {string} zoom */
  function at(href, zoom) {
    const url = new URL(href);
    if (zoom === "months") url.searchParams.delete("zoom");
    else url.searchParams.set("zoom", zoom);
    return url.href;
  }

  /** @param {string} zoom */
  function zoomTo(zoom) {
    const element = roadmap();
    const width = element?.dataset.widths?.split(" ")[zooms.indexOf(zoom)];
    if (!element || !width || element.dataset.zoom === zoom) return;
    const middle = (element.scrollLeft + seen(element) / 2) / (bars()?.clientWidth || 1);
    for (const svg of element.querySelectorAll(".roadmap-ticks, .roadmap-bars")) {
      svg.setAttribute("width", width);
    }
    element.dataset.zoom = zoom;
    for (const link of document.querySelectorAll(".roadmap-zooms [data-zoom]")) {
      if (link.getAttribute("data-zoom") === zoom) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    show(element, middle, 0.5);
    tellEdges(element);
    history.replaceState(history.state, "", at(location.href, zoom));
    // Links to other views of the roadmap keep the zoom
    const path = CSS.escape(location.pathname);
    for (const link of document.querySelectorAll(`:is(#bar, #main) a[href^="${path}"]`)) {
      if (!(link instanceof HTMLAnchorElement) || link.dataset.zoom) continue;
      link.href = at(link.href, zoom);
      if (link.hasAttribute("hx-get")) link.setAttribute("hx-get", link.href);
    }
  }

  /** The scroll position that updates keep. @type {number | null} */
  let left = null;
  function begin() {
    const element = roadmap();
    if (!element) return void (left = null);
    if (left === null) show(element, Number(element.dataset.today) / 100, 1 / 3);
    else element.scrollLeft = left;
    left = element.scrollLeft;
    element.onscroll = () => {
      left = element.scrollLeft;
      tellEdges(element);
    };
    tellEdges(element);
  }
  begin();
  addEventListener("resize", begin);
  document.addEventListener("htmx:after:swap", begin);

  document.addEventListener("click", (event) => {
    const link = closestTo(event, ".roadmap-zooms [data-zoom]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    swallow(event);
    zoomTo(link.getAttribute("data-zoom") ?? "");
  }, { capture: true });

  document.addEventListener("click", (event) => {
    const row = closestTo(event, ".roadmap-there")?.closest(".roadmap-name");
    const element = roadmap();
    if (!row || !element) return;
    const [, bar] = rowsWithBars(element).find(([one]) => one === row) ?? [];
    element.scrollLeft = px(bar, "x", bars()?.clientWidth ?? 0) - seen(element) / 3;
    rows.title(row)?.focus({ preventScroll: true });
  });

  document.addEventListener("keydown", (event) => {
    const element = roadmap();
    const changed = event.altKey || event.ctrlKey || event.metaKey || event.isComposing;
    if (event.key.length === 1 && document.body.dataset.shortcuts === "off") return;
    if (!element || changed || event.defaultPrevented || typing(event) || somethingOpen()) return;
    const by = { "+": -1, "=": -1, "-": 1 }[event.key];
    const along = event.shiftKey ? 0 : { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) zoomTo(zooms[zooms.indexOf(element.dataset.zoom ?? "") + by] ?? "");
    else if (along) element.scrollLeft += along * STEP_PX;
    else return;
    event.preventDefault();
  });

  // Dragging the background by mouse moves the chart. Touch scrolls. A press on a bar opens its project.
  document.addEventListener("click", (event) => {
    const id = closestTo(event, "[data-bar]")?.getAttribute("data-bar");
    rows.title(document.querySelector(`.roadmap-name[data-project="${id}"]`))?.click();
  });
  /** @type {{ x: number, left: number } | null} */
  let ground = null;
  document.addEventListener("pointerdown", (event) => {
    const element = roadmap();
    const onBar = closestTo(event, "[data-movable]");
    if (!element || onBar || event.pointerType !== "mouse" || event.button !== 0) return;
    if (closestTo(event, ".roadmap-bars")) ground = { x: event.clientX, left: element.scrollLeft };
  });
  document.addEventListener("pointermove", ({ clientX }) => {
    const element = roadmap();
    if (!ground || !element) return;
    element.scrollLeft = ground.left + ground.x - clientX;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      if (ground && roadmap()?.scrollLeft !== ground.left) swallowClick();
      ground = null;
    });
  }
})();
