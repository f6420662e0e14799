// @ts-check
/// <reference types="./globals.d.ts" />

// The bar with actions for the selected tasks. It shows their number, and how many of them aren't in view.
(() => {
  /**
   * @template {HTMLElement} [E=HTMLElement]
   * @param {string} selector
   * @returns {E | null}
   */
  const find = (selector) => document.querySelector(`#selection ${selector}`);

  /** @param {HTMLElement[]} some */
  const namesOf = (some) => some.flatMap((row) => rows.box(row)?.value ?? []);

  /** @param {Element} group */
  const rowsIn = (group) => rows.all().filter((row) => group.contains(row));

  /** @param {string} name @param {string} text an empty text hides the button */
  function offer(name, text) {
    const button = find(`[data-selection="${name}"]`);
    if (!button) return;
    button.textContent = text;
    button.hidden = text === "";
  }

  function show() {
    const bar = document.getElementById("selection");
    if (!bar) return;
    const selected = selection.references();
    const shown = new Set(namesOf(rows.shown()));
    const unseen = selected.filter((reference) => !shown.has(reference)).length;
    const most = Number(bar.dataset.most);
    const all = [...shown].every((reference) => selection.has(reference));
    const goesOn = document.querySelector("#main .more") !== null;
    // An uncertain count such as `100+` isn't a number
    const total = Number(document.getElementById("list-count")?.firstChild?.textContent);
    const upTo = Math.min(total || most, most);
    const further = `Select ${upTo < most ? "all" : "up to"} ${upTo}`;
    bar.hidden = selected.length === 0;
    const count = find("[data-count]");
    if (count) count.textContent = `${selected.length} selected`;
    const others = unseen === 1 ? "task that isn't shown" : "tasks that aren't shown";
    offer("leave-out", unseen > 0 ? `Deselect ${unseen} ${others}` : "");
    offer("further", all && goesOn && selected.length < upTo ? further : "");
    for (const box of groupBoxes()) {
      const group = box.closest(".group");
      const names = group ? namesOf(rowsIn(group)) : [];
      const having = names.filter(selection.has).length;
      box.checked = having > 0 && having === names.length;
      box.indeterminate = having > 0 && having < names.length;
      box.hidden = names.length === 0;
    }
  }

  /** @returns {NodeListOf<HTMLInputElement>} */
  const groupBoxes = () => document.querySelectorAll("#main .group-select");

  /** Selects the tasks that the list would load next, up to the limit of an action. */
  async function further() {
    const bar = document.getElementById("selection");
    if (!bar) return;
    const address = new URL(location.href);
    address.searchParams.delete("rows");
    address.searchParams.set("selectable", "1");
    const target = "#selection-further";
    await htmx.ajax("GET", address.pathname + address.search, {
      target,
      swap: "innerHTML",
      source: bar,
    });
    const found = find("[data-references]")?.dataset.references?.split(",") ?? [];
    const next = new Set([...selection.references(), ...found]);
    selection.set([...next].slice(0, Number(bar.dataset.most)));
  }

  /** @type {Map<string | undefined, (button: HTMLElement) => void>} */
  const acts = new Map(Object.entries({
    leave: ({ dataset: { reference = "" } }) => selection.put(reference.split(","), false),
    take: ({ dataset: { reference = "" } }) => selection.put([reference], true),
    clear: () => {
      selection.clear();
      findPlace();
    },
    further,
    "leave-out": () => {
      const shown = new Set(namesOf(rows.shown()));
      selection.set(selection.references().filter((reference) => shown.has(reference)));
    },
  }));

  document.addEventListener("selection", show);

  document.addEventListener("click", (event) => {
    const act = closestTo(event, "[data-selection]");
    if (act?.matches("#menu *")) document.getElementById("menu")?.hidePopover();
    if (act) acts.get(act.dataset.selection)?.(act);
    const button = closestTo(event, "#selection [data-opens]");
    const href = button && selection.menu(button.dataset.opens ?? "");
    if (!button || !href) return;
    document.dispatchEvent(new CustomEvent("open-menu", { detail: { href, beside: button } }));
  });

  document.addEventListener("change", (event) => {
    const box = closestTo(event, "#main .group-select");
    const group = box?.closest(".group");
    if (!(box instanceof HTMLInputElement) || !group) return;
    selection.put(namesOf(rowsIn(group)), box.checked);
  });
})();
