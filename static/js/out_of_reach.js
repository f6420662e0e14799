// @ts-check
/// <reference types="./globals.d.ts" />

// What the server couldn't be asked is said, and nothing typed is touched: neither by a proxy's error.
(() => {
  const words = "The server can't be reached. Nothing you typed is lost: try again in a moment.";

  document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    if (!ctx?.response) tell(words);
  });

  htmx.registerExtension("backlog-out-of-reach", {
    htmx_before_swap: (_element, { ctx }) => {
      const { response, text = "" } = ctx;
      if (!response || response.status < 500 || /<hx-partial|<body class="/.test(text)) return;
      tell(words);
      return false;
    },
  });

  // Whatever is answered, it can be reached again.
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    const said = document.querySelector("#toasts .toast");
    if (said?.textContent === words && ctx.response && ctx.response.status < 500) said.remove();
  });
})();
