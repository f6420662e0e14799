// @ts-check
/// <reference types="./globals.d.ts" />

// Suggests people after `@` and tasks after `#` in a text. The text keeps the focus: arrows move the highlight, Enter
// or Tab inserts, and Esc closes. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
(() => {
  /** The suggestions, and the part of the text that they complete. */
  const open = {
    /** @type {HTMLTextAreaElement | null} */
    field: null,
    from: 0,
    /** @type {{ text: string, name: string, key: string }[]} */
    offers: [],
    pointed: 0,
  };
  let asking = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  /**
   * Returns the text being typed before the caret: `@ma`, `#gate`.
   * @param {HTMLTextAreaElement} field
   */
  function typedIn({ value, selectionStart: at, selectionEnd }) {
    if (at !== selectionEnd) return null;
    const found = /(?:^|[\s(>])([@#])([\p{L}\p{N}._-]{0,60})$/u.exec(value.slice(0, at));
    return found
      ? { sign: found[1], word: found[2] ?? "", from: at - (found[2] ?? "").length - 1 }
      : null;
  }

  globalThis.findRecords = async (field, typed, signal = null) => {
    const url = `${field.dataset.suggests}?limit=8&q=${encodeURIComponent(typed)}`;
    const answer = await fetch(url, { signal });
    return answer.ok ? (await answer.json()).results ?? [] : [];
  };

  /** @returns {HTMLElement} */
  function list() {
    const there = document.getElementById("suggestions");
    if (there) return there;
    const made = make("div", {
      id: "suggestions",
      className: "menu-layer suggestions",
      popover: "manual",
      role: "listbox",
    });
    made.addEventListener("pointerdown", (event) => event.preventDefault());
    made.addEventListener("click", (event) => {
      const option = closestTo(event, '[role="option"]');
      if (option) take(Number(option.dataset.at));
    });
    return made;
  }

  /** @param {HTMLTextAreaElement} field */
  async function look(field) {
    const typed = typedIn(field);
    asking.abort();
    if (!typed) return close();
    const { signal } = asking = new AbortController();
    const results = await findRecords(field, typed.sign + typed.word, signal).catch(() => []);
    if (signal.aborted || document.activeElement !== field) return;
    const kinds = typed.sign === "@" ? ["person", "agent"] : ["task"];
    open.offers = results.filter(({ kind, key }) => key && kinds.includes(kind))
      .map(({ key, title }) => ({
        key: key ?? "",
        name: title,
        text: typed.sign === "@" ? `@${key}` : key ?? "",
      }));
    open.field = field;
    open.from = typed.from;
    open.pointed = 0;
    show(typed.sign === "@" ? "Members" : "Tasks");
  }

  /** @param {string} name */
  function show(name) {
    const { field, offers } = open;
    if (!field || offers.length === 0) return close();
    const box = list();
    box.ariaLabel = name;
    box.replaceChildren(...offers.map(({ name, key }, at) => {
      const option = make("div", {
        id: `suggestion-${at}`,
        className: "menu-item",
        role: "option",
      });
      option.dataset.at = String(at);
      option.append(make("span", { textContent: name }), make("small", { textContent: key }));
      return option;
    }));
    // Beside the field, within its dialog and part of the page
    (field.parentElement ?? document.body).append(box);
    if (!box.matches(":popover-open")) box.showPopover();
    place(field, box);
    field.setAttribute("aria-controls", box.id);
    point(0);
    announce(`${name}: ${offers.length}. ${offers[0]?.name}`);
  }

  /** @param {number} at */
  function point(at) {
    open.pointed = (at + open.offers.length) % open.offers.length;
    for (const option of list().children) {
      const here = option.id === `suggestion-${open.pointed}`;
      option.classList.toggle("here", here);
      option.ariaSelected = String(here);
      if (here) option.scrollIntoView({ block: "nearest" });
    }
    open.field?.setAttribute("aria-activedescendant", `suggestion-${open.pointed}`);
  }

  /** @param {number} at */
  function take(at) {
    const { field, from, offers } = open;
    const offer = offers[at];
    if (!field || !offer) return;
    markdownText.put(field, from, field.selectionStart, `${offer.text} `);
    close();
  }

  function close() {
    open.field?.removeAttribute("aria-activedescendant");
    open.field?.removeAttribute("aria-controls");
    open.field = null;
    document.getElementById("suggestions")?.remove();
  }

  /**
   * Places the suggestions below the caret's line, which a copy of the field measures.
   * @param {HTMLTextAreaElement} field
   * @param {HTMLElement} box
   */
  function place(field, box) {
    const copy = make("div", {});
    const style = getComputedStyle(field);
    for (const name of "font padding border lineHeight letterSpacing width boxSizing".split(" ")) {
      Reflect.set(copy.style, name, Reflect.get(style, name));
    }
    Object.assign(copy.style, {
      position: "absolute",
      visibility: "hidden",
      whiteSpace: "pre-wrap",
      overflowWrap: "break-word",
    });
    copy.textContent = field.value.slice(0, open.from);
    const caret = make("span", { textContent: "@" });
    copy.append(caret);
    document.body.append(copy);
    const { left, top } = field.getBoundingClientRect();
    const x = left + caret.offsetLeft - field.scrollLeft;
    const line = top + caret.offsetTop - field.scrollTop;
    const below = line + caret.offsetHeight + 4;
    copy.remove();
    const edge = 8;
    const fits = below + box.offsetHeight <= innerHeight - edge;
    box.style.left = `${Math.max(edge, Math.min(x, innerWidth - box.offsetWidth - edge))}px`;
    box.style.top = `${fits ? below : Math.max(edge, line - box.offsetHeight - 4)}px`;
  }

  document.addEventListener("input", (event) => {
    const field = closestTo(event, "textarea[data-suggests]");
    if (!(field instanceof HTMLTextAreaElement)) return;
    clearTimeout(soon);
    if (!typedIn(field)) return close();
    soon = setTimeout(() => look(field), 80);
  });

  document.addEventListener("keydown", (event) => {
    if (!open.field || event.target !== open.field || event.isComposing) return;
    // A response might have rerendered the field
    if (!document.getElementById("suggestions")) return close();
    if (event.ctrlKey || event.metaKey || event.altKey) return close();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) point(open.pointed + by);
    else if (event.key === "Escape") close();
    else if (["Enter", "Tab"].includes(event.key) && !event.shiftKey) take(open.pointed);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });

  document.addEventListener("focusout", (event) => {
    if (event.target === open.field) close();
  });

  // Content inserted above the field moves it
  document.addEventListener("htmx:after:swap", () => {
    if (open.field) place(open.field, list());
  });
})();
