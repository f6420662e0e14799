import type { Client, ResultSet, Transaction as ClientTransaction } from "@libsql/client";
import { bind, DatabaseError, type Engine, type Result, type Statement } from "./engine.ts";

/**
 * Connects to a libSQL server, which several processes can share. Each write has its own transaction.
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
    commits: () => 0,
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

/** Passes on a server's answer. Replaces connection errors, because the text of `fetch` could contain the address. */
async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    const trouble = troubleWith(cause);
    throw trouble === undefined ? cause : new DatabaseError(trouble, { cause });
  }
}

/** Returns a message about a connection error, or undefined for an answer of the database. */
function troubleWith(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof TypeError && /fetch failed|sending request/i.test(error.message)) {
    return "The libSQL server can't be reached. Check BACKLOG_DATABASE_URL, and make sure the server is running.";
  }
  if (!("code" in error) || error.code !== "SERVER_ERROR") return undefined;
  const status = /HTTP status (\d{3})/.exec(error.message)?.[1];
  if (status === undefined) return undefined;
  return status === "401" || status === "403"
    ? "The libSQL server rejects the token. Check BACKLOG_DATABASE_TOKEN."
    : `The libSQL server returned status ${status}. Check that BACKLOG_DATABASE_URL is the address of a libSQL server.`;
}
