// @ts-check
/// <reference types="./globals.d.ts" />

// Shows a menu's choice for tasks or the open project before the server responds, as the choice itself looks. If the
// server refuses it or can't be reached, the old value is restored.
(() => {
  /** @typedef {() => void} PutBack */

  /** @type {WeakMap<RequestContext, PutBack[]>} */
  const shown = new WeakMap();

  /** Returns the tasks that a menu's form changes. @param {HTMLFormElement} form @returns {string[]} */
  function tasksOf(form) {
    const several = form.elements.namedItem("tasks");
    if (several instanceof HTMLInputElement) return several.value.split(",");
    return [form.getAttribute("action")?.split("/").at(-1) ?? ""];
  }

  /**
   * Returns the elements that show a property of some tasks.
   * @param {string[]} tasks
   * @param {string} property
   * @returns {HTMLElement[]}
   */
  function placesOf(tasks, property) {
    const changed = new Set(tasks);
    const inRows = rows.all().filter((row) => changed.has(rows.box(row)?.value ?? ""))
      .map((row) => row.querySelector(`.row-mark[data-menu="${property}"]`));
    /** @type {HTMLElement | null} */
    const open = document.querySelector(".detail-grid");
    const { task, project = task } = open?.dataset ?? {};
    const ofOpen = changed.has(project?.split("/").at(-1) ?? "")
      ? [document.querySelector(`.rail-value[data-menu="${property}"]`)]
      : [];
    return /** @type {HTMLElement[]} */ ([...inRows, ...ofOpen].filter(Boolean));
  }

  /**
   * @param {HTMLElement} place
   * @param {Element} option
   * @returns {PutBack}
   */
  function showIn(place, option) {
    const said = option.querySelector(":scope > span:not(.avatar, .check)");
    const word = said?.textContent ?? "";
    const { firstElementChild: first } = option;
    const icon = first === said ? null : first?.cloneNode(true);
    const [before, label] = [[...place.childNodes], place.getAttribute("aria-label")];
    const words = make("span", { textContent: word });
    place.replaceChildren(...(icon ? [icon] : []), ...(label === null ? [words] : []));
    const now = [...place.childNodes];
    if (label !== null) place.setAttribute("aria-label", label.replace(/: .*/, `: ${word}`));
    return () => {
      if (now[0]?.parentNode !== place) return;
      place.replaceChildren(...before);
      if (label !== null) place.setAttribute("aria-label", label);
    };
  }

  /** @param {RequestContext} ctx */
  function putBack(ctx) {
    for (const back of shown.get(ctx) ?? []) back();
    shown.delete(ctx);
  }

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    const { sourceElement: form, request } = ctx;
    const menu = form.closest("#menu [data-sets]");
    const asked = request.body instanceof URLSearchParams || request.body instanceof FormData
      ? request.body
      : null;
    if (!menu || !asked || !(form instanceof HTMLFormElement)) return;
    const option = [...menu.querySelectorAll("button[role=option]")].find((one) =>
      one instanceof HTMLButtonElement && asked.get(one.name) === one.value
    );
    const property = menu.getAttribute("data-sets") ?? "";
    if (!option || menu.querySelector("[aria-multiselectable]")) return;
    shown.set(ctx, placesOf(tasksOf(form), property).map((place) => showIn(place, option)));
  });
  // Before the response is rendered, which shows the real state.
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (ctx.response && ctx.response.status >= 400) putBack(ctx);
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (!ctx.response) putBack(ctx);
  });
})();
