// @ts-check
/// <reference types="./globals.d.ts" />

// What the server couldn't be asked is said, and nothing typed is touched: neither by what something on the way answered.
(() => {
  const words = "Can't reach the server. Your text is still here. Try again in a moment.";

  /** @param {number} status */
  function elsewhere(status) {
    return status === 413
      ? "This is too long to send. Your text is still here. Shorten it and try again."
      : `A proxy or firewall blocked this request (${status}). Your text is still here. Try again in a moment.`;
  }

  /** Every answer of ours has an id; of an error a part of a page too. @param {{ status: number, raw: Response }} response @param {string} text */
  const isOurs = ({ status, raw }, text) =>
    raw.headers.has("x-request-id") && (status < 500 || /<hx-partial|<body class="/.test(text));

  document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    if (!ctx?.response) tell(words);
  });

  htmx.registerExtension("backlog-out-of-reach", {
    htmx_before_swap: (_element, { ctx }) => {
      const { response, text = "" } = ctx;
      if (!response || isOurs(response, text)) return;
      tell(response.status < 500 ? elsewhere(response.status) : words);
      return false;
    },
  });

  // Whatever is answered, it can be reached again.
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    const said = document.querySelector("#toasts .toast");
    if (said?.textContent === words && ctx.response && ctx.response.status < 500) said.remove();
  });
})();
