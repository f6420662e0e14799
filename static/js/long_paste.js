// @ts-check
/// <reference types="./globals.d.ts" />

// Text pasted into a new task's title: its first line becomes the title, up to the limit. The rest starts the
// description, and a message says so. Nothing is cut.
(() => {
  /** @type {typeof writeTitle} */
  globalThis.writeTitle = (title, text) => {
    const chosen = title.selectionEnd - title.selectionStart;
    const room = Math.max(0, Number(title.dataset.limit) - title.value.length + chosen);
    const [line = ""] = text.split(/\r?\n/, 1);
    const space = line.lastIndexOf(" ", room);
    const end = line.length <= room ? line.length : space > 0 ? space : room;
    markdownText.put(title, title.selectionStart, title.selectionEnd, line.slice(0, end));
    const rest = text.slice(end).trim();
    const description = title.form?.querySelector("[name=description]");
    if (!rest || !(description instanceof HTMLTextAreaElement)) return;
    description.value = [rest, description.value].filter(Boolean).join("\n\n");
    description.dispatchEvent(new Event("input", { bubbles: true }));
    const said = title.form?.querySelector("[data-said]");
    if (said) said.textContent = "The rest of your pasted text was moved to the description.";
  };

  document.addEventListener("paste", (event) => {
    const title = closestTo(event, "form[data-composer] .composer-title");
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (!(title instanceof HTMLTextAreaElement) || !text) return;
    const chosen = title.selectionEnd - title.selectionStart;
    const long = title.value.length - chosen + text.length > Number(title.dataset.limit);
    if (!long && !/[\r\n]/.test(text)) return;
    event.preventDefault();
    writeTitle(title, text);
  });
})();
