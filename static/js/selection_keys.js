// @ts-check
/// <reference types="./globals.d.ts" />

// Selects tasks by keys, mouse, and touch.
(() => {
  /** Returns the row or card of an event. @param {Event} event */
  const rowOf = ({ target }) =>
    document.getElementById("selection") && target instanceof Element ? rows.of(target) : null;

  /** @returns {HTMLElement | null} */
  const here = () => rows.here() ?? document.querySelector("#main .row:hover");

  /** @param {number} by */
  function extend(by) {
    const shown = rows.shown();
    const row = here();
    if (!row) return rows.stand(shown.at(by > 0 ? 0 : -1));
    selection.beginRange(row);
    const next = shown[shown.indexOf(row) + by] ?? row;
    rows.stand(next);
    selection.extend(next);
  }

  function takeAll() {
    const shown = rows.shown().flatMap((row) => rows.box(row)?.value ?? []);
    selection.set([...selection.references(), ...shown]);
  }

  /** @param {KeyboardEvent} event */
  function press({ key, shiftKey, ctrlKey, metaKey }) {
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() !== "a" || shiftKey || rows.shown().length === 0) return false;
      takeAll();
      return true;
    }
    const down = key === "ArrowDown" || key === "J";
    if (shiftKey && (down || key === "ArrowUp" || key === "K")) {
      extend(down ? 1 : -1);
      return true;
    }
    if (key === "Escape") return selection.clear();
    if (key.toLowerCase() !== "x" || !here()) return false;
    selection.toggle(here());
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if (!document.getElementById("selection")) return;
    const single = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (single && document.body.dataset.shortcuts === "off") return;
    if (typing(event) || somethingOpen()) return;
    if (press(event)) event.preventDefault();
  });

  // Selecting a range by mouse doesn't select text.
  document.addEventListener("mousedown", (event) => {
    if (event.shiftKey && rowOf(event)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const row = rowOf(event);
    if (!row || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey) {
      return;
    }
    const box = rows.box(row);
    const onBox = event.target === box;
    const tap = byTouch() && selection.references().length > 0;
    if (!event.shiftKey && !onBox && !tap) return;
    if (!onBox) swallow(event);
    if (event.shiftKey) selection.extend(row);
    else if (onBox) selection.toggle(row, box?.checked);
    else selection.toggle(row);
    if (!byTouch()) rows.title(row)?.focus({ preventScroll: true });
  }, { capture: true });
})();
