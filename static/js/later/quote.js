// @ts-check
/// <reference types="../globals.d.ts" />

// Quotes a comment at the end of the comment being written. Without scripts, the link does this.
document.addEventListener("click", async (event) => {
  const link = followed(event, "[data-quote]");
  const field = document.getElementById("new-comment-text");
  if (!link || !(field instanceof HTMLTextAreaElement)) return;
  const answer = await fetch(link.href, { headers: { accept: "text/html" } }).catch(() => null);
  const page = new DOMParser().parseFromString(await answer?.text() ?? "", "text/html");
  const quoted = page.getElementById("new-comment-text");
  if (!(quoted instanceof HTMLTextAreaElement)) return tell("The comment couldn't be quoted.");
  const before = field.value.trimEnd();
  field.value = `${before}${before ? "\n\n" : ""}${quoted.value}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}, { capture: true });
