import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Connection } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** Kysely over one connection. Transactions are the write queue's, not Kysely's. */
export function kyselyOver(connection: Connection): Kysely<Tables> {
  const wrapped = new WrappedConnection(connection);
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => new SingleConnectionDriver(wrapped),
  };
  return new Kysely<Tables>({ dialect });
}

class SingleConnectionDriver implements Driver {
  constructor(private readonly connection: WrappedConnection) {}
  init = () => Promise.resolve();
  acquireConnection = () => Promise.resolve(this.connection);
  releaseConnection = () => Promise.resolve();
  destroy = () => Promise.resolve();
  beginTransaction = (connection: DatabaseConnection) => execute(connection, "begin immediate");
  commitTransaction = (connection: DatabaseConnection) => execute(connection, "commit");
  rollbackTransaction = (connection: DatabaseConnection) => execute(connection, "rollback");
}

async function execute(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql));
}

class WrappedConnection implements DatabaseConnection {
  constructor(private readonly connection: Connection) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.connection.execute(query);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  // deno-lint-ignore require-yield -- the interface wants a generator; SQLite here has nothing to stream
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("This driver doesn't stream; read in pages by key.");
  }
}
