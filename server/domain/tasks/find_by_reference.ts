import { z } from "zod";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { noSuchTask } from "./locate.ts";
import { tasksByReference } from "./by_reference.ts";
import { MOST_AT_ONCE, type Task } from "./schema.ts";
import { readListed } from "./update_many.ts";

/**
 * Finds the tasks of references, as in lists, in the given order, and the references without a visible task.
 * @throws NotFound if there are none
 */
export const findTasksByReference = query({
  name: "tasks.findByReference",
  scope: "tasks.read",
  input: z.strictObject({ references: z.array(keys.task).max(MOST_AT_ONCE) }),
  async run(context, { references }): Promise<{ tasks: Json<Task[]>; missing: string[] }> {
    const found = await tasksByReference(context, references);
    const missing = references.filter((reference) => !found.has(reference));
    if (missing.length > 0 && found.size === 0) throw noSuchTask(missing[0]!);
    const ids = references.flatMap((reference) => found.get(reference)?.id ?? []);
    return { tasks: await readListed(context, [...new Set(ids)]), missing };
  },
});
