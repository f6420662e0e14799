// @ts-check
/// <reference types="./globals.d.ts" />

// Changes the selected text for the bar's buttons. The browser's own undo reverts each change.
(() => {
  /**
   * Replaces a part of the field's text, as if someone had typed it.
   * @param {HTMLTextAreaElement} field
   * @param {number} from
   * @param {number} to
   * @param {string} text
   */
  function put(field, from, to, text) {
    field.focus();
    field.setSelectionRange(from, to);
    const typed = text === "" ? "delete" : "insertText";
    if (from === to && text === "") return;
    if (field.matches(":focus") && document.execCommand(typed, false, text)) return;
    field.setRangeText(text, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /**
   * Adds marks around the selection, or removes them.
   * @param {HTMLTextAreaElement} field
   * @param {string} mark
   */
  function surround(field, mark) {
    const { value, selectionStart: from, selectionEnd: to } = field;
    const [start, end] = [from - mark.length, to + mark.length];
    const chosen = value.slice(from, to);
    if (start >= 0 && value.slice(start, from) === mark && value.slice(to, end) === mark) {
      put(field, start, end, chosen);
      field.setSelectionRange(start, start + chosen.length);
    } else {
      put(field, from, to, mark + chosen + mark);
      field.setSelectionRange(from + mark.length, to + mark.length);
    }
  }

  /**
   * Adds a prefix to every selected line, or removes it if all lines have it.
   * @param {HTMLTextAreaElement} field
   * @param {string} mark
   */
  function beginLines(field, mark) {
    const { value, selectionStart, selectionEnd } = field;
    const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const next = value.indexOf("\n", selectionEnd);
    const to = next === -1 ? value.length : next;
    const lines = value.slice(from, to).split("\n");
    const all = lines.every((line) => line.startsWith(mark));
    const other = mark === "> " ? /^/ : /^(\s*)(?:[-*+] \[[ xX]\] |[-*+] |\d+[.)] )?/;
    const changed = lines.map((line) =>
      all ? line.slice(mark.length) : line.replace(other, (_all, space = "") => `${space}${mark}`)
    );
    put(field, from, to, changed.join("\n"));
    const end = from + changed.join("\n").length;
    field.setSelectionRange(selectionStart === selectionEnd ? end : from, end);
  }

  /** @param {HTMLTextAreaElement} field */
  function link(field) {
    const { value, selectionStart: from, selectionEnd: to } = field;
    const chosen = value.slice(from, to);
    const leads = /^https?:\/\/\S+$/.test(chosen);
    put(field, from, to, leads ? `[](${chosen})` : `[${chosen}](https://)`);
    // Selects the missing part: the link's text or its URL
    const at = from + (leads ? 1 : chosen.length + 3);
    field.setSelectionRange(at, leads || !chosen ? at : at + "https://".length);
    if (!leads && !chosen) field.setSelectionRange(from + 1, from + 1);
  }

  /**
   * Enter continues the list of the current line, or ends it on an empty item.
   * @param {HTMLTextAreaElement} field
   * @returns {boolean} whether the line was in a list
   */
  function goOn(field) {
    const { value, selectionStart: at, selectionEnd } = field;
    if (at !== selectionEnd) return false;
    const from = value.lastIndexOf("\n", at - 1) + 1;
    const [begin, space = "", bullet = "", box = "", words = ""] =
      /^(\s*)([-*+]|\d+[.)]) (\[[ xX]\] )?(.*)$/.exec(value.slice(from, at)) ?? [];
    if (begin === undefined) return false;
    if (words.trim() === "") put(field, from, at, "");
    else {
      const number = parseInt(bullet);
      const next = isNaN(number) ? bullet : `${number + 1}${bullet.at(-1)}`;
      put(field, at, at, `\n${space}${next} ${box && "[ ] "}`);
    }
    return true;
  }

  globalThis.markdownText = {
    put,
    goOn,
    tools: {
      bold: (field) => surround(field, "**"),
      italic: (field) => surround(field, "_"),
      code(field) {
        const { value, selectionStart, selectionEnd } = field;
        surround(field, value.slice(selectionStart, selectionEnd).includes("\n") ? "\n```\n" : "`");
      },
      link,
      list: (field) => beginLines(field, "- "),
      checklist: (field) => beginLines(field, "- [ ] "),
      quote: (field) => beginLines(field, "> "),
    },
  };
})();
