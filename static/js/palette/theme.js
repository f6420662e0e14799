// @ts-check
/// <reference types="./palette.d.ts" />

// Changes the theme from the palette. The page changes immediately, and the server stores the theme for every device.
(() => {
  const names = { light: "Light", dark: "Dark", system: "System" };

  /** @param {string | null} theme */
  function paint(theme) {
    if (theme && theme !== "system") document.body.dataset.theme = theme;
    else delete document.body.dataset.theme;
  }

  /** @param {string} theme */
  async function choose(theme) {
    const before = document.body.dataset.theme ?? null;
    const path = document.getElementById("palette")?.dataset.prefers ?? "";
    paint(theme);
    if (await sendFields(path, { act: "theme", theme }) !== "done") paint(before);
  }

  // Undo changes the theme immediately too, because no response replaces the body's attributes
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    const { body } = ctx.request;
    const sent = body instanceof URLSearchParams || body instanceof FormData ? body : null;
    if (sent?.get("act") === "theme" && isDone(ctx)) paint(String(sent.get("theme")));
  });

  /** @param {Partial<PaletteItem> & Pick<PaletteItem, "id" | "title">} parts */
  const item = (parts) => paletteRows.made({ kind: "command", group: "Everywhere", ...parts });

  globalThis.themeCommand = () => {
    const now = document.body.dataset.theme ?? "system";
    const choices = Object.entries(names).map(([theme, name]) =>
      item({
        id: `theme:${theme}`,
        title: `Switch theme: ${name}`,
        group: "Theme",
        current: theme === now,
        press: () => choose(theme),
      })
    );
    return item({ id: "theme", title: "Switch theme…", choices });
  };
})();
