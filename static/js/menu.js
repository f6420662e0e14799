// The one menu of the page: it opens beside what it changes, filters as one types, and is moved in with arrow keys.
document.addEventListener("alpine:init", () => {
  Alpine.data("menu", () => ({
    opener: null,
    // Where the opener's row stood, should the change move it out of sight.
    row: -1,
    pointed: "",
    abort: null,

    init() {
      this.abort = new AbortController();
      const { signal } = this.abort;
      document.addEventListener("click", (event) => this.intercept(event), {
        capture: true,
        signal,
      });
      document.addEventListener("open-menu", (event) => this.open(event.detail), { signal });
      this.$el.addEventListener("input", (event) => {
        if (event.target.matches("[data-menu-filter]")) this.filter(true);
      }, { signal });
      this.$el.addEventListener("keydown", (event) => this.press(event), { signal });
      this.$el.addEventListener("toggle", (event) => {
        if (event.newState === "closed") this.closed();
      }, { signal });
      this.$el.addEventListener("pointermove", (event) => {
        const item = event.target.closest('[role="option"]');
        if (item) this.point(item);
      }, { signal });
      // A menu that stays open after a choice is morphed: what is typed and pointed at holds on.
      document.addEventListener("htmx:after:swap", () => {
        if (this.$el.matches(":popover-open")) this.filter();
      }, { signal });
      document.addEventListener("close-layer", () => this.answered(), { signal });
      this.$el.addEventListener("htmx:before:request", (event) => {
        if (event.target === this.$el || this.$el.querySelector("[aria-multiselectable]")) return;
        this.$el.hidePopover();
      }, { signal });
    },

    destroy() {
      this.abort.abort();
    },

    intercept(event) {
      const link = event.target.closest?.("[data-menu]");
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      // A menu that leads to another one gives it its own place.
      const beside = this.$el.contains(link) ? this.opener : link;
      this.open({ href: link.href, beside });
    },

    async open({ href, beside }) {
      this.opener = beside;
      this.row = this.rows().indexOf(beside.closest(".row"));
      await htmx.ajax("GET", href, { target: "#menu", swap: "innerHTML", source: this.$el });
      const start = this.$el.querySelector("[data-menu-start]");
      if (!start) return;
      if (!this.$el.matches(":popover-open")) this.$el.showPopover();
      this.place(beside);
      this.point(
        this.shown().find((item) => item.getAttribute("aria-selected") === "true") ??
          this.shown()[0],
      );
      start.focus({ preventScroll: true });
    },

    place(beside) {
      const edge = 8;
      const at = beside.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = this.$el;
      const left = Math.min(Math.max(edge, at.left), innerWidth - width - edge);
      const below = at.bottom + 4;
      const fits = below + height <= innerHeight - edge;
      const top = fits ? below : Math.max(edge, at.top - height - 4);
      this.$el.style.left = `${left}px`;
      this.$el.style.top = `${top}px`;
    },

    rows() {
      return [...document.querySelectorAll("#main .row")];
    },

    shown() {
      return [...this.$el.querySelectorAll('[role="option"]:not([hidden])')];
    },

    filter(anew) {
      if (anew) this.pointed = "";
      const input = this.$el.querySelector("[data-menu-filter]");
      if (!input) return;
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const item of this.$el.querySelectorAll('[role="option"]')) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
      }
      const shown = this.shown();
      this.$el.querySelector("[data-menu-none]").hidden = shown.length > 0;
      this.point(shown.find((item) => item.id && item.id === this.pointed) ?? shown[0]);
    },

    point(item) {
      for (const other of this.$el.querySelectorAll(".here")) other.classList.remove("here");
      const input = this.$el.querySelector("[data-menu-filter]");
      if (!item) {
        input?.removeAttribute("aria-activedescendant");
        return;
      }
      item.classList.add("here");
      item.id ||= `choice-${[...this.$el.querySelectorAll('[role="option"]')].indexOf(item)}`;
      this.pointed = item.id;
      input?.setAttribute("aria-activedescendant", item.id);
    },

    press(event) {
      if (!event.target.matches("[data-menu-filter]")) return;
      const shown = this.shown();
      const at = shown.findIndex((item) => item.classList.contains("here"));
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move && shown.length > 0) {
        event.preventDefault();
        const next = shown[(at + move + shown.length) % shown.length];
        this.point(next);
        next.scrollIntoView({ block: "nearest" });
      } else if (event.key === "Enter") {
        event.preventDefault();
        shown[at]?.click();
      }
    },

    // A choice closes the menu at once; what it chose from stays until the answer came, which needs its form.
    closed() {
      this.restoreFocus();
      if (!this.$el.querySelector(".htmx-request")) this.forget();
    },

    answered() {
      if (this.$el.matches(":popover-open")) this.$el.hidePopover();
      this.restoreFocus();
      this.forget();
    },

    forget() {
      this.opener = null;
      this.$el.replaceChildren();
    },

    restoreFocus() {
      const { opener } = this;
      const lost = document.activeElement === document.body ||
        this.$el.contains(document.activeElement);
      if (!opener || !lost) return;
      const still = opener.isConnected ? opener : document.getElementById(opener.id);
      const row = still ? still.closest(".row") : this.rows()[this.row] ?? this.rows().at(-1);
      (row?.querySelector(".row-title") ?? still)?.focus({ preventScroll: true });
    },
  }));
});
