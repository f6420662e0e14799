// @ts-check
/// <reference types="./globals.d.ts" />

// Counts down until you can request another code. The server enforces the limit.
document.addEventListener("alpine:init", () => {
  Alpine.data("cooldown", () => ({
    /** @type {ReturnType<typeof setInterval> | undefined} */
    timer: undefined,

    init() {
      const button = /** @type {HTMLButtonElement} */ (this.$el);
      const until = Date.now() + Number(button.dataset.wait) * 1_000;
      const text = button.parentElement?.querySelector("[data-wait-text]");
      const tick = () => {
        const left = Math.ceil((until - Date.now()) / 1_000);
        button.disabled = left > 0;
        if (text) text.textContent = left > 0 ? `in ${left} s` : "";
        if (left <= 0) clearInterval(this.timer);
      };
      this.timer = setInterval(tick, 1_000);
      tick();
    },

    destroy() {
      clearInterval(this.timer);
    },
  }));
});
