// @ts-check
/// <reference types="./palette.d.ts" />

// Searches the public site's pages and the docs. Each are in one file, which the launcher names and which loads once: pages
// when the palette is prepared (`views/palette/public_pages.ts`), and the docs when it opens.
(() => {
  /** @type {PublicPage[] | undefined} */
  let pages;
  let from = "";

  const at = () => paletteLauncher()?.dataset.pages ?? "";
  const isThere = () => pages !== undefined && from === at();
  /** @type {PublicPage[]} */
  let docs = [];

  /** Loads the docs once. Without them, the palette still finds pages. */
  async function loadDocs() {
    if (docs[0]) return;
    const answer = await fetch(paletteLauncher()?.dataset.docs ?? "").catch(() => null);
    if (answer?.ok) docs = await answer.json();
  }

  /** @param {AbortSignal} [signal] */
  async function load(signal) {
    if (isThere()) return;
    const src = at();
    const answer = await fetch(src, { signal: signal ?? null });
    if (!answer.ok) throw new Error(String(answer.status));
    pages = await answer.json();
    from = src;
  }

  /** Returns how near a page is to the open one, by their paths. @param {string} path */
  function nearness(path) {
    const [here, there] = [location.pathname, path].map((one) => one.split("/").filter(Boolean));
    let same = 0;
    while (there?.[same] && there[same] === here?.[same]) same++;
    return same;
  }

  /** @param {Partial<PaletteItem> & Pick<PaletteItem, "id" | "title" | "group">} parts */
  const item = (parts) => paletteRows.made({ kind: "page", ...parts });

  /** @param {PublicPage} page */
  const asItem = ({ path, title, description, group, icon, file = false }) =>
    item({
      id: `page:${path}`,
      title,
      subtitle: description,
      group,
      icon,
      file,
      href: path,
      record: path,
    });

  /** Without typed text, returns other pages, nearest first. @type {PaletteSource["find"]} */
  function find(typed) {
    const signedIn = document.body.dataset.viewer !== undefined;
    /** @param {PublicPage} page */
    const scoreOf = ({ path, title, words, description }) =>
      typed
        ? paletteRank.grade(typed, [title], `${words} ${description}`)
        : path === location.pathname
        ? 0
        : 1 + nearness(path);
    // Pages of the site come before the docs, which are many
    const found = [
      ...(pages ?? []).map((page) => ({ page, score: scoreOf(page) })),
      ...(typed && isThere() ? docs : []).map((page) => ({ page, score: scoreOf(page) / 5 })),
    ];
    return paletteRank.arranged(
      found.filter(({ page: { who }, score }) =>
        score > 0 && (!who || (who === "signed in") === signedIn)
      ).map(({ page, score }) => /** @type {[number, PaletteItem]} */ ([score, asItem(page)])),
    );
  }

  paletteSources.site = {
    away: "Search couldn't be loaded.",
    isWhole: () => isThere() && docs[0] !== undefined,
    begin() {},
    find,
    isSure: isThere,
    async ask(typed, signal) {
      await Promise.all([load(signal), loadDocs()]);
      return { items: find(typed) };
    },
    prepare: () => load().catch(() => {}),
    actions({ href, file }) {
      const group = "Page";
      const made = [
        item({ id: "open", title: "Open", group, href, file, icon: "go" }),
        item({
          id: "tab",
          title: "Open in a new tab",
          group,
          icon: "view",
          press: () => open(href ?? "", "_blank", "noopener"),
        }),
        item({ id: "link", title: "Copy link", group, icon: "copy", copies: href ?? "" }),
      ];
      const actions = made.map((one) => ({ ...one, kind: "action", subtitle: null }));
      return Promise.resolve({ actions });
    },
  };
})();
