// @ts-check
/// <reference types="./globals.d.ts" />

// The selected tasks, by reference. Actions apply to all of them. The selection survives changes to its list. Escape or
// another page clears it. Back and a reload restore it (`list_place.js`).
(() => {
  /** @type {Set<string>} */
  let selected = new Set();
  /**
   * The start and end of a range, and the selection before it.
   * @type {{ from: string, to: string, before: Set<string> } | null}
   */
  let range = null;

  const bar = () => document.getElementById("selection");
  const most = () => Number(bar()?.dataset.most) || 0;

  /** Checks the checkboxes of selected tasks. A swap keeps a checkbox's state but might move it to another row. */
  function show() {
    for (const row of rows.all()) {
      const box = rows.box(row);
      if (!box) continue;
      box.checked = selected.has(box.value);
      box.tabIndex = -1;
    }
    document.documentElement.toggleAttribute("data-selecting", selected.size > 0);
    document.dispatchEvent(new Event("selection"));
  }

  /** @param {unknown} references the selection of the new page */
  function begin(references) {
    selected = new Set(Array.isArray(references) ? references.map(String) : []);
    range = null;
    show();
  }

  /** @param {Iterable<string>} references */
  function set(references) {
    const wanted = [...new Set(references)];
    selected = new Set(wanted.slice(0, most()));
    show();
    const words = wanted.length > selected.size
      ? `${selected.size} selected, which is the most you can change at once.`
      : selected.size > 0
      ? `${selected.size} selected`
      : "Nothing selected";
    announce(words);
    if (wanted.length > selected.size) tell(words);
  }

  /** @param {Iterable<string>} references @param {boolean} on */
  function put(references, on) {
    const next = new Set(selected);
    for (const reference of references) {
      if (on) next.add(reference);
      else next.delete(reference);
    }
    set(next);
  }

  /** @param {HTMLElement | null} row @param {boolean} [on] */
  function toggle(row, on) {
    const reference = rows.box(row)?.value;
    if (!row || !reference) return;
    put([reference], on ?? !selected.has(reference));
    range = { from: row.id, to: row.id, before: new Set(selected) };
  }

  /**
   * Selects all rows from the start of the range, in the visible order. A new end replaces the previous one.
   * @param {HTMLElement | null} row
   */
  function extend(row) {
    if (!row) return;
    const shown = rows.shown();
    const start = shown.find(({ id }) => id === range?.from) ?? row;
    const { before } = start.id === range?.from ? range : { before: new Set(selected) };
    range = { from: start.id, to: row.id, before };
    const [a = 0, b = 0] = [shown.indexOf(start), shown.indexOf(row)].sort((x, y) => x - y);
    const between = shown.slice(a, b + 1).flatMap((one) => rows.box(one)?.value ?? []);
    set([...before, ...between]);
  }

  /** @param {HTMLElement} row */
  function beginRange(row) {
    if (range?.to !== row.id) range = { from: row.id, to: row.id, before: new Set(selected) };
  }

  function clear() {
    range = null;
    if (selected.size === 0) return false;
    set([]);
    return true;
  }

  /** @type {SelectedTasks["menu"]} */
  function menu(name, reference) {
    if (selected.size === 0 || (reference && !selected.has(reference))) return null;
    const path = document.getElementById("keys")?.dataset.selected;
    return `${path}/${name}?tasks=${[...selected].join(",")}`;
  }

  globalThis.selection = {
    references: () => [...selected],
    has: (reference) => selected.has(reference),
    set,
    put,
    toggle,
    beginRange,
    extend,
    clear,
    menu,
  };

  document.addEventListener("keep-place", ({ detail }) => {
    detail.selected = [...selected];
  });
  document.addEventListener("give-place-back", ({ detail }) => begin(detail.selected));

  /**
   * Returns whether a request only changes the display of the same list: filters, groups, or the board.
   * @param {RequestContext} ctx
   */
  function stays({ sourceElement, request }) {
    const elsewhere = sourceElement.closest("#sidebar") ||
      "HX-History-Restore-Request" in request.headers;
    return bar() && !elsewhere ? location.pathname : null;
  }

  /** @type {WeakMap<RequestContext, string | null>} */
  const paths = new WeakMap();
  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    paths.set(ctx, stays(ctx));
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const same = bar() && paths.get(ctx) === location.pathname;
    if (ctx.target === document.body && !same) begin([]);
    else show();
    // A toast names the changed tasks, because their references might have changed, or they were restored
    const news = document.querySelector("#toasts [data-selects]");
    const selects = news?.getAttribute("data-selects") ?? null;
    news?.removeAttribute("data-selects");
    if (selects !== null && bar()) set(selects.split(",").filter(Boolean));
  });

  // The selection bar has its own script.
  htmx.registerExtension("backlog-selection", {
    htmx_before_morph_node: (element) => element.id !== "selection",
  });
  show();
})();
