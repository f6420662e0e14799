// @ts-check
/// <reference types="./globals.d.ts" />

// The panel beside a list shows the record of the focused row. It loads the record's own page and follows the focus
// from row to row. It isn't a modal dialog: keys act on the list, and focus stays there until someone enters the panel.
// On narrow screens, the panel is a sheet, and nothing behind it can be used.
(() => {
  /** How long the old content stays before the panel shows that it is loading. */
  const QUIET_MS = 150;

  /** The position of the open record's row. */
  let spot = -1;
  /** The rows beside it. @type {string[]} */
  let stood = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** Callbacks that wait for the pending request. @type {((came: boolean) => void)[]} */
  const waiters = [];
  let asked = 0;

  const sheet = matchMedia("(max-width: 900px)");

  /** @type {Peeking["panel"]} */
  const panel = () => document.querySelector("#peek:not([hidden])");
  /** @param {string} selector @returns {HTMLElement | null} */
  const find = (selector) => document.querySelector(`#peek ${selector}`);
  const place = () => find("#peek-page");
  const isComing = () => panel()?.ariaBusy === "true";

  /** @type {Peeking["task"]} */
  function task(path = null) {
    const grid = panel() && !isComing() ? find(".detail-grid[data-task]") : null;
    return grid && (path === null || grid.dataset.task === path) ? grid : null;
  }

  /** @type {Peeking["rows"]} */
  const all = () =>
    document.querySelector("#main[data-list]")
      ? rows.shown().filter((row) => row.querySelector("[data-peek]"))
      : [];

  /** Returns the URL that a row opens in the panel: a task's page, or the entry's own page. @param {Element} row */
  const pathOf = (row) => row.querySelector("[data-peek]")?.getAttribute("href") ?? "";

  /** @type {Peeking["row"]} */
  const row = () => rows.peeked() ?? all()[Math.min(spot, all().length - 1)];

  /** @type {Peeking["beside"]} */
  function beside(by) {
    const here = rows.peeked();
    // If the row is gone, the next row has taken its position
    return all()[here ? all().indexOf(here) + by : by > 0 ? spot : spot - 1];
  }

  /** @type {Peeking["mark"]} */
  function mark() {
    const { path, row: id } = panel()?.dataset ?? {};
    const paths = [path, task()?.dataset.task];
    const same = panel() ? all().filter((one) => paths.includes(pathOf(one))) : [];
    const still = same.find((one) => one.id === id);
    if (still) stood = all().map((one) => one.id);
    // A newer entry of the task might have replaced the row. An entry that was beside it doesn't replace an archived
    // one
    const here = still ??
      same.find((one) => !one.matches(".entry") || !stood.includes(one.id));
    for (const one of rows.all()) one.toggleAttribute("data-peeked", one === here);
    if (here) spot = all().indexOf(here);
    if (!panel()) return;
    for (const [act, by] of /** @type {const} */ ([["previous", -1], ["next", 1]])) {
      find(`[data-peek-act="${act}"]`)?.setAttribute("aria-disabled", String(!beside(by)));
    }
  }

  /** @param {HTMLElement | null} peek @param {boolean} is whether it is open */
  function show(peek, is) {
    if (peek) peek.hidden = !is;
    document.documentElement.toggleAttribute("data-peeking", is);
  }

  /** @type {Peeking["open"]} */
  function open(row) {
    const peek = document.getElementById("peek");
    if (!row || !peek || !all().includes(row)) return false;
    show(peek, true);
    fit();
    ask(row);
    if (sheet.matches) peek.focus({ preventScroll: true });
    else rows.stand(row);
    return true;
  }

  /** Disables everything that the sheet covers. */
  function fit() {
    const covers = panel() !== null && sheet.matches;
    for (const behind of document.querySelectorAll(".stage, #sidebar, .skip")) {
      behind.toggleAttribute("inert", covers);
    }
    if (covers) panel()?.setAttribute("aria-modal", "true");
    else document.getElementById("peek")?.removeAttribute("aria-modal");
    document.getElementById("peek")?.dispatchEvent(new Event("toggle"));
  }

  /** @type {Peeking["ask"]} */
  function ask(row) {
    const peek = panel();
    const path = pathOf(row);
    if (!peek) return;
    const { path: was, failed } = peek.dataset;
    peek.dataset.row = row.id;
    if (was === path && failed === undefined) {
      mark();
      tellPeeked();
      return;
    }
    Object.assign(peek.dataset, { path, at: path });
    const reference = row.querySelector(".row-reference, .entry-reference")?.textContent ?? "";
    const title = rows.title(row)?.textContent ?? "";
    name(reference, title, path);
    if (was === undefined) announce(`Peek: ${reference} ${title}. Press Tab to enter the panel.`);
    else if (sheet.matches) announce(`${reference} ${title}`);
    if (was === undefined) wait("Loading…");
    mark();
    load(path, () => wait("Loading…"));
  }

  /** @param {string} reference @param {string} title @param {string} path */
  function name(reference, title, path) {
    const words = make("span", { className: "unseen", textContent: ` ${title}` });
    find("#peek-name")?.replaceChildren(reference, words);
    find('[data-peek-act="page"]')?.setAttribute("href", path);
  }

  /** @type {Peeking["load"]} */
  async function load(href, late = () => {}) {
    const peek = panel();
    if (!peek) return;
    peek.ariaBusy = "true";
    place()?.toggleAttribute("inert", true);
    delete peek.dataset.failed;
    clearTimeout(waiting);
    waiting = setTimeout(late, QUIET_MS);
    const mine = ++asked;
    await htmx.ajax("GET", href, { target: "#peek-page", swap: "innerMorph", source: peek });
    // Waits for the newer request instead
    if (mine === asked && isComing()) fail();
  }

  /** Names the panel while its content is loading. @param {string} words */
  function wait(words) {
    const template = document.getElementById("peek-waiting");
    if (!(template instanceof HTMLTemplateElement)) return;
    find("#peek-tools")?.replaceChildren();
    place()?.replaceChildren(template.content.cloneNode(true));
    const title = find("[data-title]");
    const said = find("[data-said]");
    if (title) title.textContent = find("#peek-name .unseen")?.textContent?.trim() ?? "";
    if (said) said.textContent = words;
  }

  function fail() {
    wait("This record couldn't be loaded.");
    find('[data-peek-act="again"]')?.removeAttribute("hidden");
    came(false);
    const peek = panel();
    if (peek) peek.dataset.failed = "";
  }

  /** @param {boolean} is whether it is there now */
  function came(is) {
    clearTimeout(waiting);
    panel()?.removeAttribute("aria-busy");
    place()?.toggleAttribute("inert", false);
    for (const tell of waiters.splice(0)) tell(is);
  }

  const tellPeeked = () => document.dispatchEvent(new Event("peeked"));

  /** @type {Peeking["close"]} */
  function close() {
    const peek = panel();
    const active = document.activeElement;
    const back = row();
    const inside = active === document.body || peek?.contains(active) || rows.of(active) !== null;
    leave();
    if (inside || sheet.matches) back ? rows.stand(back) : findPlace();
  }

  /** Closes the panel when the page changes. */
  function leave() {
    const peek = document.getElementById("peek");
    came(false);
    show(peek, false);
    if (!peek) return;
    for (const key of Object.keys(peek.dataset)) delete peek.dataset[key];
    find("#peek-tools")?.replaceChildren();
    place()?.replaceChildren();
    fit();
    mark();
  }

  /** @type {Peeking["step"]} */
  function step(by) {
    const next = panel() && beside(by);
    if (next && !sheet.matches) rows.stand(next);
    if (next) ask(next);
    return panel() !== null;
  }

  /** @type {Peeking["enter"]} */
  function enter() {
    opens(async () => {
      const is = !isComing() || await new Promise((resolve) => waiters.push(resolve));
      panel()?.focus({ preventScroll: true });
      return is && panel() !== null;
    });
  }

  /** @type {Peeking["shown"]} */
  function shown() {
    const peek = panel();
    const at = find("[data-peeked-at]")?.dataset.peekedAt;
    const grid = find(".detail-grid[data-task]")?.dataset.task;
    if (!peek) return;
    if (at !== undefined) {
      peek.dataset.at = at;
      came(true);
      setTimeout(tellPeeked);
    }
    if (grid) name(grid.split("/").at(-1) ?? "", find("h2")?.textContent ?? "", grid);
    mark();
  }

  globalThis.peeking = {
    panel,
    task,
    rows: all,
    row,
    beside,
    open,
    ask,
    load,
    close,
    leave,
    step,
    enter,
    shown,
    mark,
  };

  sheet.addEventListener("change", fit);
})();
