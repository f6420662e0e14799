import { workspaceParameter } from "../paths.ts";

/**
 * The same page, whose forms say which workspace they were drawn in where there are no scripts to say it: they stand in
 * `noscript`, so that to scripts there is no such field.
 * @param html of a whole page, in which attributes are escaped
 * @param workspaceId an id, which needs no escaping
 */
export function withFormsWorkspace(html: string, workspaceId: string): string {
  const field = `<input type="hidden" name="${workspaceParameter}" value="${workspaceId}">`;
  return html.replace(
    /(<noscript>)?<form\b[^>]*\smethod="post"[^>]*>/g,
    // What stands in such an element already would end with another one's end
    (form, plain) => form + (plain ? field : `<noscript hidden>${field}</noscript>`),
  );
}
