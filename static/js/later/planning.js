// @ts-check

// A page of projects that one comes to by a link finds its styles and scripts here: a document brings them only where it is
// such a page itself.
(() => {
  const [css = "", js = ""] = document.querySelector("script")?.dataset.planning?.split(" ") ?? [];
  if (document.querySelector(`link[href="${css}"]`)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = css;
  const script = document.createElement("script");
  script.src = js;
  document.head.append(link, script);
})();
