import { z } from "zod";
import { keys } from "../core/keys.ts";
import { relationKinds } from "../vocabulary.ts";

/** `PUT, DELETE …/tasks/{taskId}/relations/{kind}/{otherId}`. */
export const RelationKey = z.strictObject({
  taskId: keys.task,
  kind: z.enum(relationKinds, `Use one of ${relationKinds.join(", ")}.`)
    .describe("How the first task stands to the other one."),
  otherId: keys.task.describe("The id or reference of the other task."),
});
