// @ts-check
/// <reference types="./globals.d.ts" />

// The composer: fetched on demand, shown as a dialog, and closed when its task is created. Its text is stored
// (`kept_text.js`) and becomes a draft when the composer closes (`composer_drafts.js`), so closing asks no question.
document.addEventListener("alpine:init", () => {
  /**
   * The composer that is open in this tab, for the next page: the name of its stored texts, or the text typed before it
   * loaded.
   * @typedef {{ href: string, keeps?: string, begun?: string }} Writing
   */
  const writing = {
    /** @param {Writing | null} now */
    remember: (now) => tabStore.write("composer", now),
    /** @returns {Writing | null} */
    last: () => tabStore.read("composer"),
  };

  Alpine.data("composer", () => ({
    /** Whether the task was created. */
    made: false,
    /** The URL that opened the composer. */
    href: "",
    /** Text typed before the composer loaded. */
    begun: "",
    /** The number of the pending request. */
    asked: 0,
    abort: new AbortController(),

    init() {
      const { signal } = this.abort;
      const dialog = this.dialog();
      document.addEventListener("click", (event) => this.intercept(event), {
        capture: true,
        signal,
      });
      document.addEventListener("close-layer", (event) => this.answered(event), { signal });
      document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
        if (ctx.target === document.body && dialog.open) this.left();
      }, { signal });
      // The event arrives late, so the composer might be open again
      dialog.addEventListener("close", () => dialog.open || this.left(), { signal });
      dialog.addEventListener("input", (event) => this.begins(event), { signal });
      // Before another page replaces this one, its dialogs are closed (`page_swap.js`)
      if (document.readyState !== "complete") this.comeBack();
      else {document.addEventListener("htmx:after:swap", () => this.comeBack(), {
          once: true,
          signal,
        });}
    },

    destroy() {
      this.abort.abort();
    },

    dialog() {
      return /** @type {HTMLDialogElement} */ (this.$el);
    },

    /** Keeps the composer open after a toast's own request. @param {Event} event */
    answered(event) {
      if (!closestTo(event, "form.composer")) return;
      this.made = true;
      this.dialog().close();
    },

    left() {
      if (this.asked) return;
      /** @type {HTMLButtonElement | null} */
      const draft = this.$el.querySelector("[name=draft]");
      if (draft?.form && !this.made) leaveDraft(draft.form, this.href);
      if (this.begun) tellKept(this.href);
      writing.remember(this.begun ? { href: this.href, begun: this.begun } : null);
      this.place().replaceChildren();
    },

    /** @returns {HTMLFormElement | null} */
    form() {
      return this.$el.querySelector("form[data-composer]");
    },

    /** Reopens a composer that was open when the last page ended: after a reload, a crash, or the end of a session. */
    comeBack() {
      const { href, keeps, begun = "" } = writing.last() ?? {};
      const viewer = document.body.dataset.viewer;
      const kept = keeps && keptStore.newest(`kept ${viewer} ${keeps}`);
      if (!href || !viewer || !(begun || kept)) return;
      this.begun = begun;
      opens(() => this.open(href));
    },

    /** @param {Event} event */
    begins(event) {
      const title = closestTo(event, "[data-begins] textarea");
      if (!(title instanceof HTMLTextAreaElement)) return;
      this.begun = title.value;
      writing.remember({ href: this.href, begun: this.begun });
    },

    place() {
      return /** @type {HTMLElement} */ (this.$el.querySelector("#composer"));
    },

    /** @param {MouseEvent} event */
    intercept(event) {
      const link = followed(event, "[data-compose]");
      if (link) opens(() => this.open(link.href));
    },

    /** @param {string} href */
    async open(href) {
      const dialog = this.dialog();
      // The composer's own page already shows it.
      const here = document.querySelector("#main .composer-title");
      if (here instanceof HTMLElement) {
        here.focus();
        return true;
      }
      if (!dialog.open && this.place().firstChild) this.left();
      this.made = false;
      this.href = href;
      if (!dialog.open) this.begin();
      const asked = this.asked = Math.random();
      // Without a delay, so that pasted or composed text isn't lost for a moment
      const target = { target: "#composer", swap: "innerHTML settle:0ms", source: dialog };
      await htmx.ajax("GET", href, target).catch(() => {});
      if (asked !== this.asked) return false;
      this.asked = 0;
      if (!dialog.open && !this.begun) this.place().replaceChildren();
      const form = this.form();
      if (form) this.goOn(form);
      else this.offerAgain();
      if (!dialog.open) this.left();
      return dialog.open && form !== null;
    },

    /** Shows an empty form immediately, so that typing can start. */
    begin() {
      const shell = [...this.$el.querySelectorAll("template")]
        .find(({ dataset: { begin = "" } }) => this.href.includes(begin));
      if (!shell) return;
      this.place().replaceChildren(shell.content.cloneNode(true));
      this.dialog().showModal();
      const title = this.$el.querySelector("textarea");
      title?.focus();
      if (title && this.begun) title.value = this.begun;
    },

    offerAgain() {
      const again = this.$el.querySelector("[data-again]");
      if (!(again instanceof HTMLElement)) return;
      again.hidden = false;
      again.addEventListener("click", () => opens(() => this.open(this.href)), { once: true });
    },

    /** Adds text typed before the composer loaded to the end of its title. @param {HTMLFormElement} form */
    goOn(form) {
      const { href, begun } = this;
      this.begun = "";
      writing.remember({ href, keeps: form.dataset.keeps ?? "" });
      const title = form.querySelector(".composer-title");
      if (!(title instanceof HTMLTextAreaElement)) return;
      title.focus();
      title.setSelectionRange(title.value.length, title.value.length);
      if (begun) writeTitle(title, /\S$/.test(title.value) ? ` ${begun}` : begun);
    },
  }));
});
