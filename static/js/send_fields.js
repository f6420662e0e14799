// @ts-check
/// <reference types="./globals.d.ts" />

/**
 * Sends fields as a form of the page does, and shows what comes of it.
 * @param {string} path
 * @param {Record<string, string> | string} fields
 */
globalThis.sendFields = async (path, fields) => {
  const form = make("form", { hidden: true });
  for (const [name, value] of new URLSearchParams(fields)) {
    // One of a line would lose the ends of lines
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

/** What tells whose page it is that sends something, as htmx's own requests do. */
globalThis.sentBy = () => JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}");

/** Whether a request did what its form asks for. @param {RequestContext} ctx */
globalThis.isDone = (ctx) => {
  if (/\bdone\b/.test(ctx.hx?.trigger ?? "")) return true;
  const page = new RegExp(`<body class="shell"[^>]* data-viewer="${document.body.dataset.viewer}"`);
  return ctx.response?.raw.redirected === true && page.test(ctx.text ?? "");
};
