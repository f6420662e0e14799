// @ts-check

// Pages of another part of the product that one comes to by a link find its styles and scripts here: a document brings
// those of its own page alone.
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
