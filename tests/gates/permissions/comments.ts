import { commenters, everybody, insiders, managers, type Row, type Table } from "./row.ts";
import { reading } from "./tasks.ts";

/** Edits the member's own comment on a public task. */
function ofAComment(change: Record<string, unknown>, may: Row["may"]): readonly Row[] {
  return [{
    input: ({ ids }) => ({ taskId: ids.task, commentId: ids.comment, ...change }),
    scope: "comments.write",
    in: "eng",
    may,
  }];
}

/** Comments on tasks of a public team and of a private one. */
function onATask(input: Record<string, unknown>): readonly Row[] {
  const scope = "comments.write";
  return [
    {
      of: "on an open team's task",
      input: ({ ids }) => ({ taskId: ids.task, ...input }),
      scope,
      in: "eng",
      may: commenters,
    },
    {
      of: "on a private team's task",
      input: ({ ids }) => ({ taskId: ids.privateTask, ...input }),
      scope,
      in: "private",
      may: insiders,
    },
    {
      of: "on the outsider's task in an open team",
      input: ({ ids }) => ({ taskId: ids.outsidersTask, ...input }),
      scope,
      in: "eng",
      may: [...commenters, "outsider"],
    },
  ];
}

/** Only the owner has a draft comment there. For everyone else, it doesn't exist. */
const theOwnersAlone = Object.fromEntries(
  [...everybody, "memberPat"].filter((one) => one !== "owner").map((one) => [one, 404 as const]),
);
const own = { scope: "comments.write", may: everybody } as const;

export const commentRows: Table = {
  "comments.list": reading,
  "comments.create": onATask({ body: "Well done" }),
  "comments.keepUnsent": onATask({ body: "Well" }),
  "comments.listUnsent": [{ ...own, input: () => ({}) }],
  "comments.findUnsent": reading.map((row) => ({ ...row, ...own, except: theOwnersAlone })),
  "comments.discardUnsent": reading.map((row) => ({ ...row, ...own })),
  // Only its author can edit a comment. Owners and admins can delete it
  "comments.update": ofAComment({ body: "Better" }, ["member"]),
  "comments.tick": ofAComment({ words: "oil the hinges", done: true }, ["member"]),
  "comments.delete": ofAComment({}, ["member", ...managers]),
};
