// @ts-check
/// <reference types="./globals.d.ts" />

// Copies the secret, command, or other text beside a button.
document.addEventListener("click", async (event) => {
  const text = closestTo(event, "[data-copies-text]")?.parentElement?.querySelector("code");
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
    announce(`${text.ariaLabel} copied`);
  } catch {
    getSelection()?.selectAllChildren(text);
    announce("Copying failed. The text is selected, so you can copy it yourself.");
  }
});
