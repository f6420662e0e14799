// @ts-check
/// <reference types="./globals.d.ts" />

// A list to choose from. A field filters it. Keys and the pointer move through the list while the field keeps the
// focus. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
document.addEventListener("alpine:init", () => {
  /**
   * Returns an option's text without its number of tasks.
   * @param {HTMLElement} option
   */
  const said = (option) =>
    [...option.childNodes].filter((part) =>
      !(part instanceof Element && part.matches("[data-uncounted]"))
    ).map(({ textContent }) => textContent).join(" ");

  /** @param {HTMLElement} option @returns {HTMLElement | null} */
  const groupOf = (option) => option.closest('[role="group"]');

  /**
   * Sets the URL of an option that can be excluded: the list with the value, or without it.
   * @param {HTMLElement} option
   * @param {boolean} out
   */
  function lead(option, out) {
    const { dataset } = option;
    if (!dataset.not) return;
    dataset.with ??= option.getAttribute("href") ?? "";
    option.setAttribute("href", out ? dataset.not : dataset.with);
  }

  Alpine.data("listbox", () => ({
    /** The ID of the option that Enter chooses. */
    pointed: "",
    /** Whether Enter was pressed while the search was still running. */
    entered: false,
    /** Whether choosing excludes the value. */
    negated: false,
    /** The last message about an empty list. */
    said: "",
    abort: new AbortController(),

    init() {
      const { signal } = this.abort;
      const list = this.$el;
      list.addEventListener("focusin", () => this.start(), { signal });
      list.addEventListener("input", (event) => {
        if (event.target === this.field()) this.filter(true);
      }, { signal });
      list.addEventListener("keydown", (event) => this.press(event), { signal });
      list.addEventListener("pointermove", (event) => {
        const option = closestTo(event, '[role="option"]');
        if (option) this.point(option);
      }, { signal });
      // A click on an option leaves the focus in the field, for the next key.
      list.addEventListener("mousedown", (event) => {
        if (closestTo(event, '[role="option"]')) event.preventDefault();
      }, { signal });
      // A list that stays open after a choice is morphed. Typed text and the highlighted option are kept.
      document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
        if (this.pointed || this.found()) this.filter();
        // The new list was rendered without the typed text
        if (ctx.sourceElement !== this.field() && !this.isAnswered()) this.ask("again");
        if (this.entered && this.isAnswered()) this.enter();
      }, { signal });
      if (list.contains(document.activeElement)) this.start();
    },

    destroy() {
      this.abort.abort();
    },

    /** @returns {HTMLInputElement | null} */
    field() {
      return this.$el.querySelector('[role="combobox"]');
    },

    /** Returns the element with the server's choices for the typed text. @returns {HTMLElement | null} */
    found() {
      return this.$el.querySelector("[data-found]");
    },

    /** Returns whether the choices match the typed text. */
    isAnswered() {
      const found = this.found();
      return !found || found.dataset.found === this.field()?.value.trim();
    },

    /** Requests choices for the typed text: after a pause, or immediately with `again`. */
    ask(when = "typed") {
      this.field()?.dispatchEvent(new Event(when));
    },

    enter() {
      this.entered = false;
      this.shown().find(({ id }) => id === this.pointed)?.click();
      // In a list with several choices, typing replaces the text
      this.field()?.select();
    },

    options() {
      /** @type {NodeListOf<HTMLElement>} */
      const options = this.$el.querySelectorAll('[role="option"]');
      return [...options];
    },

    /** Returns the matching options, best first. */
    shown() {
      const order = (/** @type {HTMLElement | null} */ of) => Number(of?.style.order ?? 0);
      return this.options().filter((option) => !option.hidden).sort((a, b) =>
        order(groupOf(a)) - order(groupOf(b)) || order(a) - order(b)
      );
    },

    /** Highlights a chosen option first. */
    start() {
      if (this.pointed) return;
      this.name();
      const shown = this.shown();
      this.point(shown.find(({ ariaSelected }) => ariaSelected === "true") ?? shown[0]);
    },

    /** Sets the ARIA attributes. The field is the list's only tab stop and names the highlighted option by ID. */
    name() {
      const list = this.field()?.getAttribute("aria-controls");
      for (const [at, option] of this.options().entries()) {
        option.id = `${list}-${at}`;
        option.tabIndex = -1;
      }
    },

    filter(anew = false) {
      if (anew) {
        this.pointed = "";
        this.entered = false;
        if (this.found()) this.ask();
        if (!this.isAnswered()) return;
      }
      this.name();
      const sought = this.negate(this.field()?.value ?? "").trim();
      const typed = this.found() ? "" : sought;
      /** @type {Map<HTMLElement | null, number>} */
      const best = new Map();
      for (const option of this.options()) {
        const group = groupOf(option);
        const score = option.dataset.makes
          ? this.offer(option, sought)
          : typed
          ? matching.score(typed, said(option), group?.ariaLabel ?? "")
          : sought || !option.dataset.typed
          ? 1
          : 0;
        option.hidden = score === 0 || (this.negated && !option.dataset.not);
        option.style.order = typed ? String(Math.ceil(-score)) : "";
        if (!option.hidden) best.set(group, Math.max(score, best.get(group) ?? 0));
      }
      for (const [group, score] of best) {
        if (group) group.style.order = typed ? String(Math.ceil(-score)) : "";
      }
      const shown = this.shown();
      const rest = this.$el.querySelector("[data-rest]:not([data-found])");
      if (!shown[0] && rest) {
        rest.replaceChildren();
        rest.setAttribute("data-found", "");
        this.filter(anew);
        return;
      }
      const none = this.$el.querySelector("[data-none]");
      if (none instanceof HTMLElement) {
        none.hidden = shown.length > 0;
        const said = none.hidden ? "" : none.textContent ?? "";
        if (said && said !== this.said) announce(said);
        this.said = said;
      }
      this.point(shown.find(({ id }) => id === this.pointed) ?? shown[0]);
    },

    /**
     * Offers to create the typed text below all matches, unless an option has that name.
     * @param {HTMLElement} option
     * @param {string} typed
     */
    offer(option, typed) {
      const name = matching.fold(typed);
      const others = this.options().filter((one) => one !== option);
      if (!typed || !this.isAnswered() || others.some((one) => matching.nameOf(one) === name)) {
        return 0;
      }
      const said = option.querySelector("span:not([class])");
      if (said) said.textContent = `${option.dataset.makes} “${typed}”`;
      if (option instanceof HTMLButtonElement) option.value = typed;
      return 0.5;
    },

    /**
     * Switches options to excluding if "not" was typed, and returns the text after it.
     * @param {string} typed
     */
    negate(typed) {
      const [not, rest] = /^\s*(?:not\s+|[-!]\s*)(.*)$/is.exec(typed) ?? [];
      this.negated = not !== undefined && this.$el.querySelector("[data-not]") !== null;
      this.$el.toggleAttribute("data-negated", this.negated);
      for (const option of this.options()) lead(option, this.negated);
      return this.negated ? rest ?? "" : typed;
    },

    /** @param {HTMLElement | undefined} option */
    point(option) {
      for (const other of this.options()) other.classList.toggle("here", other === option);
      this.pointed = option?.id ?? "";
      if (option) this.field()?.setAttribute("aria-activedescendant", option.id);
      else this.field()?.removeAttribute("aria-activedescendant");
    },

    /**
     * Returns the option that a key leads to: arrows wrap, Home and End jump.
     * @param {string} key
     */
    next(key) {
      const shown = this.shown();
      const at = shown.findIndex(({ id }) => id === this.pointed);
      if (key === "ArrowDown") return shown[(at + 1) % shown.length];
      if (key === "ArrowUp") return shown.at(Math.max(at, 0) - 1);
      if (key === "Home") return shown[0];
      return key === "End" ? shown.at(-1) : undefined;
    },

    /** @param {KeyboardEvent} event */
    press(event) {
      const option = closestTo(event, '[role="option"]');
      if (event.target !== this.field() && !option) return;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const numbered = /^[1-9]$/.test(event.key) &&
        this.shown().find((one) => one.getAttribute("aria-keyshortcuts") === event.key);
      const next = event.shiftKey ? undefined : this.next(event.key);
      if (numbered) {
        event.preventDefault();
        numbered.click();
      } else if (next) {
        event.preventDefault();
        this.point(next);
        next.scrollIntoView({ block: "nearest" });
      } else if (event.key === "Enter") {
        event.preventDefault();
        this.entered = !this.isAnswered();
        if (!this.entered) this.enter();
      } else if (option && event.key.length === 1) {
        this.field()?.focus();
      }
    },
  }));
});
