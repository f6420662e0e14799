// @ts-check
/// <reference types="./globals.d.ts" />

// Reads and sets the texts of a form with `data-keeps`, and also its choices with `data-keeps-all`.
(() => {
  /** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

  /** @param {Element} control */
  const isText = (control) =>
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && /^(text|search|url|email|tel)$/.test(control.type));

  /** @param {HTMLFormElement} form */
  function controls(form) {
    const all = "keepsAll" in form.dataset;
    const unkept = "[type=hidden], [type=file], [type=password]";
    return /** @type {Control[]} */ ([...form.elements].filter((control) =>
      control.matches("input[name], textarea[name], select[name]") &&
      (isText(control) || (all && !control.matches(unkept)))
    ));
  }

  /**
   * @param {Control} control
   * @param {boolean} drawn
   */
  function valuesIn(control, drawn) {
    if (control instanceof HTMLSelectElement) {
      const options = [...control.options];
      const chosen = options.filter((one) => drawn ? one.defaultSelected : one.selected);
      return (chosen.length > 0 || control.multiple ? chosen : options.slice(0, 1))
        .map(({ value }) => value);
    }
    if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
      return (drawn ? control.defaultChecked : control.checked) ? [control.value] : [];
    }
    // A text that is stored on the server too is rendered as stored, but it started empty
    if (drawn && control.form?.dataset.keepsAt) return [""];
    return [drawn ? control.defaultValue : control.value];
  }

  /** @type {FormValues["of"]} */
  function of(form, drawn = false) {
    /** @type {Values} */
    const values = {};
    for (const control of controls(form)) {
      (values[control.name] ??= []).push(...valuesIn(control, drawn));
    }
    return values;
  }

  /** @param {string[] | undefined} lines */
  const spelled = (lines) => JSON.stringify(lines)?.replaceAll("\\r\\n", "\\n");

  /** @type {FormValues["sameTexts"]} */
  function sameTexts(form, some, others) {
    return controls(form).filter(isText)
      .every(({ name }) => some[name] && spelled(some[name]) === spelled(others[name]));
  }

  /**
   * Adds missing values to a field that accepts any value (`data-any`).
   * @param {HTMLSelectElement} control
   * @param {string[]} values
   */
  function offerAll(control, values) {
    const there = [...control.options].map(({ value }) => value);
    for (const value of values) if (!there.includes(value)) control.add(new Option(value, value));
  }

  /** @type {FormValues["set"]} */
  function set(form, values) {
    for (const control of controls(form)) {
      const given = values[control.name];
      const [first] = given ?? [];
      if (!given) continue;
      const before = valuesIn(control, false).join();
      if (control instanceof HTMLSelectElement) {
        if ("any" in control.dataset) offerAll(control, given);
        const offered = "any" in control.dataset ||
          [...control.options].some(({ value }) => given.includes(value));
        for (const one of offered ? control.options : []) one.selected = given.includes(one.value);
      } else if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
        control.checked = given.includes(control.value);
      } else if (first !== undefined && control.value !== first) control.value = first;
      if (valuesIn(control, false).join() === before) continue;
      for (const event of ["input", "change"]) {
        control.dispatchEvent(new Event(event, { bubbles: true }));
      }
    }
  }

  globalThis.formValues = { of, sameTexts, set };
})();
