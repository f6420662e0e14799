// The one menu of the page: it opens beside what it changes, filters as one types, and is moved in with arrow keys.
document.addEventListener("alpine:init", () => {
  Alpine.data("menu", () => ({
    opener: null,
    abort: null,

    init() {
      this.abort = new AbortController();
      const { signal } = this.abort;
      document.addEventListener("click", (event) => this.intercept(event), {
        capture: true,
        signal,
      });
      document.addEventListener("open-menu", (event) => this.open(event.detail), { signal });
      this.$el.addEventListener("input", () => this.filter(), { signal });
      this.$el.addEventListener("keydown", (event) => this.press(event), { signal });
      this.$el.addEventListener("toggle", (event) => {
        if (event.newState === "closed") this.closed();
      }, { signal });
      this.$el.addEventListener("pointermove", (event) => {
        const item = event.target.closest('[role="option"]');
        if (item) this.point(item);
      }, { signal });
      document.addEventListener("close-menu", () => this.$el.hidePopover(), { signal });
    },

    destroy() {
      this.abort.abort();
    },

    intercept(event) {
      const link = event.target.closest?.("[data-menu]");
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      this.open({ href: link.href, beside: link });
    },

    async open({ href, beside }) {
      this.opener = beside;
      await htmx.ajax("GET", href, { target: "#menu", swap: "innerHTML", source: this.$el });
      const input = this.$el.querySelector("[data-menu-filter]");
      if (!input) return;
      if (!this.$el.matches(":popover-open")) this.$el.showPopover();
      this.place(beside);
      this.point(
        this.shown().find((item) => item.getAttribute("aria-selected") === "true") ??
          this.shown()[0],
      );
      input.focus({ preventScroll: true });
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

    shown() {
      return [...this.$el.querySelectorAll('[role="option"]:not([hidden])')];
    },

    filter() {
      const input = this.$el.querySelector("[data-menu-filter]");
      if (document.activeElement !== input) return;
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const item of this.$el.querySelectorAll('[role="option"]')) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
      }
      const shown = this.shown();
      this.$el.querySelector("[data-menu-none]").hidden = shown.length > 0;
      this.point(shown[0]);
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

    closed() {
      const opener = this.opener;
      this.opener = null;
      this.$el.replaceChildren();
      const focusLost = document.activeElement === document.body ||
        this.$el.contains(document.activeElement);
      if (!focusLost || !opener) return;
      const again = opener.isConnected ? opener : document.getElementById(opener.id);
      const row = again?.closest(".row");
      (row?.querySelector(".row-title") ?? again)?.focus({ preventScroll: true });
    },
  }));
});
