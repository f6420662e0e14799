// @ts-check
/// <reference types="../globals.d.ts" />

// When a project begins and is due is changed on the chart: its bar or one of its ends is dragged by mouse, and by touch
// after a long press; Alt with arrows moves it by keys. What was chosen shows at once, and is sent once one rests.
(() => {
  const LONG_PRESS_MS = 400;
  const STILL_PX = 6;
  /** How long keys may rest until what they chose is sent. */
  const REST_MS = 500;
  const DAY_MS = 86_400_000;

  /** Which of a project's days are changed. @typedef {"both" | "start" | "target"} Part */
  /**
   * A project whose dates are changed.
   * @typedef {object} Change
   * @property {HTMLElement} row
   * @property {SVGGElement[]} bars
   * @property {Part} part
   * @property {number} days by how many
   */

  /** @param {string} day @param {number} by */
  const later = (day, by) =>
    day && new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
  /** @param {string} day */
  const inWords = (day) =>
    new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

  /** @param {string | undefined} id @returns {HTMLElement | null} */
  const rowOf = (id) =>
    document.querySelector(`.roadmap-name[data-moves-dates][data-project="${id}"]`);
  /** @param {string | undefined} id @returns {SVGGElement[]} */
  const barsOf = (id) =>
    [...document.querySelectorAll(`g[data-bar="${id}"]`)].map((
      bar,
    ) => /** @type {SVGGElement} */ (bar));

  /** @param {Change} change */
  function datesOf({ row: { dataset }, part, days }) {
    let { start = "", target = "" } = dataset;
    if (part !== "target") start = later(start, days);
    if (part !== "start") target = later(target, days);
    // An end goes no further than the other one
    if (part === "start" && target && start > target) start = target;
    if (part === "target" && start && target < start) target = start;
    return { start, target };
  }

  /** Shows a change by its bars. @param {Change} change */
  function draw(change) {
    const roadmap = document.getElementById("roadmap");
    const { first = "", days = "1" } = roadmap?.dataset ?? {};
    const { start, target } = datesOf(change);
    /** @param {string} day @param {number} more */
    const at = (day, more) => {
      const passed = (Date.parse(day) - Date.parse(first)) / DAY_MS + more;
      return (100 * Math.max(0, Math.min(Number(days), passed))) / Number(days);
    };
    const [x, to] = [at(start || target, 0), at(target || start, 1)];
    for (const bar of change.bars) {
      bar.setAttribute("data-moving", "");
      const ground = bar.querySelector(".bar-ground");
      ground?.setAttribute("x", `${x}%`);
      ground?.setAttribute("width", `${to - x}%`);
      bar.querySelector(".bar-done")?.setAttribute("width", "0");
      bar.querySelector(".bar-name")?.setAttribute("x", `${to}%`);
    }
  }

  /** @param {Change} change */
  function said(change) {
    const { start, target } = datesOf(change);
    const name = rows.title(change.row)?.textContent;
    return `${name}: ${[start, target].filter(Boolean).map(inWords).join(" – ")}`;
  }

  /** Sends what was chosen; a refusal shows what is there. @param {Change} change @param {boolean} carry */
  async function send(change, carry) {
    const { start, target } = datesOf(change);
    const { path = "", version = "", start: was, target: due } = change.row.dataset;
    if (start === was && target === due) return moves.renew();
    const boxed = /** @type {HTMLInputElement | null} */ (document.getElementById("roadmap-carry"));
    /** @type {Record<string, string>} */
    const fields = { startDate: start, targetDate: target, version };
    if (carry || boxed?.checked) fields.carry = "1";
    const outcome = await sendFields(path, fields);
    if (outcome === "unreached") tell("The server can't be reached. The dates stay as they were.");
    if (outcome !== "done") moves.renew();
  }

  /** @type {Change & { touch: boolean, x: number, timer?: ReturnType<typeof setTimeout>, lifted: boolean } | null} */
  let drag = null;

  function dayWidth() {
    const roadmap = document.getElementById("roadmap");
    const width = roadmap?.querySelector(".roadmap-bars")?.clientWidth ?? 1;
    return width / Number(roadmap?.dataset.days ?? 1);
  }

  function lift() {
    if (!drag) return;
    drag.lifted = true;
    if (drag.touch) navigator.vibrate?.(10);
    moves.hold(true);
    draw(drag);
  }

  /** @param {boolean} done @param {boolean} carry */
  function letGo(done, carry = false) {
    if (!drag) return;
    const held = drag;
    drag = null;
    clearTimeout(held.timer);
    if (!held.lifted) return;
    swallowClick();
    if (!done) held.days = 0;
    draw(held);
    moves.hold(false);
    if (done) announce(said(held));
    send(held, carry);
  }

  document.addEventListener("pointerdown", (event) => {
    const bar = closestTo(event, "g[data-movable]");
    const id = bar?.getAttribute("data-bar") ?? undefined;
    const row = rowOf(id);
    if (!row || event.button !== 0) return;
    const edge = closestTo(event, ".bar-edge")?.getAttribute("data-edge");
    const { start, target } = row.dataset;
    /** @type {Part} */
    const part = edge === "start" && start
      ? "start"
      : edge === "target" && target
      ? "target"
      : "both";
    const touch = event.pointerType !== "mouse";
    drag = { row, bars: barsOf(id), part, days: 0, touch, x: event.clientX, lifted: false };
    if (touch) drag.timer = setTimeout(lift, LONG_PRESS_MS);
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const moved = event.clientX - drag.x;
    if (!drag.lifted) {
      if (Math.abs(moved) < STILL_PX) return;
      if (drag.touch) return letGo(false);
      lift();
    }
    drag.days = Math.round(moved / dayWidth());
    draw(drag);
  });
  document.addEventListener("pointerup", (event) => letGo(true, event.ctrlKey || event.metaKey));
  document.addEventListener("pointercancel", () => letGo(false));
  // What is lifted by touch isn't scrolled.
  document.addEventListener("touchmove", (event) => {
    if (drag?.lifted) event.preventDefault();
  }, { passive: false });
  document.addEventListener("contextmenu", (event) => {
    if (drag?.touch) event.preventDefault();
  });

  /** What keys have chosen so far. @type {Change & { timer?: ReturnType<typeof setTimeout> } | null} */
  let keyed = null;
  function sendKeyed() {
    const change = keyed;
    keyed = null;
    if (!change) return;
    clearTimeout(change.timer);
    moves.hold(false);
    send(change, false);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drag?.lifted) return swallow(event), letGo(false);
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const id = rows.of(document.activeElement)?.dataset.project;
    const row = rowOf(id);
    if (!by || !event.altKey || event.ctrlKey || event.metaKey || typing(event)) return;
    if (event.isComposing || !document.getElementById("roadmap") || somethingOpen()) return;
    // It would lead back
    event.preventDefault();
    if (!row) return void announce("Only its lead or a manager moves it.");
    /** @type {Part} */
    const part = event.shiftKey ? (row.dataset.target ? "target" : "both") : "both";
    if (keyed && (keyed.row !== row || keyed.part !== part)) sendKeyed();
    keyed ??= { row, bars: barsOf(id), part, days: 0 };
    keyed.days += by;
    moves.hold(true);
    draw(keyed);
    announce(said(keyed));
    clearTimeout(keyed.timer);
    keyed.timer = setTimeout(sendKeyed, REST_MS);
  });
  addEventListener("pagehide", sendKeyed);
})();
