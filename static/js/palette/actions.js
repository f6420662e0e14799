// @ts-check
/// <reference types="./palette.d.ts" />

// The palette's second level: actions for the record of the selected row. Actions are filtered here. The server finds
// typed days, and names beyond the first of a long list.
(() => {
  /** The pause in typing before a search, in milliseconds. */
  const REST_MS = 120;
  const EDGE = 8;

  /** @type {PaletteItem | undefined} */
  let subject;
  let asking = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  const panel = () => /** @type {HTMLElement} */ (document.getElementById("palette-actions"));
  const list = () => /** @type {HTMLElement} */ (panel().querySelector('[role="listbox"]'));
  const field = () => /** @type {HTMLInputElement} */ (panel().querySelector("input"));
  /** Also called after the page is left, when the panel is gone. */
  const isOpen = () => document.querySelector("#palette-actions:popover-open") !== null;

  /** @param {string} text @param {boolean} [again] */
  function note(text, again = false) {
    const place = /** @type {HTMLElement} */ (panel().querySelector("[data-actions-note]"));
    place.hidden = text === "";
    place.replaceChildren(text);
    if (!again) return;
    const button = make("button", {
      type: "button",
      className: "button",
      textContent: "Try again",
    });
    button.dataset.again = "actions";
    place.append(button);
  }

  /** @param {PaletteItem} item @returns {PaletteItem} */
  const running = (item) => ({
    ...item,
    id: `run:${item.id}`,
    kind: "action",
    title: `Run: ${item.title}`,
    group: "Command",
    record: null,
  });

  /** @param {PaletteItem[]} items */
  function show(items) {
    paletteRows.show(list(), items);
    paletteRows.take(list());
  }

  /** @param {string} typed @returns {Promise<PaletteActionsFound | null>} null if the answer is outdated */
  async function ask(typed) {
    asking.abort();
    const { signal } = asking = new AbortController();
    if (!subject) return null;
    const found = await palette.source().actions(subject, typed, signal);
    return signal.aborted ? null : found;
  }

  async function load() {
    if (!subject) return;
    const { choices } = subject;
    if (choices) {
      note("");
      return show(choices);
    }
    const first = subject.kind === "command" || subject.kind === "action" ? [running(subject)] : [];
    show(first);
    if (!subject.record) return note("");
    note("Loading actions…");
    try {
      const found = await ask("");
      if (!found || !isOpen()) return;
      const { actions } = found;
      show([...first, ...actions]);
      note(actions[0] || first[0] ? "" : "No actions available");
      place();
    } catch (error) {
      if (!isOpen() || (error instanceof DOMException && error.name === "AbortError")) return;
      note("Can't reach the server", true);
    }
  }

  /** @param {Element | null} row */
  function open(row) {
    subject = paletteRows.item(row);
    if (!subject) return;
    anchor = row;
    field().value = "";
    field().placeholder = subject.record
      ? `Actions on ${subject.key ?? subject.title}…`
      : "Actions…";
    panel().showPopover();
    load();
    place();
    field().focus({ preventScroll: true });
  }

  /** @type {Element | null} */
  let anchor = null;

  /** Places the panel beside the row, as far as there is room. On phones, CSS makes it a sheet. */
  function place() {
    const row = anchor?.getBoundingClientRect();
    if (!row) return;
    const { offsetWidth: width, offsetHeight: height, style } = panel();
    const below = row.bottom + 2;
    const top = below + height <= innerHeight - EDGE ? below : innerHeight - height - EDGE;
    style.left = `${Math.max(EDGE, row.right - width - EDGE)}px`;
    style.top = `${Math.max(EDGE, top)}px`;
  }

  globalThis.paletteActions = {
    isOpen,
    turn(row) {
      if (!isOpen()) return open(row);
      panel().hidePopover();
      palette.focus();
    },
    again: load,
    look(typed) {
      clearTimeout(soon);
      if (!subject?.record) return;
      // Removes the message about the previous text
      if (list().childElementCount) note("");
      if (!typed) return;
      soon = setTimeout(async () => {
        const found = await ask(typed).catch(() => null);
        if (!found || !isOpen() || field().value.trim() !== typed) return;
        /** @type {NodeListOf<HTMLElement>} */
        const options = list().querySelectorAll('[role="option"]');
        const rows = [...options];
        const why = found.why ?? "";
        if (why) {
          note(why);
          announce(why);
        }
        const more = found.actions.filter((item) => {
          const row = rows.find((one) => paletteRows.item(one)?.id === item.id);
          const same = paletteRows.item(row ?? null)?.subtitle === item.subtitle;
          // Typed days keep their text, and names with one wrong letter match that text
          const stays = row && same && !row.hidden;
          if (!stays) row?.remove();
          return !stays;
        });
        if (!more[0]) return;
        paletteRows.add(list(), more.map((item) => ({ ...item, typed })));
        paletteRows.take(list());
      }, REST_MS);
    },
  };
})();
