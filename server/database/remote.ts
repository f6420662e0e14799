import type { Client, ResultSet, Transaction as ClientTransaction } from "@libsql/client";
import { bind, DatabaseError, type Engine, type Result, type Statement } from "./engine.ts";

/**
 * The engine for a libSQL server that several processes may share. Each write is a transaction of its own.
 * @param url `libsql://`, `http://` or `https://`
 */
export async function openRemote(url: string, token: string | undefined): Promise<Engine> {
  const { createClient } = await import("@libsql/client");
  const client: Client = createClient({ url, ...(token ? { authToken: token } : {}) });
  return {
    reader: { execute: (query) => run(client, query) },
    group: 1,
    async begin() {
      const transaction = await reached(client.transaction("write"));
      return {
        execute: (query) => run(transaction, query),
        commit: () => reached(transaction.commit()),
        rollback: () => transaction.rollback(),
      };
    },
    stamp: () => undefined,
    trial: undefined,
    hasFreeSpace: () => Promise.resolve(true),
    close: () => client.close(),
  };
}

async function run(
  on: Client | ClientTransaction,
  { sql, parameters }: Statement,
): Promise<Result> {
  const result: ResultSet = await reached(
    on.execute({ sql, args: parameters.map(bind) }),
  );
  return {
    rows: result.rows as unknown as Record<string, unknown>[],
    changes: result.rowsAffected,
  };
}

/** Passes on what a server answers, or one sentence where there is none. What `fetch` says could hold its address. */
async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    const trouble = troubleWith(cause);
    throw trouble === undefined ? cause : new DatabaseError(trouble, { cause });
  }
}

/** What stands between us and the server, and what to do; undefined where it answered as a database does. */
function troubleWith(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof TypeError && /fetch failed|sending request/i.test(error.message)) {
    return "The libSQL server can't be reached; check BACKLOG_DATABASE_URL, and that the server runs.";
  }
  if (!("code" in error) || error.code !== "SERVER_ERROR") return undefined;
  const status = /HTTP status (\d{3})/.exec(error.message)?.[1];
  if (status === undefined) return undefined;
  return status === "401" || status === "403"
    ? "The libSQL server doesn't take the token; check BACKLOG_DATABASE_TOKEN."
    : `The libSQL server answers ${status}; check BACKLOG_DATABASE_URL, and that it is one.`;
}
