import { commenters, insiders, managers, type Row, type Table } from "./row.ts";
import { reading } from "./tasks.ts";

/** A change of the member's own comment on an open task. */
function ofAComment(change: Record<string, unknown>, may: Row["may"]): readonly Row[] {
  return [{
    input: ({ ids }) => ({ taskId: ids.task, commentId: ids.comment, ...change }),
    scope: "comments.write",
    in: "eng",
    may,
  }];
}

export const commentRows: Table = {
  "comments.list": reading,
  "comments.create": [
    {
      of: "on an open team's task",
      input: ({ ids }) => ({ taskId: ids.task, body: "Well done" }),
      scope: "comments.write",
      in: "eng",
      may: commenters,
    },
    {
      of: "on a private team's task",
      input: ({ ids }) => ({ taskId: ids.privateTask, body: "Well done" }),
      scope: "comments.write",
      in: "private",
      may: insiders,
    },
  ],
  // What somebody said is theirs to change; a manager may remove it but not put words into their mouth
  "comments.update": ofAComment({ body: "Better" }, ["member"]),
  "comments.tick": ofAComment({ words: "oil the hinges", done: true }, ["member"]),
  "comments.delete": ofAComment({}, ["member", ...managers]),
};
