import { workspaceParameter } from "../paths.ts";

/**
 * Adds the open workspace to every form of a page, for browsers without scripts. The field is in a `noscript` element,
 * so that scripts don't see it.
 * @param html HTML of a whole page with escaped attributes
 * @param workspaceId an ID, which needs no escaping
 */
export function withFormsWorkspace(html: string, workspaceId: string): string {
  const field = `<input type="hidden" name="${workspaceParameter}" value="${workspaceId}">`;
  return html.replace(
    /(<noscript>)?<form\b[^>]*\smethod="post"[^>]*>/g,
    // A nested `noscript` element would end at the inner one's end
    (form, plain) => form + (plain ? field : `<noscript hidden>${field}</noscript>`),
  );
}
