// @ts-check
/// <reference types="./globals.d.ts" />

// The composer's pills. Each opens a property's menu, which fills in the form (`data-fills`) instead of sending
// anything. The server renders the pills, because it knows names and dependencies.
(() => {
  /** The form whose pill opened the menu. @type {HTMLFormElement | null} */
  let writing = null;
  /** The ID of that pill. */
  let opened = "";

  /** Returns the form's values that its pills need, as parameters of its page. @param {HTMLFormElement} form */
  function draftOf(form) {
    // Other forms' text might be too long for a URL
    if (!form.dataset.composer) return new URLSearchParams();
    const { title: _title, description: _text, more: _more, resources: _links, ...properties } =
      formValues.of(form);
    const given = Object.entries(properties).flatMap(([name, values]) =>
      values.filter(Boolean).map((value) => [name, value])
    );
    return new URLSearchParams(given);
  }

  /** @param {HTMLFormElement} form */
  function redraw(form) {
    const pills = form.querySelector(".pills");
    if (!pills) return;
    const draft = draftOf(form);
    draft.set("pills", "1");
    const path = `${form.dataset.composer}?${draft}`;
    htmx.ajax("GET", path, { target: "#pills", swap: "outerMorph", source: pills });
  }

  /** @type {Set<HTMLFormElement>} */
  const changed = new Set();
  document.addEventListener("change", (event) => {
    const form = closestTo(event, ".asked-fields")?.closest("form");
    if (!form) return;
    if (changed.size === 0) {
      queueMicrotask(() => {
        const forms = [...changed];
        changed.clear();
        forms.filter(({ isConnected }) => isConnected).forEach(redraw);
      });
    }
    changed.add(form);
  });

  // In other forms, a pill belongs to a field with several values.
  /** @param {Event} event @returns {HTMLElement | null | undefined} */
  const pillOf = ({ target }) =>
    target instanceof HTMLSelectElement && target.matches(":not(.composer *)")
      ? target.form?.querySelector(`[data-pill="${target.name}"]`)
      : null;
  document.addEventListener("change", (event) => {
    const [pill, { target }] = [pillOf(event), event];
    const name = target instanceof HTMLSelectElement && target.selectedOptions[0]?.text;
    if (!pill || !name) return;
    pill.setAttribute("data-chosen", "");
    if (!pill.textContent?.includes(name)) pill.textContent = name;
  });
  document.addEventListener("invalid", (event) => {
    const pill = pillOf(event);
    if (!pill) return;
    event.preventDefault();
    pill.click();
  }, { capture: true });

  /** Shows a choice immediately, before the server responds. @param {HTMLElement} option */
  function show(option) {
    const pill = document.getElementById(opened);
    if (!writing?.contains(pill)) return;
    const parts = [...option.children].filter((part) => !part.matches("small, kbd, .check"));
    pill?.replaceChildren(...parts.map((part) => part.cloneNode(true)));
  }

  /**
   * @param {string} field
   * @param {string[]} values
   */
  function fill(field, values) {
    if (!writing) return;
    // A milestone belongs to its project.
    if (field === "projectId") formValues.set(writing, { milestoneId: [""] });
    formValues.set(writing, { [field]: values });
    if (field === "templateId") fillFromTemplate(writing, values[0] ?? "");
  }

  /** @param {HTMLElement} option */
  function toggle(option, /** @type {string} */ field, /** @type {string} */ value) {
    const had = writing ? formValues.of(writing)[field] ?? [] : [];
    const has = had.includes(value);
    option.setAttribute("aria-selected", String(!has));
    fill(field, has ? had.filter((one) => one !== value) : [...had, value]);
  }

  /** Announces a pill's new value, because the focus moves elsewhere. @param {Element} choice @param {string} text */
  function say(choice, text) {
    announce(`${choice.closest("#menu")?.ariaLabel}: ${text}`);
  }

  // Chooses a newly created record in the menu that created it.
  document.addEventListener("click", async (event) => {
    const option = closestTo(event, "#menu [data-makes]");
    if (!(option instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const { name, value, dataset } = option;
    const menu = option.closest(".menu");
    const draft = writing && menu?.hasAttribute("data-fills") ? `?${draftOf(writing)}` : "";
    const at = new URL((menu?.getAttribute("data-at") ?? "") + draft, location.href);
    if (menu?.querySelector("[data-finds]")) at.searchParams.set("q", value);
    await sendFields(dataset.to ?? "", { [name]: value, menu: at.pathname + at.search });
    /** @type {NodeListOf<HTMLElement>} */
    const options = document.querySelectorAll('#menu [aria-selected="false"]');
    [...options].find((one) => matching.nameOf(one) === matching.fold(value))?.click();
  }, { capture: true });

  // Marks the choices that the server found as chosen, as in the form.
  document.addEventListener("htmx:after:swap", () => {
    const many = document.querySelector("#menu [data-fills] [aria-multiselectable]");
    const field = many?.closest("[data-fills]")?.getAttribute("data-fills");
    if (!many || !field || !writing) return;
    const had = formValues.of(writing)[field] ?? [];
    for (const option of many.querySelectorAll("button")) {
      option.ariaSelected = String(had.includes(option.value));
    }
  });

  const closeMenu = () => document.getElementById("menu")?.hidePopover();

  document.addEventListener("click", (event) => {
    const pill = closestTo(event, "[data-pill]");
    const form = pill?.closest("form");
    if (pill instanceof HTMLAnchorElement && form) {
      writing = form;
      opened = pill.id;
      const draft = draftOf(form);
      const { pill: field = "", of } = pill.dataset;
      if (of) draft.set("of", of);
      if (!form.dataset.composer) draft.set(field, formValues.of(form)[field]?.join() ?? "");
      pill.search = String(draft);
    }
    const option = closestTo(event, '#menu [data-fills] [role="option"]:not([data-makes])');
    if (!(option instanceof HTMLButtonElement)) return;
    swallow(event);
    const { name, value } = option;
    if (option.closest("[aria-multiselectable]")) return toggle(option, name, value);
    const called = option.querySelector("span:not([class])")?.textContent ?? "";
    show(option);
    say(option, called);
    const field = writing?.elements.namedItem(name);
    if (
      field instanceof HTMLSelectElement && ![...field.options].some((one) => one.value === value)
    ) {
      field.add(new Option(called, value));
    }
    fill(name, [value]);
    closeMenu();
  }, { capture: true });

  document.addEventListener("submit", (event) => {
    const form = closestTo(event, "#menu [data-fills] form");
    const field = form?.closest("[data-fills]")?.getAttribute("data-fills");
    if (!(form instanceof HTMLFormElement) || !field || "finds" in form.dataset) return;
    swallow(event);
    const entered = String(new FormData(form).get(field) ?? "").trim();
    say(form, entered);
    fill(field, [entered]);
    closeMenu();
  }, { capture: true });

  /** Returns the letter of a key, because Alt changes the character on some keyboards. @param {KeyboardEvent} event */
  const letterOf = ({ key, code }) =>
    /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace(/^Key/, "");

  document.addEventListener("keydown", (event) => {
    const { altKey, shiftKey, ctrlKey, metaKey, isComposing, key } = event;
    if (ctrlKey || metaKey || isComposing) return;
    const form = closestTo(event, "form.composer");
    const pressed = altKey && shiftKey
      ? form?.querySelector(`[data-key="${CSS.escape(letterOf(event))}"]`)
      : key === " "
      ? closestTo(event, "[data-pill]")
      : null;
    if (!(pressed instanceof HTMLElement)) return;
    event.preventDefault();
    pressed.click();
  });
})();
