// @ts-check
/// <reference types="./globals.d.ts" />

// The composer: fetched when it is asked for, shown as a dialog, closed when its task is made. What is
// written in it is kept (`kept_text.js`), so that it closes without a question.
document.addEventListener("alpine:init", () => {
  Alpine.data("composer", () => ({
    /** Whether its task was made. */
    made: false,
    abort: new AbortController(),

    init() {
      const { signal } = this.abort;
      const dialog = this.dialog();
      document.addEventListener("click", (event) => this.intercept(event), {
        capture: true,
        signal,
      });
      document.addEventListener("close-layer", () => this.answered(), { signal });
      dialog.addEventListener("close", () => this.left(), { signal });
    },

    destroy() {
      this.abort.abort();
    },

    dialog() {
      return /** @type {HTMLDialogElement} */ (this.$el);
    },

    // What the news offers is asked for beside it, and leaves it open.
    answered() {
      this.made = this.$el.querySelector(".htmx-request") !== null;
      if (this.made) this.dialog().close();
    },

    /** What was written and not sent comes back: that is said, where it is left. */
    left() {
      const form = this.$el.querySelector("form.composer");
      const key = `kept ${document.body.dataset.viewer} ${form?.getAttribute("data-keeps")}`;
      if (!this.made && form && keptStore.read(key)) {
        tell("The new task is kept on this device until you come back to it.", "done");
      }
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
      this.made = false;
      if (!dialog.open) dialog.showModal();
      const title = dialog.querySelector("[name=title]");
      if (title instanceof HTMLElement) title.focus();
      return true;
    },
  }));
});
