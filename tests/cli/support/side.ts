import { type AppOptions, createTestApp, type TestApp } from "../../support/app.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { readPages } from "../../support/pages.ts";
import { createWorld } from "../../support/world.ts";
import { type FullCast, populate } from "../../gates/support/full_cast.ts";
import { type Line, type Outcome, runLine } from "./lines.ts";

/** A row: the arguments after the program's name, and the expected result. */
export interface Row {
  /** Arguments as typed in a shell. `$name` is a stored value. */
  types: string;
  /** The signed-in person: one of the cast, a stored token, or null for nobody. */
  as?: string | null;
  stdin?: string;
  /** The exit code, 0 by default, or `alike` if both only have to be equal. */
  code?: number | "alike";
  says?: RegExp;
  /** Values in the response that later rows need, by name. */
  // deno-lint-ignore no-explicit-any -- each row looks into its own answer
  keeps?: (answer: any) => Record<string, string>;
  /** Changes on the server before the command. The result is stored too. */
  before?: (side: Side) => Record<string, string> | Promise<Record<string, string>>;
  /** The command that a message suggested, as written in the sources. */
  follows?: string;
  /** Whether the session or token belongs to the profile, so that the files stored by the command count. */
  stored?: true;
}

/** Rows that run in order on two separate servers with the same initial data. */
export interface Chapter {
  name: string;
  rows: readonly (string | Row)[];
}

/** Returns the rows of a paginated list: the first page, the next one, and no page. */
export function pagesOf(list: string, as?: string): Row[] {
  const who = as === undefined ? {} : { as };
  return [
    { ...who, types: `${list} --limit 1`, keeps: ({ nextCursor }) => ({ next: nextCursor }) },
    { ...who, types: `${list} --limit 1 --cursor $next` },
    { ...who, types: `${list} --cursor none`, code: 2, says: /^--cursor: / },
  ];
}

/** The initial data of both servers, including IDs. */
export interface Beginning {
  fullCast: FullCast;
  make(options?: AppOptions): Promise<TestApp>;
}

/** Creates a workspace with records of every kind, to be copied. */
export async function makeBeginning(): Promise<Beginning> {
  await using world = await createWorld();
  const fullCast = await populate(world);
  const pages = await readPages(world.database);
  const elapsed = (world.clock.now().getTime() - Date.parse("2026-03-12T10:00:00Z")) / 1000;
  return {
    fullCast,
    async make(options = {}) {
      const app = await createTestApp({ copyOf: pages, ...options });
      app.world.clock.advance({ seconds: elapsed + 1 });
      return app;
    },
  };
}

/** A request as the server received it. */
export interface Asked {
  method: string;
  path: string;
  /** The query, sorted by name. */
  query: [name: string, value: string][];
  body: unknown;
}

async function askedBy(request: Request): Promise<Asked> {
  const { pathname: path, searchParams } = new URL(request.url);
  const text = await request.clone().text();
  searchParams.sort();
  return { method: request.method, path, query: [...searchParams], body: bodyOf(text) };
}

/** Returns a JSON body with sorted fields, or any other body as text. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(
      text,
      (_name, value) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1))
          : value,
    );
  } catch {
    return text;
  }
}

/** A command line with its own server and home folder. */
export interface Side extends AsyncDisposable {
  line: Line;
  app: TestApp;
  url: string;
  home: string;
  known: Record<string, string>;
  /** The requests to the server so far. */
  asked: Asked[];
  run(row: Row): Promise<Outcome>;
  /** Removes what differs between the sides from a text: ports, new IDs, secrets, and the program's name. */
  alike(text: string): string;
  /** Returns the content of the profiles. */
  kept(): string;
}

/** @param cwd the working folder of the program */
export async function makeSide(
  line: Line,
  { fullCast, make }: Beginning,
  cwd?: string,
): Promise<Side> {
  const app = await make();
  const home = await temporaryFolder();
  const heard = { port: 0, hostname: "127.0.0.1", onListen: () => {} };
  const asked: Asked[] = [];
  const server = Deno.serve(heard, async (request) => {
    asked.push(await askedBy(request));
    return await app.app.fetch(request);
  });
  const url = `http://127.0.0.1:${server.addr.port}`;
  const tokenOf = (name: string) =>
    (fullCast[name as "ada"]?.tokens?.accessToken) ?? side.known[name]!;
  const places = new Map<string, string>();
  const placeOf = (id: string, kind: string) => {
    if (!places.has(id)) places.set(id, `${kind}#${places.size}`);
    return places.get(id)!;
  };
  const side: Side = {
    line,
    app,
    url,
    home: home.path,
    asked,
    known: {
      ...fullCast.ids,
      workspace: fullCast.workspaceId,
      team: fullCast.teams.eng,
      server: url,
      session: tokenOf("ada"),
    },
    async run({ types, as = "ada", stdin, before, keeps, stored }) {
      app.world.clock.advance({ seconds: 1 });
      Object.assign(side.known, await before?.(side));
      const words = wordsOf(types).map((word) => filled(word, side.known));
      const env: Record<string, string> = { BACKLOG_BASE_URL: url };
      if (as !== null && !stored) env.BACKLOG_TOKEN = tokenOf(as);
      const outcome = await runLine(line, home.path, words, {
        env,
        ...(cwd && { cwd }),
        ...(stdin && { stdin: filled(stdin, side.known) }),
      });
      if (keeps && outcome.code === 0) Object.assign(side.known, keeps(JSON.parse(outcome.stdout)));
      return outcome;
    },
    alike: (text) =>
      text.replaceAll(url, "http://server").replaceAll(home.path, "~")
        .replaceAll("backlog.sh", "backlog")
        .replace(/("cursor",")[A-Za-z0-9_-]+"/g, '$1…"').replace(/("code":")\d{6}"/g, '$1…"')
        .replace(/(nextCursor\\*": ?\\*"|--cursor )[A-Za-z0-9_-]+/g, "$1…")
        .replace(/\b(blg_[a-z]+_)[A-Za-z0-9_-]{20,}/g, "$1…")
        .replace(/\b([a-z]+_)[0-9a-z]{26}\b/g, placeOf)
        .replace(/("key": ?")[^"]*-[0-9a-z]{5}"/g, '$1…"')
        .replace(/("key": ?"[A-Z]{3})[0-9A-Z]{3}"/g, '$1…"')
        .replace(/("prefix": ?")[^"]*"/g, '$1…"'),
    kept: () => textsUnder(home.path).map(side.alike).join("\n"),
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await app[Symbol.asyncDispose]();
      await home[Symbol.asyncDispose]();
    },
  };
  return side;
}

/** Splits a line into arguments as a shell does. */
export function wordsOf(line: string): string[] {
  const found = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return found.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
}

function filled(word: string, known: Record<string, string>): string {
  return word.replace(/\$(\w+)/g, (_all, name: string) => {
    if (!known[name]) throw new Error(`Nothing is known as ${name}.`);
    return known[name];
  });
}

function textsUnder(folder: string): string[] {
  return [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1).flatMap(
    ({ name, isDirectory }) => {
      const path = `${folder}/${name}`;
      return isDirectory ? textsUnder(path) : [`${path}: ${Deno.readTextFileSync(path)}`];
    },
  );
}
