import { commenters, everybody, insiders, managers, type Row, type Table } from "./row.ts";
import { changing } from "./tasks.ts";

/** A read of something that belongs to a task, in an open team and in a private one. */
const reading: readonly Row[] = [
  {
    of: "an open team's",
    input: ({ ids }) => ({ taskId: ids.task }),
    scope: "tasks.read",
    in: "eng",
    may: everybody,
  },
  {
    of: "a private team's",
    input: ({ ids }) => ({ taskId: ids.privateTask }),
    scope: "tasks.read",
    in: "private",
    may: everybody,
  },
];

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
  "comments.delete": ofAComment({}, ["member", ...managers]),
};

/** A read of a request for approval on a task of an open team and of a private one. */
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
      of: "on a private team's task",
      input: ({ ids }) => ({ taskId: ids.privateTask, approverId: ids.bao, body: "May I?" }),
      scope: "comments.write",
      in: "private",
      may: insiders,
      // Nobody approves what they ask
      except: { admin: 422 },
    },
  ],
  // What somebody is asked is theirs alone to decide, signed in: no token does it for them
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

export const relationRows: Table = {
  "relations.add": [
    ...changing((ids) => ({ kind: "blocks", otherId: ids.otherTask })),
    {
      of: "to a task that not everybody sees",
      input: ({ ids }) => ({ taskId: ids.task, kind: "blocks", otherId: ids.privateTask }),
      scope: "tasks.write",
      in: "private",
      may: managers,
    },
  ],
  "relations.remove": changing((ids) => ({ kind: "relatesTo", otherId: ids.otherTask })),
};

export const resourceRows: Table = {
  "resources.list": reading,
  "resources.create": changing(() => ({ url: "https://example.com/plan" })),
  "resources.update": changing((ids) => ({ resourceId: ids.resource, patch: { title: "Map" } }))
    .slice(0, 1),
  "resources.delete": changing((ids) => ({ resourceId: ids.resource })).slice(0, 1),
};

/** Following is one's own affair: whoever sees a task may. */
const following: readonly Row[] = reading.map((row) => ({ ...row, scope: "tasks.write" }));

export const shelfRows: Table = {
  "tasks.archive": changing(() => ({})),
  "tasks.restore": changing(() => ({})),
  "tasks.listDrafts": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.listArchived": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.follow": following,
  "tasks.unfollow": following,
};

const own = everybody.filter((kind) => kind !== "member");
const notTheirs = Object.fromEntries(own.map((kind) => [kind, 404]));

/** A change of an entry of the member's inbox, which is there for nobody else. */
function ofAnEntry(input: Row["input"]): readonly Row[] {
  return [{
    input,
    scope: "tasks.write",
    may: ["member"],
    except: { ...notTheirs, "pat:tasks.write": 404 },
  }];
}
const entries = ofAnEntry(({ ids }) => ({ notificationIds: [ids.notification] }));

export const inboxRows: Table = {
  "inbox.list": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "inbox.count": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "inbox.read": entries,
  "inbox.unread": entries,
  "inbox.archive": entries,
  "inbox.restore": entries,
  "inbox.update": ofAnEntry(({ ids }) => ({
    notificationId: ids.notification,
    patch: { read: true },
  })),
  "inbox.readAll": [{ input: () => ({}), scope: "tasks.write", may: everybody }],
};

const template = {
  open: ({ ids }: { ids: Record<string, string> }) => ({ templateId: ids.taskTemplate }),
  private: ({ ids }: { ids: Record<string, string> }) => ({ templateId: ids.privateTemplate }),
};

export const taskTemplateRows: Table = {
  "taskTemplates.list": [{ input: () => ({}), scope: "workspace.read", may: everybody }],
  "taskTemplates.find": [
    { of: "for anyone", input: template.open, scope: "workspace.read", may: everybody },
    {
      of: "for a private team",
      input: template.private,
      scope: "workspace.read",
      in: "private",
      may: everybody,
    },
  ],
  "taskTemplates.create": [{
    input: () => ({ name: "Defect" }),
    scope: "workspace.manage",
    may: managers,
  }],
  "taskTemplates.update": [{
    input: (premises) => ({ ...template.open(premises), patch: { name: "Fault" } }),
    scope: "workspace.manage",
    may: managers,
  }],
  "taskTemplates.archive": [{ input: template.open, scope: "workspace.manage", may: managers }],
  "taskTemplates.restore": [{ input: template.open, scope: "workspace.manage", may: managers }],
};
