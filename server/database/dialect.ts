import {
  CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SingleConnectionProvider,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Connection } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** Creates a Kysely instance on one connection. The write queue handles transactions, not Kysely. */
export function kyselyOver(connection: Connection): Kysely<Tables> {
  const wrapped = new WrappedConnection(connection);
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => new SingleConnectionDriver(wrapped),
  };
  const executor = new OneConnectionExecutor(wrapped);
  return new Kysely<Tables>({
    config: { dialect },
    dialect,
    driver: dialect.createDriver(),
    executor,
  });
}

/**
 * Runs statements on one connection. Kysely's own executor acquires and releases it for each statement with ten promises,
 * which take longer than a small statement.
 */
class OneConnectionExecutor extends DefaultQueryExecutor {
  constructor(private readonly connection: DatabaseConnection) {
    super(new SqliteQueryCompiler(), new SqliteAdapter(), new SingleConnectionProvider(connection));
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.connection.executeQuery<R>(query);
  }
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
    const given = this.connection.execute(query);
    // A local connection returns a value, and awaiting would take as long as reading a row
    const { rows, changes } = given instanceof Promise ? await given : given;
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  // deno-lint-ignore require-yield -- the interface needs a generator, but there is nothing to stream
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("This driver doesn't support streaming. To read many rows, read pages by key.");
  }
}
