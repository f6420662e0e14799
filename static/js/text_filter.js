// @ts-check
/// <reference types="./globals.d.ts" />

// The text that narrows a list: who comes to it writes another one, and goes on in what it leaves, by Enter or Esc. Keys
// wait until that is found.
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

  /** @param {HTMLFormElement | null} form @returns {Promise<boolean>} whether there was an answer */
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

  // A text that is typed while the list becomes another one is found in that one: a choice goes first, and both hold.
  const filter = () => {
    const field = document.querySelector("[data-text-filter]");
    return field instanceof HTMLInputElement ? field : null;
  };
  /** What makes the list another one. @type {RequestContext | null} */
  let other = null;
  /** What is typed meanwhile. */
  let typed = "";

  /** @param {RequestContext} ctx */
  function makesAnother({ sourceElement: source, request: { action, method } }) {
    const asked = URL.parse(action, location.href)?.pathname;
    if (!source.closest("#menu, #bar, #main") || source.matches("[data-clear-text]")) return false;
    return method === "GET"
      ? source.matches("a") && asked === location.pathname
      : source.matches("form:has([name=show], [name=reset])");
  }

  document.addEventListener("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    const field = filter();
    if (field?.form && ctx.sourceElement === field.form) {
      if (other) event.preventDefault();
    } else if (field?.form && makesAnother(ctx)) {
      other = ctx;
      typed = field.value;
      field.form.dispatchEvent(new Event("htmx:abort"));
    }
  });

  document.addEventListener("input", (event) => {
    const field = fieldOf(event);
    if (field) typed = field.value;
  });

  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (ctx !== other) return;
    other = null;
    const field = filter();
    if (!field || typed.trim() === (new URLSearchParams(location.search).get("q") ?? "")) return;
    field.value = typed;
    field.form?.requestSubmit();
  });

  /** The field that a press is to lead to. @type {HTMLInputElement | null} */
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
