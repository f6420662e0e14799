// @ts-check
/// <reference types="./globals.d.ts" />

// Only one row of a list is a tab stop: the last focused one, or the first. Arrow keys move between rows. Marks are
// described for screen readers. https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
(() => {
  /** The ID of the last focused row. @type {string | undefined} */
  let last;

  /** Returns an element's row. Boards handle their own cards. @param {Element | null} element */
  function rowOf(element) {
    const row = rows.of(element);
    return row?.matches(".card") || !row?.closest("#main[data-list]") ? null : row;
  }

  /** Describes the marks of a row or card with the names of their properties. @param {HTMLElement | null} row */
  function describe(row) {
    const title = rows.title(row);
    if (!row || !title) return;
    title.id ||= `${row.id}-title`;
    for (const mark of row.querySelectorAll("[data-menu]:not([aria-describedby])")) {
      mark.setAttribute("aria-describedby", title.id);
    }
  }

  /** @param {HTMLElement} row @param {boolean} current */
  function draw(row, current) {
    for (const stop of row.querySelectorAll("a, button, input")) {
      // Keyboard users open the panel by key
      if (!current || stop.matches("[data-peek]")) {
        stop.setAttribute("tabindex", "-1");
        continue;
      }
      stop.removeAttribute("tabindex");
    }
  }

  function rove() {
    last = rowOf(document.activeElement)?.id ?? last;
    const shown = rows.shown().filter(rowOf);
    const current = shown.find(({ id }) => id === last) ?? shown[0];
    for (const row of rows.all().filter(rowOf)) draw(row, row === current);
    last = current?.id;
    for (const row of [current, rows.of(document.activeElement)]) describe(row ?? null);
  }

  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    describe(rows.of(target));
    const row = rowOf(target);
    if (!row || row.id === last) return;
    const before = rowOf(document.getElementById(last ?? ""));
    if (before) draw(before, false);
    draw(row, true);
    last = row.id;
  });
  // After a group was collapsed or expanded
  document.addEventListener("toggle", (event) => closestTo(event, "details") && rove(), {
    capture: true,
  });
  // A morph would replace elements with IDs that the server doesn't know.
  document.addEventListener("htmx:before:swap", () => {
    for (const title of document.querySelectorAll("#main .row-title[id]")) {
      title.removeAttribute("id");
    }
  });
  document.addEventListener("htmx:after:swap", rove);
  document.addEventListener("give-place-back", ({ detail }) => last = detail.row ?? last);
  htmx.registerExtension("backlog-row-focus", {
    htmx_before_morph_attr: (element, { attrName }) => attrName !== "tabindex" || !rowOf(element),
  });

  document.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const changed = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    const row = rowOf(document.activeElement);
    if (!by || !row || changed || event.defaultPrevented || typing(event)) return;
    if (somethingOpen()) return;
    const shown = rows.shown();
    rows.stand(shown[shown.indexOf(row) + by] ?? row);
    event.preventDefault();
  });

  rove();
})();
