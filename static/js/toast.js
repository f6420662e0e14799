// @ts-check
/// <reference types="./globals.d.ts" />

// Short news leaves after ten seconds, unless someone is pointing at it or stands in it; on the page that comes next it has
// what is left of them.
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
        this.$el.addEventListener(event, () => this.stay());
      }
      this.$el.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        this.dismiss();
      });
      if (this.$root.dataset.until) return this.wait();
      this.stay();
      // Where something was put is said as it is put there
      if (this.$root.dataset.kind === "done" && moves.sending()) return;
      // What it was told in may be closed by it
      setTimeout(announce, 100, this.$root.innerText, "told");
    },

    stay() {
      this.$root.dataset.until = String(Date.now() + 10_000);
      this.wait();
    },

    wait() {
      clearTimeout(this.timer);
      const left = Number(this.$root.dataset.until) - Date.now();
      this.timer = setTimeout(() => this.isHeld() ? this.stay() : this.dismiss(), left);
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
