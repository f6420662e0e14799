// Short news leaves after ten seconds, unless someone is pointing at it.
document.addEventListener("alpine:init", () => {
  Alpine.data("toast", () => ({
    timer: 0,
    init() {
      this.$el.addEventListener("pointerenter", () => clearTimeout(this.timer));
      this.$el.addEventListener("pointerleave", () => this.wait());
      this.wait();
    },
    wait() {
      this.timer = setTimeout(() => this.dismiss(), 10_000);
    },
    dismiss() {
      clearTimeout(this.timer);
      this.$root.remove();
    },
    destroy() {
      clearTimeout(this.timer);
    },
  }));
});
