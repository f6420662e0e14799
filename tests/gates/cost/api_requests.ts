import type { Endpoint } from "../../../server/api/endpoint.ts";
import { endpoints } from "../../../server/api/endpoints.ts";
import { shareOf } from "../../support/share.ts";
import { fill } from "../errors/provocations.ts";
import { successOf } from "../errors/successes.ts";
import { inputSchema, type Schema } from "../fuzz/inputs.ts";
import type { FilledDatabase } from "./filled_database.ts";
import { queries } from "./queries.ts";
import type { Asked } from "./requests.ts";
import { shapes, textOf } from "./shapes.ts";

/** The number of text shapes per endpoint and day. */
const SHAPES = 2;

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

/** Returns requests to every endpoint: lists at their longest, searches, and bodies with the longest texts. */
export function apiRequests(filled: FilledDatabase): Asked[] {
  return endpoints.flatMap((endpoint, turn) =>
    endpoint.method === "GET" ? reads(endpoint, filled, turn) : writes(endpoint, filled, turn)
  );
}

function reads(endpoint: Endpoint, filled: FilledDatabase, turn: number): Asked[] {
  const { path, token } = successOf(endpoint, filled.stage);
  const { limit, q } = inputSchema(endpoint).properties ?? {};
  const [bare] = path.split("?") as [string];
  const paths = [path, ...inShapes(endpoint, filled, turn)].map((one) =>
    limit ? `${one}${one.includes("?") ? "&" : "?"}limit=${limit.maximum ?? 250}` : one
  );
  const searches = q
    ? shareOf(queries, turn).map((text) => `${bare}?${new URLSearchParams({ q: text })}`)
    : [];
  return [...paths, ...searches].map((path) => request(endpoint, filled, path, token));
}

function inShapes(endpoint: Endpoint, { worst, stage }: FilledDatabase, turn: number): string[] {
  const name = ["taskId", "projectId"].find((one) => endpoint.path.includes(`{${one}}`));
  if (!name) return [];
  const records = Object.values(name === "taskId" ? worst.tasks : worst.projects);
  return shareOf(records, turn).map((id) => fill(endpoint, { ...stage.known, [name]: [id] }));
}

function writes(endpoint: Endpoint, filled: FilledDatabase, turn: number): Asked[] {
  const { path, body, token } = successOf(endpoint, filled.stage);
  const own = request(endpoint, filled, path, token);
  if (body === undefined) return [own];
  const texts = proseOf(inputSchema(endpoint));
  const bodies = texts.length === 0 ? [] : shareOf(shapes, turn).slice(0, SHAPES).map((shape) => ({
    ...Object(body),
    ...Object.fromEntries(texts.map(([name, most]) => [name, textOf(shape, most)])),
  }));
  return [body, ...bodies].map((sent) => {
    // A row of the page tests archives ENG-2
    const text = JSON.stringify(sent).replaceAll('"ENG-2"', '"ENG-3"');
    return { ...own, headers: { ...own.headers, "content-type": "application/json" }, body: text };
  });
}

/** Texts of at least this length are prose. */
const PROSE = 2_000;

/** Returns the fields for prose, with their maximum lengths. */
function proseOf({ properties = {} }: Schema): [name: string, most: number][] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const [text] = [schema, ...schema.anyOf ?? []].filter(({ type }) => type === "string");
    const most = text?.maxLength ?? 0;
    return most >= PROSE && name !== "url" ? [[name, most] as [string, number]] : [];
  });
}

function request(
  endpoint: Endpoint,
  { fullCast }: FilledDatabase,
  path: string,
  token: string | null | undefined,
): Asked {
  const shown = token === undefined ? fullCast.ada.tokens.accessToken : token;
  return {
    of: nameOf(endpoint),
    method: endpoint.method,
    path: `/api/v1${path}`,
    headers: shown === null ? {} : { authorization: `Bearer ${shown}` },
  };
}
