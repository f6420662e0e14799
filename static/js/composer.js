// @ts-check
/// <reference types="./globals.d.ts" />

// The composer: fetched when it is asked for, shown as a dialog, closed when its task is made. What is
// written in it is kept (`kept_text.js`), and becomes a draft when it is left (`composer_drafts.js`), so that it closes without a question.
document.addEventListener("alpine:init", () => {
  /**
   * Which composer is open in this tab, for the page that comes after this one: what it keeps its texts by, or what was
   * typed before it came.
   * @typedef {{ href: string, keeps?: string, begun?: string }} Writing
   */
  const writing = {
    /** @param {Writing | null} now */
    remember: (now) => tabStore.write("composer", now),
    /** @returns {Writing | null} */
    last: () => tabStore.read("composer"),
  };

  Alpine.data("composer", () => ({
    /** Whether its task was made. */
    made: false,
    /** Where it was opened by. */
    href: "",
    /** What was typed before it came. */
    begun: "",
    /** What is asked for and not answered yet: a number of its own. */
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
      // It comes late: it may be open again
      dialog.addEventListener("close", () => dialog.open || this.left(), { signal });
      dialog.addEventListener("input", (event) => this.begins(event), { signal });
      // A page that is put into another one's place has its dialogs closed first (`page_swap.js`)
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

    /** What the news offers is asked for beside it, and leaves it open. @param {Event} event */
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

    /** A page that ended while something was being written begins with that: after a reload, a crash, a session's end. */
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
      // A page that is the composer itself has it already.
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
      // At once, or what is pasted, or put together by an input method, would go nowhere for a moment
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

    /** Shows at once what there is to show, and takes what is typed. */
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

    /** What was typed meanwhile goes on in its title, behind what stands there. @param {HTMLFormElement} form */
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
