// The composer: fetched when it is asked for, shown as a dialog, closed when its task is made.
document.addEventListener("alpine:init", () => {
  Alpine.data("composer", () => ({
    abort: null,

    init() {
      this.abort = new AbortController();
      const { signal } = this.abort;
      document.addEventListener("click", (event) => this.intercept(event), {
        capture: true,
        signal,
      });
      document.addEventListener("close-layer", () => this.$el.close(), { signal });
      this.$el.addEventListener("close", () => this.$el.replaceChildren(), { signal });
      this.$el.addEventListener("cancel", (event) => this.ask(event), { signal });
    },

    destroy() {
      this.abort.abort();
    },

    intercept(event) {
      const link = event.target.closest?.("[data-compose]");
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      this.open(link.href);
    },

    async open(href) {
      await htmx.ajax("GET", href, { target: "#composer", swap: "innerHTML", source: this.$el });
      if (!this.$el.querySelector("form")) return;
      if (!this.$el.open) this.$el.showModal();
      this.$el.querySelector("[name=title]").focus();
    },

    // Esc closes an empty composer at once, and asks before it loses a text.
    ask(event) {
      const typed = [...this.$el.querySelectorAll("textarea")].some((field) => field.value.trim());
      if (typed && !confirm("Discard what you wrote?")) event.preventDefault();
    },
  }));
});
