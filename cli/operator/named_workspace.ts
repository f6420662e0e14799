import { nameKey } from "../../server/domain/core/name_key.ts";
import type { ReadDb } from "../../server/domain/core/operation.ts";
import { badValue, Failure } from "../failure.ts";

/** The maximum number of workspaces in a message. */
const TOLD = 20;

/**
 * Finds a workspace in this database.
 * @param word its ID, or its name ignoring case; undefined for the only one
 * @throws Failure with exit code 2 if none or several match
 */
export async function namedWorkspace(
  db: ReadDb,
  word: string | undefined,
): Promise<{ id: string; name: string }> {
  const all = await db.selectFrom("workspaces").select(["id", "name"])
    .where("deleted_at", "is", null).orderBy("id").execute();
  if (all.length === 0) throw new Failure("There are no workspaces yet.");
  const found = word === undefined ? all : all.filter(({ id }) => id === word);
  const called = found.length > 0 ? found : all.filter(({ name }) => isCalled(name, word!));
  const [workspace, ...more] = called;
  if (workspace && more.length === 0) return workspace;
  const names = (workspace ? called : all).slice(0, TOLD).map(({ id, name }) => `${id} (${name})`);
  throw badValue(
    workspace
      ? `There are several workspaces. Add --workspace with one of these: ${names.join(", ")}.`
      : `Workspace ${word} not found. Use one of ${names.join(", ")}.`,
  );
}

const isCalled = (name: string, word: string) => nameKey(name) === nameKey(word);
