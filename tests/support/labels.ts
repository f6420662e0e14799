import { newId } from "../../server/domain/core/ids.ts";
import { nameColumns } from "../../server/domain/core/name_key.ts";
import type { Cast } from "./cast.ts";

/** Creates labels besides the workspace's own, and returns their IDs in order. */
export async function manyLabels({ world, workspaceId }: Cast, called: readonly string[]) {
  const rows = called.map((name) => ({
    id: newId("label", world.clock.now()),
    workspace_id: workspaceId,
    ...nameColumns(name),
    color: "gray" as const,
    created_at: world.clock.now().toISOString(),
  }));
  await world.database.write(async (tx) => {
    for (let from = 0; from < rows.length; from += 500) {
      await tx.insertInto("task_labels").values(rows.slice(from, from + 500)).execute();
    }
  });
  return rows.map(({ id }) => id);
}
