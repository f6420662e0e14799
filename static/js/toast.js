// @ts-check
/// <reference types="./globals.d.ts" />

// Short news leaves after ten seconds, unless someone is pointing at it or stands in it.
document.addEventListener("alpine:init", () => {
  Alpine.data("toast", () => ({
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    timer: undefined,

    init() {
      raiseNews();
      for (const event of ["pointerenter", "focusin"]) {
        this.$el.addEventListener(event, () => clearTimeout(this.timer));
      }
      for (const event of ["pointerleave", "focusout"]) {
        this.$el.addEventListener(event, () => this.wait());
      }
      this.wait();
    },

    wait() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.isHeld() ? this.wait() : this.dismiss(), 10_000);
    },

    /** Whether someone points at it or stands in it. */
    isHeld() {
      return this.$root.matches(":hover, :focus-within");
    },

    dismiss() {
      clearTimeout(this.timer);
      this.$root.remove();
      findPlace();
    },

    destroy() {
      clearTimeout(this.timer);
    },
  }));
});
