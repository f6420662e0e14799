// @ts-check
/// <reference types="./palette.d.ts" />

// Searches the public site's pages and the docs, which are in two files. The launcher names the file with the pages, which
// loads when the palette is prepared (`views/palette/public_pages.ts`). The docs load when they are first searched.
(() => {
  /** @type {PublicPage[] | undefined} */
  let pages;
  let from = "";

  const at = () => paletteLauncher()?.dataset.pages ?? "";
  const isThere = () => pages !== undefined && from === at();
  /** @type {PublicPage[]} */
  let docs = [];

  globalThis.paletteDocs = {
    async load() {
      if (docs[0]) return;
      const src = document.getElementById("palette")?.dataset.docs ?? "";
      const answer = await fetch(src).catch(() => null);
      if (answer?.ok) docs = await answer.json();
    },
    find: (typed) => paletteRank.arranged(ranked(docs, typed).filter(([score]) => score > 0)),
  };

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

  /**
   * Returns pages with their scores. Without typed text, nearer pages come first, and the open one is left out.
   * @param {PublicPage[]} some
   * @param {string} typed
   */
  const ranked = (some, typed) =>
    some.map((page) => {
      const { path, title, shortTitle = title, words, description } = page;
      const score = typed
        ? paletteRank.grade(typed, [title, shortTitle], `${words} ${description}`)
        : path === location.pathname
        ? 0
        : 1 + nearness(path);
      return /** @type {[number, PaletteItem]} */ ([score, asItem(page)]);
    });

  /** @type {PaletteSource["find"]} */
  function find(typed) {
    const signedIn = document.body.dataset.viewer !== undefined;
    const own = (pages ?? []).filter(({ who }) => !who || (who === "signed in") === signedIn);
    // Pages of the site come before the docs, which are many
    const found = ranked(typed && isThere() ? docs : [], typed)
      .map(([score, item]) => /** @type {[number, PaletteItem]} */ ([score / 5, item]));
    return paletteRank.arranged([...ranked(own, typed), ...found].filter(([score]) => score > 0));
  }

  paletteSources.site = {
    away: "Search couldn't be loaded.",
    isWhole: () => isThere() && docs[0] !== undefined,
    begin() {},
    find,
    isSure: isThere,
    async ask(typed, signal) {
      await Promise.all([load(signal), paletteDocs.load()]);
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
