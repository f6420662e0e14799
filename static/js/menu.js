// @ts-check
/// <reference types="./globals.d.ts" />

// The page's only menu. It opens beside the element that it changes, and returns the focus when it closes.
document.addEventListener("alpine:init", () => {
  Alpine.data("menu", () => ({
    /** @type {HTMLElement | null} */
    opener: null,
    /** The element that the menu opens beside. @type {HTMLElement | null} */
    beside: null,
    /** The row that the menu is open for, which stays highlighted. @type {HTMLElement | null} */
    row: null,
    /** The menu's URL. */
    href: "",
    /** Identifies the pending request. @type {symbol | null} */
    coming: null,
    abort: new AbortController(),

    init() {
      const { signal } = this.abort;
      const menu = this.$el;
      document.addEventListener("click", (event) => this.intercept(event), {
        capture: true,
        signal,
      });
      document.addEventListener("open-menu", ({ detail }) => opens(() => this.open(detail)), {
        signal,
      });
      document.addEventListener("close", ({ target }) => {
        if (target instanceof HTMLDialogElement && target.contains(menu)) this.stand(null);
      }, { capture: true, signal });
      document.addEventListener("close-layer", () => this.answered(), { signal });
      document.addEventListener("focusin", (event) => {
        closestTo(event, "a[data-menu]")?.setAttribute("aria-haspopup", "dialog");
      }, { signal });
      menu.addEventListener("keydown", (event) => this.leave(event), { signal });
      menu.addEventListener("toggle", (event) => {
        if (!menu.matches(":popover-open") && event.target === menu) this.closed();
      }, { signal });
      document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
        // Highlights a rerendered row again
        if (this.row) this.mark(rows.of(document.getElementById(this.row.id)));
        if (ctx.target === document.body && !this.row) menu.hidePopover();
      }, { signal });
      document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
        const again = ctx.sourceElement.getAttribute("data-again");
        if (again && menu.contains(ctx.sourceElement)) this.renew(again);
        this.sayRefused(ctx);
      }, { signal });
      menu.addEventListener("input", () => menu.querySelector(".menu-refused")?.remove(), {
        signal,
      });
      menu.addEventListener("htmx:before:request", (event) => {
        if (event.target === menu || menu.querySelector("[aria-multiselectable]")) return;
        if (closestTo(event, "[data-finds]")) return;
        menu.hidePopover();
      }, { signal });
    },

    destroy() {
      this.abort.abort();
    },

    /** @param {MouseEvent} event */
    intercept(event) {
      const link = followed(event, "[data-menu]");
      if (!link) return;
      // Deselects tasks that can't be changed together with the others
      const left = link.dataset.leavesOut;
      if (left) selection.put(left.split(","), false);
      // A menu that leads to another one is replaced by it.
      const further = this.$el.contains(link);
      const beside = (further && this.beside) || link;
      const back = further ? this.opener : null;
      // A selected row's menu applies to all selected tasks.
      const reference = rows.box(rows.of(link))?.value;
      const ofSelected = reference && selection.menu(link.dataset.menu ?? "", reference);
      opens(() => this.open({ href: ofSelected || link.href, beside, back }));
    },

    /** @param {MenuWanted} wanted */
    async open({ href, beside, at, back }) {
      const mine = this.coming = Symbol();
      // A menu open elsewhere would return the focus there
      if (beside !== this.beside) this.$el.hidePopover();
      this.opener = back ?? beside;
      this.beside = beside;
      const row = rows.of(beside);
      this.mark(row);
      // Focuses the row under the pointer first, because the browser returns the focus to the active element.
      const active = document.activeElement;
      if (row && !row.contains(active) && !this.$el.contains(active)) {
        rows.title(row)?.focus({ preventScroll: true });
      }
      this.href = href;
      this.stand(beside.closest("dialog[open]"));
      try {
        await htmx.ajax("GET", href, { target: "#menu", swap: "innerHTML", source: this.$el });
      } finally {
        if (this.coming === mine) this.coming = null;
      }
      if (this.coming) return false;
      const start = this.$el.querySelector("[data-menu-start]");
      if (!(start instanceof HTMLElement)) {
        this.mark(null);
        return false;
      }
      this.name();
      if (!this.$el.matches(":popover-open")) this.$el.showPopover();
      // The element might be gone
      if (at) this.place(new DOMRect(at.x, at.y));
      else if (beside.isConnected) this.place(beside.getBoundingClientRect());
      this.begin(start);
      return true;
    },

    /**
     * Scrolls to a chosen option. On touch screens, the field doesn't get the focus, because the keyboard would cover
     * the menu.
     * @param {HTMLElement} start
     */
    begin(start) {
      this.$el.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
      (byTouch() ? this.$el : start).focus({ preventScroll: true });
    },

    /**
     * Updates the menu, with the results for the typed text.
     * @param {string} href
     */
    renew(href) {
      if (!this.$el.matches(":popover-open")) return;
      /** @type {HTMLInputElement | null} */
      const typed = this.$el.querySelector("[data-finds] input");
      /** @type {Record<string, string>} */
      const values = typed ? { [typed.name]: typed.value } : {};
      const swap = { target: "#menu", swap: "innerMorph", source: this.$el, values };
      htmx.ajax("GET", href, swap);
    },

    /** Names the menu after what it changes. An empty menu names itself. */
    name() {
      const list = this.$el.querySelector('[role="listbox"]');
      const name = list?.getAttribute("aria-label") ??
        this.$el.querySelector("strong")?.textContent;
      this.$el.setAttribute("aria-label", name ?? "Choose");
    },

    /** @param {HTMLElement | null} row */
    mark(row) {
      this.row?.classList.remove("here");
      this.row = row;
      row?.classList.add("here");
    },

    /**
     * Moves the menu into the open dialog, because elements outside it can't be used.
     * @param {Element | null} dialog
     */
    stand(dialog) {
      const place = dialog ?? document.body;
      if (this.$el.parentElement !== place) place.append(this.$el);
    },

    /** @param {DOMRect} at */
    place(at) {
      const edge = 8;
      const { offsetWidth: width, offsetHeight: height } = this.$el;
      const left = Math.min(Math.max(edge, at.left), innerWidth - width - edge);
      const below = at.bottom + 4;
      const fits = below + height <= innerHeight - edge;
      const top = fits ? below : Math.max(edge, at.top - height - 4);
      this.$el.style.left = `${left}px`;
      this.$el.style.top = `${top}px`;
    },

    /**
     * Tab closes the menu, and continues from where it was opened.
     * @param {KeyboardEvent} event
     */
    leave(event) {
      if (event.key !== "Tab") return;
      const stops = [...this.$el.querySelectorAll("input, textarea, select, button, a[href]")]
        .filter((stop) => stop instanceof HTMLElement && stop.tabIndex >= 0)
        .filter((stop) => stop.checkVisibility());
      const last = event.shiftKey ? stops[0] : stops.at(-1);
      if (last && last !== event.target) return;
      this.$el.hidePopover();
      this.restoreFocus();
    },

    // A choice closes the menu immediately. Its content stays until the response, which needs its form.
    closed() {
      if (this.coming) return;
      this.mark(null);
      this.restoreFocus();
      if (!this.$el.querySelector(".htmx-request")) this.forget();
    },

    // A toast's request leaves the menu open, and updates it.
    answered() {
      if (this.coming) return;
      const open = this.$el.matches(":popover-open");
      if (open && !this.$el.querySelector(".htmx-request")) return this.renew(this.href);
      this.mark(null);
      this.$el.hidePopover();
      this.restoreFocus();
      this.forget();
    },

    /**
     * Reopens the menu with the typed text and the reason if the server refused the task.
     * @param {RequestContext} ctx
     */
    sayRefused({ sourceElement: asking, request, response, hx }) {
      const menu = this.$el;
      const finds = menu.querySelector("[data-finds]");
      if (!finds || finds === asking || request.method !== "POST" || !menu.contains(asking)) return;
      const news = document.querySelector('#toasts .toast[data-kind="error"]');
      const why = news?.querySelector("span")?.textContent;
      if (!response || response.status >= 500 || /\bdone\b/.test(hx?.trigger ?? "") || !why) return;
      const note = make("p", { className: "menu-refused", role: "alert", textContent: why });
      menu.querySelector(".menu-refused")?.remove();
      finds.after(note);
      news.remove();
      const { opener } = this;
      const still = opener?.isConnected ? opener : document.getElementById(opener?.id ?? "");
      this.opener = still;
      menu.showPopover();
      this.place((still ?? document.body).getBoundingClientRect());
      const start = menu.querySelector("[data-menu-start]");
      if (start instanceof HTMLElement) this.begin(start);
    },

    forget() {
      this.opener = null;
      this.$el.replaceChildren();
    },

    restoreFocus() {
      const { opener } = this;
      const lost = document.activeElement === document.body ||
        this.$el.contains(document.activeElement);
      if (!opener || !lost) return;
      const still = opener.isConnected ? opener : document.getElementById(opener.id);
      const place = rows.title(rows.of(still)) ?? still;
      if (place) place.focus({ preventScroll: true });
      else findPlace();
    },
  }));
});

// The menu is rendered separately, so responses for the page below don't change it.
htmx.registerExtension("backlog-menu", {
  htmx_before_morph_node: (element) => element.id !== "menu",
});
