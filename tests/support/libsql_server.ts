import { openLocal } from "../../server/database/local.ts";
import type { Engine } from "../../server/database/engine.ts";

/**
 * A minimal libSQL server. It implements the part of Hrana 2 over HTTP that `@libsql/client` uses (`POST /v2/pipeline`
 * with execute, batch, store_sql, close_sql, and close) on a real SQLite file, with one connection per stream.
 * https://github.com/tursodatabase/libsql/blob/main/docs/HTTP_V2_SPEC.md
 */
export interface LibsqlServer extends AsyncDisposable {
  url: string;
  /** The bearer token of every request so far. */
  tokens: (string | null)[];
}

interface Value {
  type: "null" | "integer" | "float" | "text";
  value?: string | number;
}
interface Stmt {
  sql?: string;
  sql_id?: number;
  args?: Value[];
}
interface Step {
  stmt: Stmt;
  condition?: { type: "ok"; step: number };
}
type StreamRequest =
  | { type: "execute"; stmt: Stmt }
  | { type: "batch"; batch: { steps: Step[] } }
  | { type: "store_sql"; sql_id: number; sql: string }
  | { type: "close_sql"; sql_id: number }
  | { type: "close" };

interface Stream {
  engine: Engine;
  rejects: RegExp | undefined;
  texts: Map<number, string>;
}

/** The time that a transaction waits for another one, in milliseconds. */
const WAITS_MS = 5_000;

/**
 * Starts a server on a new file.
 * @param rejects statements to reject, like a server's parser or a token without write access
 */
export function startLibsqlServer(path: string, rejects?: RegExp): LibsqlServer {
  const streams = new Map<string, Stream>();
  const tokens: (string | null)[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    tokens.push(request.headers.get("Authorization"));
    const body = await request.json() as { baton?: string; requests: StreamRequest[] };
    const baton = body.baton ?? crypto.randomUUID();
    const stream = streams.get(baton) ??
      { engine: openLocal(`file:${path}`), texts: new Map(), rejects };
    streams.set(baton, stream);
    const results = [];
    for (const one of body.requests) results.push(await inTurn(() => answer(stream, one)));
    const closed = body.requests.some(({ type }) => type === "close");
    if (closed) {
      stream.engine.close();
      streams.delete(baton);
    }
    return Response.json({ baton: closed ? null : baton, base_url: null, results });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    tokens,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      for (const { engine } of streams.values()) engine.close();
    },
  };
}

/**
 * Responds to a request once no other stream is writing, because a server lets one transaction wait for another.
 * https://github.com/tursodatabase/libsql/blob/main/libsql-server/src/connection/connection_manager.rs
 */
async function inTurn<T>(answer: () => T): Promise<T> {
  for (const since = performance.now();;) {
    const answered = answer();
    const waits = /database is locked/.test(JSON.stringify(answered));
    if (!waits || performance.now() - since >= WAITS_MS) return answered;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function answer(stream: Stream, request: StreamRequest) {
  const ok = (response: Record<string, unknown> = {}) => ({
    type: "ok",
    response: { type: request.type, ...response },
  });
  if (request.type === "store_sql") stream.texts.set(request.sql_id, request.sql);
  if (request.type === "close_sql") stream.texts.delete(request.sql_id);
  if (request.type === "batch") return ok({ result: batch(stream, request.batch.steps) });
  if (request.type !== "execute") return ok();
  const { result, error } = execute(stream, request.stmt);
  return error ? { type: "error", error } : ok({ result });
}

function batch(stream: Stream, steps: Step[]) {
  const outcomes: (ReturnType<typeof execute> | undefined)[] = [];
  for (const { stmt, condition } of steps) {
    const skipped = condition && !outcomes[condition.step]?.result;
    outcomes.push(skipped ? undefined : execute(stream, stmt));
  }
  return {
    step_results: outcomes.map((outcome) => outcome?.result ?? null),
    step_errors: outcomes.map((outcome) => outcome?.error ?? null),
  };
}

function execute(stream: Stream, stmt: Stmt) {
  try {
    const sql = stmt.sql ?? stream.texts.get(stmt.sql_id!)!;
    if (stream.rejects?.test(sql)) throw new Error("SQL not allowed statement");
    const parameters = (stmt.args ?? []).map(({ value }) => value ?? null);
    const { rows, changes } = stream.engine.reader.execute({ sql, parameters }) as {
      rows: Record<string, unknown>[];
      changes: number;
    };
    const names = Object.keys(rows[0] ?? {});
    return {
      result: {
        cols: names.map((name) => ({ name, decltype: null })),
        rows: rows.map((row) => names.map((name) => encoded(row[name]))),
        affected_row_count: rows.length > 0 ? 0 : changes,
        last_insert_rowid: null,
      },
    };
  } catch (error) {
    return { error: { message: (error as Error).message, code: "SQLITE_ERROR" } };
  }
}

function encoded(value: unknown): Value {
  if (typeof value === "string") return { type: "text", value };
  if (typeof value === "number") {
    return Number.isInteger(value)
      ? { type: "integer", value: String(value) }
      : { type: "float", value };
  }
  return { type: "null" };
}
