import { endpoints } from "../../../server/api/endpoints.ts";
import type { Action } from "../../../server/web/action.ts";
import { table } from "../../../server/web/app.ts";
import { createTestApp } from "../../support/app.ts";
import { readSources } from "../../support/source.ts";
import { inputSchema } from "../fuzz/inputs.ts";

/** A route, and the names of its input. */
export interface Target {
  method: string;
  /** The path, with `{name}` for its parameters. */
  path: string;
  /** The names of its fields: in the query of a read, or in the body of a write. */
  fields: readonly string[];
  sends: "query" | "json" | "form";
  /** Whether the body is optional. */
  bodyless: boolean;
}

/** Returns every route: the API's from their table, and all others from the app's own list. */
export async function everyTarget(): Promise<Target[]> {
  return [...apiTargets(), ...await webTargets()];
}

function apiTargets(): Target[] {
  return endpoints.map((endpoint) => {
    const { method, path } = endpoint;
    const fields = Object.keys(inputSchema(endpoint).properties ?? {});
    const bodyless = method === "DELETE" || method === "PUT" || endpoint.bodyOptional === true;
    const sends = method === "GET" ? "query" : "json";
    return { method, path: `/api/v1${path}`, fields, sends, bodyless };
  });
}

async function webTargets(): Promise<Target[]> {
  await using app = await createTestApp();
  const { queries, forms } = await webFields();
  const routes = app.app.routes.filter(({ method, path }) =>
    ["GET", "POST"].includes(method) && !path.startsWith("/api/v1")
  );
  return routes.map(({ method, path }) => ({
    method,
    path: path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}"),
    fields: method === "GET" ? queries : forms,
    sends: method === "GET" ? "query" : path.startsWith("/api/") ? "json" : "form",
    bodyless: false,
  }));
}

/** Returns the names of form fields, from the table of actions, and of page parameters, from the pages' source. */
async function webFields(): Promise<{ queries: string[]; forms: string[] }> {
  const forms = table.actions.filter(refusesSomething).flatMap(({ button, form }) => [
    ...(button ? [button.split("=")[0]!] : []),
    ...Object.keys(form),
  ]);
  const sources = await readSources([".ts", ".tsx"]);
  const web = sources.filter(({ path }) => /^server\/(web|http)\//.test(path));
  const named = (pattern: RegExp) => [
    ...new Set(web.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name!))),
  ];
  const lists = named(/(?:fields|names) = \[([^\]]*)\]/g)
    .flatMap((list) => [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name!));
  const read = named(/\b(?:query|get|has|getAll)\("(\w+)"\)/g);
  return { queries: [...new Set([...read, ...lists, ...forms])], forms: [...new Set(forms)] };
}

/** A form whose only content is its button's name contains nothing that could be refused. */
function refusesSomething({ button, form }: Action): boolean {
  return Object.keys(form).length > 0 || button?.includes("=") === true;
}
