// @ts-check
/// <reference types="../globals.d.ts" />

// Changes a project's start and target dates on the chart. Its bar or one of its ends is dragged by mouse, by touch
// after a long press, or moved with Alt and arrows. Projects without dates are dragged up from the list below, or
// placed by the same keys. New dates are shown immediately and sent after a pause.
(() => {
  const LONG_PRESS_MS = 400;
  const STILL_PX = 6;
  /** How near the edge a dragged bar must be to scroll the chart, and the distance of each step. */
  const EDGE_PX = 28;
  const STEP_PX = 12;
  /** The pause before dates set by keys are sent. */
  const REST_MS = 500;
  const DAY_MS = 86_400_000;
  /** The days between the start and target date of a newly placed project. */
  const DAYS = 28;
  const ROW_PX = 36;

  /** The dates that a change moves. @typedef {"both" | "start" | "target"} Part */
  /**
   * A project whose dates are changing.
   * @typedef {object} Change
   * @property {HTMLElement} row
   * @property {Element[]} bars
   * @property {Part} part
   * @property {number} days the number of days
   * @property {{ start: string, target: string } | null} from the earlier dates, if the project has none of its own, or null without a position
   */

  /** @param {string} day @param {number} by */
  const later = (day, by) =>
    day && new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
  /** @param {string} day */
  const inWords = (day) =>
    new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  /** @param {string} start */
  const first = (start) => ({ start, target: later(start, DAYS - 1) });

  const roadmap = () => document.getElementById("roadmap");
  const ground = () => roadmap()?.querySelector(".roadmap-bars");
  /** Returns a day of the chart by its offset. @param {number} days */
  const dayAt = (days) => later(roadmap()?.dataset.first ?? "", days);
  const all = () => Number(roadmap()?.dataset.days ?? 1);
  const dayWidth = () => (ground()?.clientWidth ?? 1) / all();

  /** @param {string | null | undefined} id @returns {HTMLElement | null} */
  const rowOf = (id) => document.querySelector(`#main [data-version][data-project="${id}"]`);
  /** @param {HTMLElement} row */
  const barsOf = ({ dataset: { project } }) => [
    ...document.querySelectorAll(`[data-bar="${project}"]`),
  ];
  /** @param {HTMLElement} row */
  const undated = ({ dataset: { start, target } }) => !start && !target;

  /** @param {Change} change */
  function datesOf({ row: { dataset }, part, days, from }) {
    let { start = "", target = "" } = from ?? dataset;
    if (part !== "target") start = later(start, days);
    if (part !== "start") target = later(target, days);
    // An end can't move beyond the other one
    if (part === "start" && target && start > target) start = target;
    if (part === "target" && start && target < start) target = start;
    return { start, target };
  }

  /** @param {string} name @param {Element} within */
  function drawn(name, within, style = "") {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.setAttribute("class", style);
    within.append(element);
    return element;
  }

  /** Shows a change on its bars, with the dates beside them. @param {Change} change */
  function draw(change) {
    const { start, target } = datesOf(change);
    /** @param {string} day @param {number} more */
    const at = (day, more) => {
      const passed = (Date.parse(day) - Date.parse(dayAt(0))) / DAY_MS + more;
      return (100 * Math.max(0, Math.min(all(), passed))) / all();
    };
    const [x, to] = [at(start || target, 0), at(target || start, 1)];
    for (const bar of change.bars) {
      bar.setAttribute("data-moving", "");
      bar.setAttribute("x", `${x}%`);
      bar.setAttribute("width", `${to - x}%`);
      const days = bar.querySelector("text") ?? drawn("text", bar, "bar-days");
      for (const [name, value] of Object.entries({ x: "100%", dx: "8", y: "14" })) {
        days.setAttribute(name, value);
      }
      days.textContent = inDays(change);
    }
  }

  /** @param {Change} change */
  function inDays(change) {
    const { start, target } = datesOf(change);
    return [start, target].filter(Boolean).map(inWords).join(" – ");
  }
  /** @param {Change} change */
  const said = (change) => `${rows.title(change.row)?.textContent}: ${inDays(change)}`;

  /** Sends the new dates. If they are refused, restores the old ones. @param {Change} change @param {boolean} carry */
  async function send(change, carry) {
    const { start, target } = datesOf(change);
    const { project, version = "", start: was = "", target: due = "" } = change.row.dataset;
    if (start === was && target === due) return moves.renew();
    const boxed = /** @type {HTMLInputElement | null} */ (document.getElementById("roadmap-carry"));
    /** @type {Record<string, string>} */
    const fields = { startDate: start, targetDate: target, version };
    if (carry || boxed?.checked) fields.carry = "1";
    const stood = rows.of(document.activeElement) === change.row;
    const path = rows.title(change.row)?.getAttribute("href");
    const outcome = await sendFields(`${path}/dates`, fields);
    if (outcome === "unreached") tell("Can't reach the server. The dates weren't changed.");
    if (outcome !== "done") moves.renew();
    else if (stood) rows.stand(rowOf(project));
  }

  /**
   * @type {Change & { touch: boolean, x: number, left: number, now: PointerEvent, lifted: boolean,
   *   timer?: ReturnType<typeof setTimeout> } | null}
   */
  let drag = null;

  function lift() {
    if (!drag) return;
    drag.lifted = true;
    if (drag.touch) navigator.vibrate?.(10);
    moves.hold(true);
    const place = ground();
    if (undated(drag.row) && place) {
      const bar = drawn("svg", place, "bar-of");
      bar.setAttribute("height", "20");
      drawn("rect", bar, "bar-ground");
      drag.bars = [bar];
    }
    follow();
    requestAnimationFrame(scroll);
  }

  /** Updates the dragged bar. */
  function follow() {
    const element = roadmap();
    if (!drag || !element) return;
    const { clientX: x, clientY: y } = drag.now;
    if (undated(drag.row)) return followOnto(x, y);
    drag.days = Math.round((x - drag.x + element.scrollLeft - drag.left) / dayWidth());
    draw(drag);
  }

  /** Starts a project's dates where it is dropped onto the chart. @param {number} x @param {number} y */
  function followOnto(x, y) {
    const place = document.elementFromPoint(x, y)?.closest(".roadmap-bars");
    const [bar] = drag?.bars ?? [];
    if (!drag || !bar) return;
    drag.from = null;
    bar.setAttribute("visibility", place ? "visible" : "hidden");
    if (!place) return;
    const { left, top } = place.getBoundingClientRect();
    drag.from = first(dayAt(Math.floor((x - left) / dayWidth())));
    bar.setAttribute("y", String(Math.floor((y - top) / ROW_PX) * ROW_PX + 8));
    draw(drag);
  }

  /** Scrolls when a bar is held near an edge. */
  function scroll() {
    const element = roadmap();
    if (!drag?.lifted || !element) return;
    const { clientX: x, clientY: y } = drag.now;
    const { right } = element.getBoundingClientRect();
    const left = element.querySelector("table")?.getBoundingClientRect().right ?? 0;
    const onto = undated(drag.row);
    const across = onto && !drag.from ? 0 : towards(x, left, right);
    const down = onto ? towards(y, 0, innerHeight) : 0;
    element.scrollBy(across, 0);
    scrollBy(0, down);
    if (across || down) follow();
    requestAnimationFrame(scroll);
  }

  /** @param {number} at @param {number} start @param {number} end */
  const towards = (at, start, end) =>
    at < start + EDGE_PX ? -STEP_PX : at > end - EDGE_PX ? STEP_PX : 0;

  /** @param {boolean} done @param {boolean} carry */
  function letGo(done, carry = false) {
    if (!drag) return;
    const held = drag;
    drag = null;
    clearTimeout(held.timer);
    if (!held.lifted) return;
    swallowClick();
    const none = undated(held.row) && !held.from;
    if (done && !none) {
      announce(said(held));
    } else {
      announce(`${rows.title(held.row)?.textContent} not changed`);
      if (undated(held.row)) { for (const bar of held.bars) bar.remove(); }
      held.from = null;
      held.days = 0;
    }
    if (!undated(held.row)) draw(held);
    moves.hold(false);
    send(held, carry);
  }

  document.addEventListener("pointerdown", (event) => {
    const bar = closestTo(event, "[data-movable]");
    const row = bar
      ? rowOf(bar.getAttribute("data-bar"))
      : closestTo(event, ".roadmap-undated[data-version]");
    if (!row || event.button !== 0 || closestTo(event, "form, .button")) return;
    if (!ground()?.checkVisibility()) return;
    const edge = closestTo(event, ".bar-edge")?.getAttribute("data-edge");
    const part = /** @type {Part} */ (edge && row.dataset[edge] ? edge : "both");
    const touch = event.pointerType !== "mouse";
    drag = {
      ...{ row, bars: barsOf(row), part, days: 0, from: null, touch, lifted: false },
      ...{ x: event.clientX, left: roadmap()?.scrollLeft ?? 0, now: event },
    };
    if (touch) drag.timer = setTimeout(lift, LONG_PRESS_MS);
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const { clientX: x, clientY: y } = drag.now;
    const moved = Math.hypot(event.clientX - x, event.clientY - y);
    if (!drag.lifted) {
      if (moved < STILL_PX) return;
      if (drag.touch) return letGo(false);
      drag.now = event;
      return lift();
    }
    drag.now = event;
    follow();
  });
  document.addEventListener("pointerup", (event) => letGo(true, event.ctrlKey || event.metaKey));
  document.addEventListener("pointercancel", () => letGo(false));
  // A lifted bar doesn't scroll.
  document.addEventListener("touchmove", (event) => {
    if (drag?.lifted) event.preventDefault();
  }, { passive: false });
  document.addEventListener("contextmenu", (event) => {
    if (drag?.touch) event.preventDefault();
  });
  // Otherwise, the browser would drag the link.
  document.addEventListener("dragstart", (event) => {
    if (closestTo(event, ".roadmap-undated")) event.preventDefault();
  });

  /** The unsent change by keys. @type {Change & { timer?: ReturnType<typeof setTimeout> } | null} */
  let keyed = null;
  function sendKeyed() {
    const change = keyed;
    keyed = null;
    if (!change) return;
    clearTimeout(change.timer);
    moves.hold(false);
    send(change, false);
  }

  /** Starts a change by keys; without dates, from today. @param {HTMLElement} row @param {Part} part @param {number} by */
  function begun(row, part, by) {
    const none = undated(row);
    const today = Math.round((Number(roadmap()?.dataset.today) * all()) / 100);
    const from = none ? first(dayAt(today)) : null;
    return { row, bars: barsOf(row), part, days: none ? -by : 0, from };
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drag?.lifted) return swallow(event), letGo(false);
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const here = rows.of(document.activeElement);
    const row = rowOf(here?.dataset.project);
    if (!by || !here || !event.altKey || event.ctrlKey || event.metaKey || typing(event)) return;
    if (event.isComposing || !roadmap() || somethingOpen()) return;
    // Otherwise, the key would go back
    event.preventDefault();
    if (!row) {
      return void announce("Only owners, admins, and the project's lead can move this project.");
    }
    /** @type {Part} */
    const part = event.shiftKey && row.dataset.target ? "target" : "both";
    if (keyed && (keyed.row !== row || keyed.part !== part)) sendKeyed();
    keyed ??= begun(row, part, by);
    keyed.days += by;
    moves.hold(true);
    draw(keyed);
    announce(said(keyed));
    clearTimeout(keyed.timer);
    keyed.timer = setTimeout(sendKeyed, REST_MS);
  });
  addEventListener("pagehide", sendKeyed);
  // Shows that bars can be dragged only once the script is ready
  document.documentElement.toggleAttribute("data-draggable", true);
})();
