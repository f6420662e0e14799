// @ts-check
/// <reference types="./globals.d.ts" />

// Shows a message if the server can't be reached, and keeps typed text. A proxy's response doesn't change the page
// either.
(() => {
  const unreachable = "Can't reach the server.";
  const later = "Try again in a moment.";

  /** Returns whether the page has text that isn't saved. */
  const hasText = () =>
    [...document.forms].some((form) =>
      !formValues.sameTexts(form, formValues.of(form), formValues.of(form, true))
    );

  /** @param {string} problem */
  const words = (problem) => `${problem} ${hasText() ? "Your text is still here. " : ""}${later}`;

  /** @param {number} status */
  function elsewhere(status) {
    return status === 413
      ? "This is too long to send. Your text is still here. Shorten it and try again."
      : words(`A proxy or firewall blocked this request (${status}).`);
  }

  /**
   * Every response of ours has a request ID, including parts of pages with errors.
   * @param {{ status: number, raw: Response }} response
   * @param {string} text
   */
  const isOurs = ({ status, raw }, text) =>
    raw.headers.has("x-request-id") && (status < 500 || /<hx-partial|<body class="/.test(text));

  document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    if (!ctx?.response) tell(words(unreachable));
  });

  htmx.registerExtension("backlog-out-of-reach", {
    htmx_before_swap: (_element, { ctx }) => {
      const { response, text = "" } = ctx;
      if (!response || isOurs(response, text)) return;
      tell(response.status < 500 ? elsewhere(response.status) : words(unreachable));
      return false;
    },
  });

  // After any response, the server can be reached again. Messages of what was reverted stay.
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    const said = document.querySelector("#toasts .toast");
    const text = said?.textContent ?? "";
    const outdated = text.startsWith(unreachable) && text.endsWith(later);
    if (outdated && ctx.response && ctx.response.status < 500) said?.remove();
  });
})();
