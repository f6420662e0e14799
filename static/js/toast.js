// @ts-check
/// <reference types="./globals.d.ts" />

// Short toasts disappear after ten seconds, unless they are under the pointer or have the focus. On the next page, they
// continue with the remaining time.
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
      // A move is announced when it is made
      if (this.$root.dataset.kind === "done" && moves.sending()) return;
      // The toast's dialog might close now
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

    /** Returns whether the toast is under the pointer or has the focus. */
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
