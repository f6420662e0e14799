// @ts-check
/// <reference types="./globals.d.ts" />

// The composer: fetched when it is asked for, shown as a dialog, closed when its task is made. What is
// written in it is kept (`kept_text.js`), so that it closes without a question.
document.addEventListener("alpine:init", () => {
  Alpine.data("composer", () => ({
    abort: new AbortController(),

    init() {
      const { signal } = this.abort;
      const dialog = this.dialog();
      document.addEventListener("click", (event) => this.intercept(event), {
        capture: true,
        signal,
      });
      document.addEventListener("close-layer", () => this.answered(), { signal });
      dialog.addEventListener("close", () => this.empty(), { signal });
    },

    destroy() {
      this.abort.abort();
    },

    dialog() {
      return /** @type {HTMLDialogElement} */ (this.$el);
    },

    // What the news offers is asked for beside it, and leaves it open.
    answered() {
      if (this.$el.querySelector(".htmx-request")) this.dialog().close();
    },

    empty() {
      document.getElementById("composer")?.replaceChildren();
    },

    /** @param {MouseEvent} event */
    intercept(event) {
      const link = followed(event, "[data-compose]");
      if (link) opens(() => this.open(link.href));
    },

    /** @param {string} href */
    async open(href) {
      const dialog = this.dialog();
      // A page that is the composer itself has it already.
      const here = document.querySelector("#main form.composer [name=title]");
      if (here instanceof HTMLElement) {
        here.focus();
        return true;
      }
      await htmx.ajax("GET", href, { target: "#composer", swap: "innerHTML", source: dialog });
      if (!dialog.querySelector("form")) return false;
      if (!dialog.open) dialog.showModal();
      const title = dialog.querySelector("[name=title]");
      if (title instanceof HTMLElement) title.focus();
      return true;
    },
  }));
});
