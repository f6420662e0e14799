import assert from "node:assert/strict";
import type { Step } from "./walk.ts";

/** Steps that archive and restore records. */
export const shelvingSteps: Step[] = [
  {
    does: "archives a task",
    args: () => ["tasks", "archive", "eng-1"],
    holds: ({ task }) => assert.notEqual(task.archivedAt, null),
  },
  {
    does: "brings it back",
    args: () => ["tasks", "restore", "ENG-1"],
    holds: ({ task }) => assert.equal(task.archivedAt, null),
  },
];
