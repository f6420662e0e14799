// @ts-check

// Loads the styles and scripts of other areas, because a document loads only those of its own page. Links into other
// areas then work.
(() => {
  for (const url of document.querySelector("script")?.dataset.areas?.split(" ") ?? []) {
    if (document.querySelector(`[href="${url}"],[src="${url}"]`)) continue;
    const css = url.endsWith("css");
    document.head.append(
      Object.assign(
        document.createElement(css ? "link" : "script"),
        css ? { rel: "stylesheet", href: url } : { src: url },
      ),
    );
  }
})();
