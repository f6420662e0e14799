import { table, webApp } from "../../../server/web/app.ts";
import { livePath } from "../../../views/paths.ts";
import { pages as addressesOf } from "../../support/hostile_text/addresses.ts";
import { shareOf, slowShareOf } from "../../support/share.ts";
import { testOrigin } from "../../support/world.ts";
import { pathOf } from "../pages/opened.ts";
import { rowsOf } from "../pages/page_rows.ts";
import { type PersonKind, personKinds } from "../pages/people.ts";
import type { Row } from "../pages/row.ts";
import { headersOf } from "../pages/ways.ts";
import type { FilledDatabase } from "./filled_database.ts";
import { queries } from "./queries.ts";

/** A request. */
export interface Asked {
  /** The page, route, endpoint, or action, by its name in the tables of rows. */
  of: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** The kind of person for whom a row's request succeeds: the owner, unless the record is hidden from the owner. */
export const successFor = ({ gets }: Row): PersonKind | undefined =>
  personKinds.find((kind) => gets[kind] === "ok");

/** Pages that show Markdown texts. Each day tests a third of all text shapes. */
const drawsTexts = new Set(["/workspace/tasks/:taskId", "/workspace/projects/:projectId"]);

/** Returns requests for every page and every other route that answers GET. */
export function pageRequests(filled: FilledDatabase): Asked[] {
  let turn = 0;
  const pages = table.pages.flatMap((page) =>
    rowsOf(page.path).flatMap((row) => {
      const kind = successFor(row);
      if (!kind) return [];
      const paths = inShapes(page.path, pathOf(page, row, filled.fullCast), filled, turn);
      return paths.flatMap((path) => shown(filled, page.path, path, kind, turn++));
    })
  );
  const searched = table.pages.flatMap(({ path: of }) =>
    searchesOf(of, filled, turn++).map((path) => asked(filled, of, path, "owner", "fragment"))
  );
  return [...pages, ...searched, ...paletteRequests(filled), ...otherRoutes(filled)];
}

/** Returns requests to the palette's endpoint. It searches the most, so it gets every query every day. */
function paletteRequests({ cookies }: FilledDatabase): Asked[] {
  const of = "/api/workspace/command";
  const headers = { accept: "application/json", origin: testOrigin, cookie: cookies.owner };
  const path = (q: string, record: Record<string, string>) =>
    `${of}?${new URLSearchParams({ q, ...record })}`;
  return [
    ...queries.map((q) => path(q, {})),
    ...shareOf(queries).map((q) => path(q, { record: "ENG-1" })),
  ].map((path) => ({ of, method: "GET", path, headers }));
}

/** The ways in which a browser requests a page: whole, in part, and again after live events. */
const asks = ["plain", "fragment", "live"] as const;

/** Returns the requests for a page in the current day's variants. */
function shown(
  filled: FilledDatabase,
  of: string,
  path: string,
  kind: PersonKind,
  turn: number,
): Asked[] {
  const ways = of.startsWith("/workspace") ? asks : asks.filter((way) => way !== "live");
  return shareOf(ways, turn).map((way) => asked(filled, of, path, kind, way));
}

function asked(
  { cookies }: FilledDatabase,
  of: string,
  path: string,
  kind: PersonKind,
  way: typeof asks[number],
): Asked {
  const headers = headersOf(way === "plain" ? way : "fragment", cookies[kind], path);
  const live: Record<string, string> = way === "live" ? { "backlog-live": "main side" } : {};
  return { of, method: "GET", path, headers: { ...headers, ...live } };
}

/**
 * Returns a URL with records of each text shape instead of its own. If no text is rendered, uses the current day's
 * shape.
 */
function inShapes(pattern: string, path: string, filled: FilledDatabase, turn: number): string[] {
  const { worst: { tasks, projects }, fullCast } = filled;
  const records = pattern.includes(":taskId")
    ? { own: "ENG-1", others: Object.values(tasks) }
    : { own: fullCast.ids.project!, others: Object.values(projects) };
  if (!path.includes(`/${records.own}`)) return [path];
  const third = shareOf(records.others, turn);
  const others = drawsTexts.has(pattern) ? third : third.slice(0, 1);
  return [path, ...others.map((other) => path.replace(records.own, other))];
}

/** The number of queries per page and day. */
const QUERIES = 3;

/** Returns the current day's queries for a page, if it searches. */
function searchesOf(pattern: string, { fullCast }: FilledDatabase, turn: number): string[] {
  const typed = (addressesOf(fullCast)[pattern] ?? []).find((path) => /[?&]q=./.test(path));
  if (!typed) return [];
  const { pathname, searchParams } = new URL(typed, testOrigin);
  return shareOf(queries, turn).slice(0, QUERIES).map((q) => {
    const search = new URLSearchParams({ q });
    const record = searchParams.get("record");
    if (record) search.set("record", record);
    return `${pathname}?${search}`;
  });
}

/** Returns requests for routes outside the table of pages, such as tables as files. */
function otherRoutes({ cookies }: FilledDatabase): Asked[] {
  const pages = new Set(table.pages.map(({ path }) => path));
  const paths = webApp().routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  return [...new Set(paths)].filter((path) => !pages.has(path) && path !== livePath)
    .map((path) => ({
      of: path,
      method: "GET",
      path,
      headers: headersOf("plain", cookies.owner, path),
    }));
}

/** Returns the current day's third of the reads as HEAD requests. */
export function headsOf(reads: readonly Asked[]): Asked[] {
  const first = new Map(reads.toReversed().map((asked) => [asked.of, asked]));
  const gets = [...first.values()].filter(({ method }) => method === "GET");
  return shareOf(gets).map((asked) => ({ ...asked, method: "HEAD" }));
}

/** Returns the first request of each page, endpoint, and action, and a third of the other requests. */
export function todays(all: readonly Asked[]): Asked[] {
  const first = new Set(new Map(all.toReversed().map((asked) => [asked.of, asked])).values());
  return [...first, ...slowShareOf(all.filter((asked) => !first.has(asked)))];
}

/**
 * Returns the first request of each name, then each second one, and so on, so that no name has to wait for all requests
 * of another.
 */
export function inTurns(all: readonly Asked[]): Asked[] {
  const nth = new Map<string, number>();
  const numbered = all.map((asked) => {
    const number = nth.get(asked.of) ?? 0;
    nth.set(asked.of, number + 1);
    return { asked, number };
  });
  return numbered.toSorted((a, b) => a.number - b.number).map(({ asked }) => asked);
}
