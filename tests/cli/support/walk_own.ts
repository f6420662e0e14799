import assert from "node:assert/strict";
import type { Answer, Step } from "./walk.ts";

const refOf = ({ reference }: Answer) => reference;

/** Steps with several tasks that affect only the person, such as following. */
export const ownSteps: Step[] = [
  {
    does: "makes several tasks favorites",
    args: () => ["favorites", "add-tasks", "ENG-1, ENG-2"],
    holds: ({ tasks }) => assert.deepEqual(tasks.map(refOf), ["ENG-2"]),
  },
  {
    does: "takes several out",
    args: () => ["favorites", "remove-tasks", "ENG-2"],
    holds: ({ tasks }) => assert.deepEqual(tasks.map(refOf), ["ENG-2"]),
  },
  {
    does: "stops following several tasks",
    args: () => ["tasks", "unfollow", "ENG-1,ENG-2"],
    holds: ({ tasks }) => assert.deepEqual(tasks.map(refOf), ["ENG-1", "ENG-2"]),
  },
  {
    does: "follows several tasks",
    args: () => ["tasks", "follow", "ENG-1"],
    holds: ({ tasks }) => assert.deepEqual(tasks.map(refOf), ["ENG-1"]),
  },
];
