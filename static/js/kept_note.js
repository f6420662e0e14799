// @ts-check
/// <reference types="./globals.d.ts" />

/**
 * Shows a note about stored text beside a form's buttons, with the available actions. With null, removes the note.
 * @param {HTMLFormElement} form
 * @param {string} which
 * @param {string[] | null} words
 */
globalThis.keptNote = (form, which, words) => {
  const there = form.querySelector(`[data-kept="${which}"]`);
  if (!words) return there?.remove();
  const said = there ?? make("p", { className: "kept-note" });
  if (!there) {
    said.setAttribute("data-kept", which);
    const button = make("button", { type: "button", className: "link" });
    said.append(make("span", {}), button);
    (form.querySelector("[data-kept-place], .form-actions") ?? form).append(said);
  }
  for (const [at, part] of [...said.children].entries()) {
    if (part.textContent !== words[at]) part.textContent = words[at] ?? "";
  }
};
