import { z } from "zod";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { noSuchTask } from "./locate.ts";
import { tasksNamed } from "./named.ts";
import { MOST_AT_ONCE, type Task } from "./schema.ts";
import { readListed } from "./update_many.ts";

/**
 * The tasks that references name, as lists give them, in the order in which they are named.
 * @throws NotFound naming the first that isn't there, or not for this actor
 */
export const findNamedTasks = query({
  name: "tasks.findNamed",
  scope: "tasks.read",
  input: z.strictObject({ references: z.array(keys.task).max(MOST_AT_ONCE) }),
  async run(context, { references }): Promise<Json<Task[]>> {
    const found = await tasksNamed(context, references);
    const missing = references.find((reference) => !found.has(reference));
    if (missing !== undefined) throw noSuchTask(missing);
    return await readListed(context, [...new Set([...found.values()].map(({ id }) => id))]);
  },
});
