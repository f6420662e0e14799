import { z } from "zod";
import { keys } from "../core/keys.ts";
import { relationKinds } from "../vocabulary.ts";

const kind = z.enum(relationKinds, `Use one of ${relationKinds.join(", ")}.`);

/** `PUT, DELETE …/tasks/{taskId}/relations/{kind}/{otherId}`. */
export const RelationKey = z.strictObject({
  taskId: keys.task,
  kind: kind.describe("How the first task stands to the other one."),
  otherId: keys.task.describe("The id or reference of the other task."),
});

/** How many relations a new task can start with. */
export const MOST_STARTING_RELATIONS = 50;

/** How a new task stands to others from the start. */
export const startingRelations = z.array(z.strictObject({
  kind: kind.describe("How the new task stands to the other one."),
  taskId: keys.task.describe("The id or reference of the other task."),
})).max(MOST_STARTING_RELATIONS, `Name at most ${MOST_STARTING_RELATIONS} relations.`);
export type StartingRelation = z.output<typeof startingRelations>[number];
