// @ts-check
/// <reference types="../globals.d.ts" />

// Opens every select field as a menu that filters as you type. Most are in the settings, and other pages load this
// script when idle. Touch screens keep their native lists, and so do browsers without scripts.
(() => {
  const layer = make("div", {
    id: "choices",
    className: "menu-layer",
    popover: "auto",
    role: "dialog",
  });
  /** @type {HTMLSelectElement | null} */
  let field = null;

  /** @param {Element} part @returns {HTMLElement | string} */
  function shown(part) {
    if (part instanceof HTMLOptGroupElement) {
      const group = make("div", { role: "group", ariaLabel: part.label });
      group.append(make("div", { className: "menu-heading", textContent: part.label }));
      group.append(...[...part.children].map(shown));
      return group;
    }
    if (!(part instanceof HTMLOptionElement)) return "";
    const { value, text, selected } = part;
    if (!value && field?.required) return "";
    const option = make("button", {
      type: "button",
      className: "menu-item",
      role: "option",
      value,
    });
    option.ariaSelected = String(selected);
    option.append(make("span", { textContent: text }));
    option.append(make("span", { className: "check", textContent: "✓", ariaHidden: "true" }));
    return option;
  }

  /** @param {HTMLSelectElement} select */
  function open(select) {
    field = select;
    const name = select.labels[0]?.firstChild?.textContent ?? select.ariaLabel;
    layer.innerHTML =
      `<div class="menu" x-data="listbox"><div class="menu-filter"><input role="combobox" aria-expanded="true" aria-controls="choices-items" aria-autocomplete="list" autocomplete="off"></div><div class="menu-items" id="choices-items" role="listbox"></div><p class="menu-none" data-none hidden>No matches</p></div>`;
    const typed = layer.querySelector("input");
    const list = layer.querySelector(".menu-items");
    if (!typed || !list) return;
    Object.assign(typed, { ariaLabel: `Filter: ${name}`, placeholder: `${name}…` });
    list.ariaLabel = layer.ariaLabel = name;
    list.append(...[...select.children].map(shown));
    (select.closest("dialog, [popover]") ?? document.body).append(layer);
    select.focus();
    layer.showPopover();
    const { left, top, bottom } = select.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height, style } = layer;
    style.left = `${Math.min(left, innerWidth - width - 8)}px`;
    const below = bottom + 4;
    style.top = `${below + height < innerHeight ? below : Math.max(8, top - height - 4)}px`;
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    typed.focus();
  }

  /** @param {Event} event @param {boolean} asks */
  function intercept(event, asks) {
    const { target, type } = event;
    if (!asks || byTouch() || !(target instanceof HTMLSelectElement) || target.multiple) return;
    event.preventDefault();
    // On mousedown, the browser would close what opens
    if (type !== "mousedown") open(target);
  }
  addEventListener("mousedown", (event) => intercept(event, event.button === 0));
  addEventListener("click", (event) => intercept(event, true));
  addEventListener("keydown", (event) => intercept(event, /^( |Arrow(Up|Down))$/.test(event.key)));

  // A menu above another layer doesn't return the focus by itself
  layer.addEventListener("beforetoggle", (event) => {
    if (event.newState === "closed" && layer.contains(document.activeElement)) field?.focus();
  });
  layer.addEventListener("keydown", (event) => {
    if (event.key === "Tab") layer.hidePopover();
  });
  layer.addEventListener("click", (event) => {
    const option = closestTo(event, "[role=option]");
    if (!(option instanceof HTMLButtonElement) || !field) return;
    field.value = option.value;
    layer.hidePopover();
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  });
})();
