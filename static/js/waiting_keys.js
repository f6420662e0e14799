// @ts-check
/// <reference types="./globals.d.ts" />

// Keys typed after one that opens something wait until it is open, then go to its field or page. No key acts on the old
// page, no key is lost, and their order is kept.
(() => {
  let opening = 0;
  /** @type {KeyboardEvent[]} */
  let waiting = [];

  /** @param {EventTarget | Element | null} target @returns {target is HTMLInputElement | HTMLTextAreaElement} */
  const isField = (target) =>
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.selectionEnd !== null);

  /**
   * Returns whether an element's page or layer will be replaced by a pending response.
   * @param {EventTarget | null} target
   */
  function isLeaving(target) {
    if (!(target instanceof Element)) return false;
    if (target.closest("#menu, .htmx-request")) return true;
    // The page that was chosen in the palette replaces the field that got the focus back
    if (document.querySelector("#palette .htmx-request")) return true;
    const form = target.closest("form");
    return Boolean(form?.querySelector("[data-cancel]:is(.htmx-request, [aria-busy])"));
  }

  /**
   * Does what the browser would have done with a key in a field.
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {string} key
   */
  function write(field, key) {
    const at = field.selectionEnd ?? 0;
    const places = new Map(Object.entries({
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: field.value.length,
    }));
    const place = places.get(key);
    if (place !== undefined) field.setSelectionRange(Math.max(0, place), Math.max(0, place));
    else if (key === "Backspace") document.execCommand("delete");
    else if (key === "Delete") document.execCommand("forwardDelete");
    else if (key.length === 1) document.execCommand("insertText", false, key);
    else if (key === "Enter" && field instanceof HTMLTextAreaElement) {
      document.execCommand("insertText", false, "\n");
    } else if (key === "Enter") field.form?.requestSubmit();
  }

  /** @param {boolean} back */
  function tab(back) {
    const layer = document.querySelector("dialog[open], #menu:popover-open") ?? document.body;
    const stops = [...layer.querySelectorAll("a[href], button, input, select, textarea, summary")]
      .filter((stop) =>
        stop instanceof HTMLElement && stop.tabIndex >= 0 && stop.checkVisibility() &&
        !stop.closest("[inert]")
      );
    const from = document.activeElement ?? layer;
    const at = stops.indexOf(from);
    /** @param {Element} stop */
    const isAfter = (stop) =>
      (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const next = at === -1 ? stops.findIndex(isAfter) : at + 1;
    const stop = stops.at((back ? (at === -1 ? next : at) - 1 : next) % stops.length);
    if (stop instanceof HTMLElement) stop.focus();
  }

  function leave() {
    const dialog = document.querySelector("dialog[open]");
    if (dialog instanceof HTMLDialogElement) dialog.close();
    else document.getElementById("menu")?.hidePopover();
  }

  /** Dispatches a waiting key in its new place. @param {KeyboardEvent} waited */
  function press({ key, code, shiftKey, ctrlKey, metaKey, altKey, timeStamp }) {
    const target = document.activeElement ?? document.body;
    const keys = { key, code, shiftKey, ctrlKey, metaKey, altKey };
    const again = new KeyboardEvent("keydown", { ...keys, bubbles: true, cancelable: true });
    // The key keeps its original time, so that double presses are still recognized
    Object.defineProperty(again, "timeStamp", { value: timeStamp });
    if (!target.dispatchEvent(again) || ctrlKey || metaKey || altKey) return;
    if (key === "Tab") tab(shiftKey);
    else if (key === "Escape") leave();
    else if (isField(target)) write(/** @type {HTMLInputElement} */ (target), key);
    else if (key === "Enter" && target instanceof HTMLElement) target.click();
    else if (key === " " && target instanceof HTMLElement && target.matches("button, summary")) {
      target.click();
    }
  }

  function goOn() {
    while (opening === 0 && waiting.length > 0) {
      press(/** @type {KeyboardEvent} */ (waiting.shift()));
    }
  }

  function drop() {
    if (waiting.length === 0) return;
    waiting = [];
    const why = document.querySelector('#toasts .toast[data-kind="error"]')?.textContent?.trim();
    tell(`${why ?? "This couldn't be opened."} The keys you pressed were ignored.`);
  }

  /** @param {boolean} opened */
  function end(opened) {
    opening--;
    if (opening > 0) return;
    if (opened) goOn();
    else drop();
  }

  globalThis.opens = async (open) => {
    opening++;
    let opened = false;
    try {
      opened = await open();
    } finally {
      end(opened);
    }
  };

  addEventListener("keydown", (event) => {
    if (opening === 0 || !event.isTrusted || event.isComposing || event.key === "Process") return;
    const { target } = event;
    const begun = isField(target) && target instanceof Element && target.closest("[data-begins]");
    const ofMenu = begun && event.altKey && event.shiftKey;
    const held = event.ctrlKey || event.metaKey;
    const ofBrowser = (event.altKey && !ofMenu) || (held && !/^(Enter|[abk])$/i.test(event.key));
    if (ofBrowser || /^(Shift|Control|Alt|Meta|CapsLock|F\d+)$/.test(event.key)) return;
    // An open form accepts keys directly if no earlier key is waiting
    if (begun && waiting.length === 0 && !ofMenu && !/^(Tab|Enter)$/.test(event.key)) return;
    if (isField(target) && !begun && !isLeaving(target)) {
      if (!held || !/^k$/i.test(event.key)) return;
      // The palette opens on the next page, and the following keys go there
      target.blur();
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) waiting.push(event);
  }, { capture: true });

  /**
   * Returns whether a request opens something: a link's page, or what follows a save or a row's action.
   * @param {RequestContext} ctx
   */
  function isOpening({ sourceElement: asking, request }) {
    return asking.matches("form[data-save-key], form:has([data-row-key])") ||
      (request.method === "GET" && asking.matches("a, body"));
  }

  /** @type {WeakSet<RequestContext>} */
  const asked = new WeakSet();
  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (!isOpening(ctx)) return;
    asked.add(ctx);
    opening++;
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (!asked.delete(ctx)) return;
    const opened = ctx.response !== undefined || ctx.request.method === "POST";
    // htmx drops pending requests before it is done with this one.
    queueMicrotask(() => end(opened));
  });
})();
