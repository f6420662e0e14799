// @ts-check
/// <reference types="../globals.d.ts" />

// A pasted URL of a Backlog task is replaced with its reference. If the text belongs to a new task, a relation to the
// pasted task is added, also for a pasted reference. Esc right after pasting undoes both.
(() => {
  /**
   * The last pasted text, until another key is pressed.
   * @type {{ field: HTMLTextAreaElement, plain: string, reference: string, end: number } | null}
   */
  let pasted = null;

  /** @param {HTMLTextAreaElement} field @param {string} plain */
  function addressed({ dataset: { tasks } }, plain) {
    const url = URL.parse(plain);
    if (url?.origin !== location.origin || url.search || url.hash) return null;
    const reference = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
    return url.pathname === `${tasks}/${reference}` ? referenceIn(reference) : null;
  }

  /** @param {string} plain */
  const referenceIn = (plain) => /^[A-Z][A-Z0-9]{0,9}-\d{1,9}$/.test(plain) ? plain : null;

  /** @param {HTMLTextAreaElement} field @param {string} done @param {string} [key] left out on touch devices */
  function say(field, done, key) {
    const text = key && matchMedia("(hover: hover)").matches ? `${done} ${key}` : done;
    const place = field.form?.querySelector("[data-said]");
    if (place) place.textContent = text;
    else announce(text);
  }

  /**
   * Returns the relations field of the new task that a text belongs to, or null for other texts.
   * @param {HTMLTextAreaElement} field
   */
  function relationsOf({ form }) {
    const held = form?.querySelector('textarea[name="relations"]');
    if (!form || !(held instanceof HTMLTextAreaElement)) return null;
    const lines = held.value.split("\n").map((line) => line.trim()).filter(Boolean);
    return { form, lines };
  }

  /** @param {string} line @param {string} reference */
  const names = (line, reference) => line.split(/\s+/).at(-1) === reference;

  /**
   * Adds a relation to the new task, if the referenced task exists.
   * @param {HTMLTextAreaElement} field
   * @param {string} reference
   */
  async function relate(field, reference) {
    const mine = pasted;
    const found = await findRecords(field, `#${reference}`).catch(() => []);
    const there = found.some(({ kind, key }) => kind === "task" && key === reference);
    const relations = relationsOf(field);
    // Esc undid it in the meantime
    if (!there || !relations || !mine || undone.has(mine)) return;
    if (relations.lines.some((line) => names(line, reference))) return;
    const lines = [...relations.lines, `relatesTo ${reference}`];
    formValues.set(relations.form, { relations: [lines.join("\n")] });
    say(
      field,
      `Relation to ${reference} added.`,
      "Press Esc to remove the relation and keep the text.",
    );
  }

  /** @type {WeakSet<object>} */
  const undone = new WeakSet();

  document.addEventListener("paste", (event) => {
    const field = closestTo(event, "textarea[data-suggests]");
    const plain = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (!(field instanceof HTMLTextAreaElement)) return;
    const relations = relationsOf(field);
    const reference = addressed(field, plain) ?? (relations && referenceIn(plain));
    if (!reference) return;
    event.preventDefault();
    document.execCommand("insertText", false, reference);
    pasted = { field, plain, reference, end: field.selectionEnd };
    if (plain !== reference) {
      say(
        field,
        `URL replaced with ${reference}, a link to the task.`,
        "Press Esc to keep the URL.",
      );
    }
    if (relations) relate(field, reference);
  });

  document.addEventListener("keydown", (event) => {
    if (!pasted || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
    const { field, plain, reference, end } = pasted;
    const mine = pasted;
    pasted = null;
    if (event.key !== "Escape" || event.target !== field || field.selectionEnd !== end) return;
    swallow(event);
    undone.add(mine);
    field.setSelectionRange(end - reference.length, end);
    document.execCommand("insertText", false, plain);
    const relations = relationsOf(field);
    if (relations) {
      const others = relations.lines.filter((line) => !names(line, reference));
      formValues.set(relations.form, { relations: [others.join("\n")] });
    }
    say(field, plain === reference ? "Kept as text" : "URL kept");
  }, { capture: true });
})();
