import type { Client, ResultSet, Transaction as ClientTransaction } from "@libsql/client";
import { bind, type Engine, type Result, type Statement } from "./engine.ts";

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
      const transaction = await client.transaction("write");
      return {
        execute: (query) => run(transaction, query),
        commit: () => transaction.commit(),
        rollback: () => transaction.rollback(),
      };
    },
    stamp: () => undefined,
    trial: undefined,
    hasRoom: () => Promise.resolve(true),
    close: () => client.close(),
  };
}

async function run(
  on: Client | ClientTransaction,
  { sql, parameters }: Statement,
): Promise<Result> {
  const result: ResultSet = await on.execute({ sql, args: parameters.map(bind) });
  return {
    rows: result.rows as unknown as Record<string, unknown>[],
    changes: result.rowsAffected,
  };
}
