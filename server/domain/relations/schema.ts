import { z } from "zod";
import { keys } from "../core/keys.ts";
import { relationKinds } from "../vocabulary.ts";

const kind = z.enum(relationKinds, `Use one of ${relationKinds.join(", ")}.`);

/** `PUT, DELETE …/tasks/{taskId}/relations/{kind}/{otherId}`. */
export const RelationKey = z.strictObject({
  taskId: keys.task,
  kind: kind.describe("Relation of the task to the other task, such as `blocks`."),
  otherId: keys.task.describe("Other task, by ID or reference."),
});

/** The maximum number of relations of a new task. */
export const MOST_STARTING_RELATIONS = 50;

/** The relations of a new task. */
export const startingRelations = z.array(z.strictObject({
  kind: kind.describe("Relation of the new task to the other task."),
  taskId: keys.task.describe("Other task, by ID or reference."),
})).max(MOST_STARTING_RELATIONS, `Use at most ${MOST_STARTING_RELATIONS} relations.`);
export type StartingRelation = z.output<typeof startingRelations>[number];
