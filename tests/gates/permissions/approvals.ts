import { commenters, everybody, insiders, managers, type Row, type Table } from "./row.ts";
import { reading } from "./tasks.ts";

/** Reads an approval request on a task of a public team and of a private one. */
const readingRequest: readonly Row[] = [
  { ...reading[0]!, input: ({ ids }) => ({ approvalId: ids.approval }) },
  { ...reading[1]!, input: ({ ids }) => ({ approvalId: ids.privateApproval }) },
];

export const approvalRows: Table = {
  "approvals.list": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "approvals.listOfTask": reading,
  "approvals.find": readingRequest,
  "approvals.create": [
    {
      of: "on an open team's task",
      input: ({ ids }) => ({ taskId: ids.task, approverId: ids.tove, body: "May I?" }),
      scope: "comments.write",
      in: "eng",
      may: commenters,
    },
    {
      of: "on the outsider's task in an open team",
      input: ({ ids }) => ({ taskId: ids.outsidersTask, approverId: ids.tove, body: "May I?" }),
      scope: "comments.write",
      in: "eng",
      may: [...commenters, "outsider"],
    },
    {
      of: "on a private team's task",
      input: ({ ids }) => ({ taskId: ids.privateTask, approverId: ids.bao, body: "May I?" }),
      scope: "comments.write",
      in: "private",
      may: insiders,
      // Nobody can approve their own request
      except: { admin: 422 },
    },
  ],
  // Only the signed-in approver can decide; no token can
  "approvals.decide": [{
    input: ({ ids }) => ({ approvalId: ids.approval, decision: "approved" }),
    scope: null,
    session: true,
    in: "eng",
    may: ["member"],
  }],
  "approvals.withdraw": [{
    input: ({ ids }) => ({ approvalId: ids.approval }),
    scope: "comments.write",
    in: "eng",
    may: ["lead", ...managers],
  }],
};
