// @ts-check
/// <reference types="./globals.d.ts" />

/**
 * Sends fields as a form of the page does, and renders the response.
 * @param {string} path
 * @param {Record<string, string> | string} fields
 */
globalThis.sendFields = async (path, fields) => {
  const form = make("form", { hidden: true });
  for (const [name, value] of new URLSearchParams(fields)) {
    // A single-line input would lose line breaks
    form.append(make("input", { type: "hidden", name, value }));
  }
  document.body.append(form);
  /** @type {"done" | "refused" | "unreached"} */
  let outcome = "unreached";
  /** @param {CustomEvent<{ ctx: RequestContext }>} event */
  const answered = ({ detail: { ctx } }) => {
    if (ctx.sourceElement !== form || !ctx.response) return;
    const { status } = ctx.response;
    outcome = isDone(ctx) ? "done" : status >= 400 && status < 500 ? "refused" : "unreached";
  };
  document.addEventListener("htmx:finally:request", answered);
  await htmx.ajax("POST", path, { target: "#announced", swap: "none", source: form })
    .catch(() => {});
  document.removeEventListener("htmx:finally:request", answered);
  form.remove();
  return outcome;
};

/** Returns the headers that name the page's viewer, as htmx's own requests do. */
globalThis.sentBy = () => JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}");

/** Returns whether a request succeeded. @param {RequestContext} ctx */
globalThis.isDone = (ctx) => {
  if (/\bdone\b/.test(ctx.hx?.trigger ?? "")) return true;
  const page = new RegExp(`<body class="shell"[^>]* data-viewer="${document.body.dataset.viewer}"`);
  return ctx.response?.raw.redirected === true && page.test(ctx.text ?? "");
};
