import assert from "node:assert/strict";
import type { Answer, Step } from "./walk.ts";

/** Steps with draft comments. */
export const unsentSteps: Step[] = [
  {
    does: "keeps a comment that isn't sent yet",
    args: () => ["unsent", "keep", "ENG-1", "Half a\nthought"],
    holds: ({ unsentComment }) =>
      assert.deepEqual([unsentComment.task.reference, unsentComment.body], [
        "ENG-1",
        "Half a\nthought",
      ]),
  },
  {
    does: "shows the comment that was begun",
    args: () => ["unsent", "show", "ENG-1"],
    holds: ({ unsentComment }) => assert.equal(unsentComment.body, "Half a\nthought"),
  },
  { does: "sends what was begun", args: () => ["tasks", "comment", "ENG-1", "Half a\nthought"] },
  {
    does: "shows nothing that was sent",
    args: () => ["unsent", "show", "ENG-1"],
    code: 1,
    says: /^You have no draft comment on this task\./,
  },
  { does: "keeps another one", args: () => ["unsent", "keep", "ENG-2", "A whole one"] },
  {
    does: "lists what wasn't sent",
    args: () => ["unsent", "list"],
    holds: ({ unsentComments }) =>
      assert.deepEqual(unsentComments.map(({ body }: Answer) => body), ["A whole one"]),
  },
  {
    does: "discards what was begun",
    args: () => ["unsent", "discard", "ENG-2"],
    holds: (answer) => assert.deepEqual(answer, { unsent: false }),
  },
];
