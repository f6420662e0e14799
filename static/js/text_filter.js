// @ts-check
/// <reference types="./globals.d.ts" />

// The text that filters a list. Focusing the field selects its text. Enter and Esc move to the results, and keys wait
// until these are shown.
(() => {
  /** @param {Event} event */
  function fieldOf(event) {
    const field = closestTo(event, "[data-text-filter]");
    return field instanceof HTMLInputElement ? field : null;
  }

  /** @param {HTMLInputElement} field */
  const isFound = ({ value }) => value === (new URLSearchParams(location.search).get("q") ?? "");

  function standInList() {
    const [first] = rows.shown();
    if (first) rows.stand(first);
    else document.getElementById("main")?.focus();
  }

  /** @param {HTMLFormElement | null} form @returns {Promise<boolean>} whether the server responded */
  function find(form) {
    return new Promise((resolve) => {
      /** @type {RequestContext | undefined} */
      let own;
      const answered = new AbortController();
      document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
        if (ctx !== own) return;
        answered.abort();
        standInList();
        resolve(ctx.response !== undefined);
      }, answered);
      form?.addEventListener("htmx:before:request", ({ detail: { ctx } }) => own = ctx, {
        once: true,
      });
      form?.requestSubmit();
    });
  }

  document.addEventListener("keydown", (event) => {
    const field = fieldOf(event);
    if (!field || event.isComposing || !/^(Enter|Escape)$/.test(event.key)) return;
    event.preventDefault();
    if (event.key === "Escape" && isFound(field)) standInList();
    else opens(() => find(field.form));
  });

  /**
   * A request that changes the list. It goes first, and the typed text is then searched in the new list.
   * @type {RequestContext | null}
   */
  let other = null;
  document.addEventListener("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    const form = document.getElementById("text-filter");
    if (ctx.sourceElement === form) {
      if (other) event.preventDefault();
    } else if (ctx.sourceElement.matches("#menu a, .filter-bar a, form:has([name=show])")) {
      other = ctx;
      form?.dispatchEvent(new Event("htmx:abort"));
    }
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (ctx !== other) return;
    other = null;
    const field = document.querySelector("[data-text-filter]");
    if (field instanceof HTMLInputElement && !isFound(field)) field.form?.requestSubmit();
  });

  /** The field that a press will focus. @type {HTMLInputElement | null} */
  let entered = null;
  document.addEventListener("pointerdown", (event) => {
    const field = fieldOf(event);
    entered = field?.matches(":focus") ? null : field;
  });
  document.addEventListener("click", () => {
    entered?.select();
    entered = null;
  });
})();
