// @ts-check
/// <reference types="./globals.d.ts" />

// Edits the links of a new task. Its form's field has one link per line: the URL, a space, and the title. Each link is
// shown as a row whose title can be edited, and that can be removed.
(() => {
  /** @typedef {{ url: string, title: string }} NewLink */

  /** @param {ParentNode} form @returns {HTMLTextAreaElement | null} */
  const fieldOf = (form) => form.querySelector('textarea[name="resources"]');

  /** @param {HTMLTextAreaElement} field @returns {NewLink[]} */
  function linksIn(field) {
    const lines = field.value.split("\n").map((line) => line.trim()).filter(Boolean);
    return lines.map((line) => {
      const [url = "", ...title] = line.split(/\s+/);
      return { url, title: title.join(" ") };
    });
  }

  /** @param {HTMLTextAreaElement} field @param {NewLink[]} links */
  function write(field, links) {
    field.value = links.map(({ url, title }) => title ? `${url} ${title}` : url).join("\n");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Returns the name of a link without a title. @param {string} url */
  const placeOf = (url) => URL.parse(url)?.host || url;

  /** @param {HTMLTemplateElement} template @param {string} url */
  function rowOf(template, url) {
    const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const row = /** @type {HTMLElement} */ (made.firstElementChild);
    const [input, place] = ["input", "bdi"].map((name) => row.querySelector(name));
    const button = row.querySelector("button");
    row.dataset.url = url;
    if (place) place.textContent = url.replace(/^https?:\/\/|\/$/g, "");
    if (button) button.title = button.ariaLabel = `Remove link ${placeOf(url)}`;
    if (input instanceof HTMLInputElement) {
      input.ariaLabel = `Title of link ${placeOf(url)}`;
      input.placeholder = "Title";
    }
    return row;
  }

  /** @param {HTMLTextAreaElement} field */
  function draw(field) {
    const list = field.form?.querySelector("[data-new-links]");
    const template = field.form?.querySelector("template[data-new-link]");
    if (!list || !(template instanceof HTMLTemplateElement)) return;
    const links = linksIn(field);
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    const same = rows.length === links.length &&
      links.every(({ url }, at) => rows[at]?.dataset.url === url);
    if (!same) list.replaceChildren(...links.map(({ url }) => rowOf(template, url)));
    for (const [at, input] of [...list.querySelectorAll("input")].entries()) {
      const title = links[at]?.title ?? "";
      if (input !== document.activeElement && input.value !== title) input.value = title;
    }
  }

  function drawAll() {
    for (const form of document.querySelectorAll("form.composer")) {
      const field = fieldOf(form);
      if (field) draw(field);
    }
  }

  /** Returns the field and the row that contain an element. @param {Element | null} inside */
  function rowAround(inside) {
    const row = inside?.closest("[data-new-links] > *");
    const form = row?.closest("form");
    const field = form && fieldOf(form);
    return row && field ? { field, at: [...row.parentElement?.children ?? []].indexOf(row) } : null;
  }

  document.addEventListener("input", ({ target }) => {
    if (
      target instanceof HTMLTextAreaElement && target.matches('form.composer [name="resources"]')
    ) {
      return draw(target);
    }
    const row = target instanceof HTMLInputElement ? rowAround(target) : null;
    if (!row || !(target instanceof HTMLInputElement)) return;
    const title = target.value.replace(/\s+/g, " ").trim();
    write(row.field, linksIn(row.field).map((one, at) => at === row.at ? { ...one, title } : one));
  });

  document.addEventListener("click", (event) => {
    const row = rowAround(closestTo(event, "[data-new-links] button"));
    if (!row) return;
    write(row.field, linksIn(row.field).filter((_, at) => at !== row.at));
    const buttons = row.field.form?.querySelectorAll("[data-new-links] button") ?? [];
    const next = buttons[row.at] ?? buttons[row.at - 1] ??
      row.field.form?.querySelector("[name=description]");
    if (next instanceof HTMLElement) next.focus();
  });

  // Enter in a title moves on, and doesn't send the form.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
    const field = rowAround(closestTo(event, "[data-new-links] input"))?.field;
    const next = field?.form?.querySelector("[name=description]");
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  });

  document.addEventListener("htmx:after:swap", drawAll);
  drawAll();

  globalThis.addNewLink = (form, url) => {
    const field = fieldOf(form);
    if (!field) return;
    const links = linksIn(field);
    const { href } = new URL(url);
    if (!links.some((one) => URL.parse(one.url)?.href === href)) {
      write(field, [...links, { url: href, title: "" }]);
    }
  };
})();
