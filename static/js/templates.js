// @ts-check
/// <reference types="./globals.d.ts" />

// A template fills in a new task's fields without overwriting typed values, and a message names the fields it didn't
// replace. Choosing another template, or none, undoes what the previous one filled in.
(() => {
  /** The values that a form's template filled in. @type {WeakMap<HTMLFormElement, Values>} */
  const fillings = new WeakMap();

  /** Returns the names of the fields that a template can fill in. @param {HTMLFormElement} form */
  function wordsOf(form) {
    /** @type {NodeListOf<HTMLElement>} */
    const pills = form.querySelectorAll("[data-templated]");
    const properties = [...pills].map((
      { dataset: { pill = "", templated = "" } },
    ) => /** @type {const} */ ([pill, templated]));
    return new Map([["title", "title"], ["description", "description"], ...properties]);
  }

  /** @param {string[] | undefined} values */
  const told = (values) =>
    (values ?? []).map((one) => one.trim()).filter(Boolean).join("\n").replaceAll("\r\n", "\n");

  /**
   * Returns a new task with a template's values, or null if the template can't be read.
   * @param {HTMLFormElement} form
   * @param {string} templateId
   */
  async function read(form, templateId) {
    if (!templateId) return formValues.of(form, true);
    const query = new URLSearchParams({ templateId });
    const headers = { "HX-Request": "true", "HX-Request-Type": "partial" };
    try {
      const answer = await fetch(`${form.dataset.composer}?${query}`, { headers });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const filled = page.querySelector("form.composer");
      return filled instanceof HTMLFormElement ? formValues.of(filled, true) : null;
    } catch {
      return null;
    }
  }

  /**
   * @param {HTMLFormElement} form
   * @param {string} text
   */
  function say(form, text) {
    const place = form.querySelector("[data-said]");
    if (place) place.textContent = text;
  }

  globalThis.fillFromTemplate = async (form, templateId) => {
    const filling = await read(form, templateId);
    if (!filling) return say(form, "The template couldn't be loaded. Choose it again in a moment.");
    const words = wordsOf(form);
    /** @param {string[]} names */
    const listed = (names) => names.map((name) => words.get(name)).join(", ");
    const before = fillings.get(form);
    const now = formValues.of(form);
    const drawn = formValues.of(form, true);
    const kept = [];
    /** @type {Values} */
    const next = {};
    for (const name of words.keys()) {
      // Fields without a value in the template get their initial values
      const isGiven = told(filling[name]);
      const given = isGiven ? filling[name] : drawn[name];
      if (!given || told(given) === told(now[name])) continue;
      const own = told(now[name]) !== told(drawn[name]) && told(now[name]) &&
        told(now[name]) !== told(before?.[name]);
      if (!own) next[name] = given;
      else if (isGiven) kept.push(name);
    }
    fillings.set(form, filling);
    formValues.set(form, next);
    const filled = Object.keys(next);
    const did = templateId
      ? filled.length > 0 ? `Filled in: ${listed(filled)}.` : "No fields were filled in."
      : "No template.";
    const left = templateId && kept.length > 0 ? ` Not replaced: ${listed(kept)}.` : "";
    say(form, did + left);
  };
})();
