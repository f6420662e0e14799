import { z } from "zod";
import { key } from "../fields.ts";
import { relationKinds } from "../tasks/schema.ts";

/** `PUT, DELETE …/tasks/{taskId}/relations/{kind}/{otherId}`. `contract.md`, REST API v1 */
export const RelationKey = z.strictObject({
  taskId: key,
  kind: z.enum(relationKinds, `Use one of ${relationKinds.join(", ")}.`),
  otherId: key,
});
