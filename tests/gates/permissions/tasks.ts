import {
  everybody,
  insiders,
  outsidersEditors,
  type Row,
  type Table,
  taskCreators,
  taskWriters,
} from "./row.ts";

/** Reads of a task. Everyone can read a public team's tasks, and only members, owners, and admins a private team's. */
export const reading: readonly Row[] = [
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

/** Changes a task of a public team and of a private one. */
export function changing(
  change: (ids: Record<string, string>) => Record<string, unknown>,
  may: Row["may"] = taskWriters,
): readonly Row[] {
  return [
    {
      of: "an open team's",
      input: ({ ids }) => ({ taskId: ids.task, ...change(ids) }),
      scope: "tasks.write",
      in: "eng",
      may,
    },
    {
      of: "a private team's",
      input: ({ ids }) => ({ taskId: ids.privateTask, ...change(ids) }),
      scope: "tasks.write",
      in: "private",
      may: insiders,
    },
  ];
}

/** Changes a task or draft that the outsider created in Engineering. */
function changingOutsiders(
  of: string,
  record: "outsidersTask" | "outsidersDraft",
  change: Record<string, unknown>,
  may: Row["may"] = outsidersEditors,
): Row {
  return {
    of,
    input: ({ ids }) => ({ taskId: ids[record], ...change }),
    scope: "tasks.write",
    in: "eng",
    may,
  };
}

/** Everyone who can see a task can follow it. */
const following: readonly Row[] = reading.map((row) => ({ ...row, scope: "tasks.write" }));

/** The same task in a request for many. */
const asOneOfMany = (row: Row): Row => ({
  ...row,
  input: (fullCast) => {
    const { taskId, patch } = row.input(fullCast) as { taskId: string; patch: unknown };
    return { taskIds: [taskId], patch };
  },
});

const updating: readonly Row[] = [
  ...changing(() => ({ patch: { priority: "high" } })),
  changingOutsiders("texts of the outsider's", "outsidersTask", {
    patch: { title: "Mend", description: "Soon" },
  }),
  changingOutsiders("publishing the outsider's", "outsidersDraft", { patch: { draft: false } }),
  changingOutsiders("more of the outsider's", "outsidersDraft", {
    patch: { title: "Mend", priority: "high" },
  }, taskWriters),
  {
    of: "into a private team",
    input: ({ ids }) => ({ taskId: ids.task, patch: { teamId: "PPL" } }),
    scope: "tasks.write",
    in: "eng",
    may: ["owner", "admin"],
    // For people who can't see a team, it doesn't exist
    except: { lead: 422, member: 422, memberPat: 422, automation: 422, agent: 422 },
  },
  {
    of: "into another open team",
    input: ({ ids }) => ({ taskId: ids.task, patch: { teamId: "SUP" } }),
    scope: "tasks.write",
    in: "eng",
    // Requires a writer in both teams, and Engineering's members are only in that one
    may: ["owner", "admin"],
    // For an automation, only its own teams exist
    except: { automation: 422, agent: 422 },
  },
];

const ticking: readonly Row[] = [
  ...changing(() => ({ words: "oil the hinges", done: true })),
  changingOutsiders("the outsider's", "outsidersTask", { words: "oil the hinges", done: true }),
];

export const taskRows: Table = {
  "tasks.updateMany": [
    ...changing(() => ({ patch: { priority: "high" } })),
    ...changing(() => ({ patch: { archived: true } })).map((row) => ({
      ...row,
      of: `archiving ${row.of}`,
    })),
  ].map(asOneOfMany),
  "tasks.tick": ticking,
  "tasks.tickRow": ticking,
  // Only the person who made a change can undo it
  "tasks.undo": [
    {
      input: ({ ids }) => ({ activityId: ids.activity }),
      scope: "tasks.write",
      in: "eng",
      may: ["member"],
    },
    {
      of: "the outsider's creation of a task",
      input: ({ ids }) => ({ activityId: ids.outsidersTask }),
      scope: "tasks.write",
      in: "eng",
      may: ["outsider"],
      // Nobody else has changed the task
      except: Object.fromEntries(
        [...everybody, "memberPat" as const, "pat:tasks.write" as const]
          .filter((one) => one !== "outsider" && one !== "automationElsewhere")
          .map((one) => [one, 409 as const]),
      ),
    },
  ],
  "tasks.list": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.listCacheKeys": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.countValues": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.group": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.findByReference": [{
    input: () => ({ references: [] }),
    scope: "tasks.read",
    may: everybody,
  }],
  "tasks.findParents": [{ input: () => ({ ids: [] }), scope: "tasks.read", may: everybody }],
  "tasks.findSeveral": [{ input: () => ({ ids: [] }), scope: "tasks.read", may: everybody }],
  "tasks.find": reading,
  "tasks.findId": reading,
  "tasks.findRow": reading,
  "tasks.activity": reading,
  "tasks.texts": reading.map((row) => ({
    ...row,
    input: (ids) => ({ ...row.input(ids) as object, texts: [] }),
  })),
  "tasks.version": reading,
  "tasks.create": [
    {
      of: "in an open team",
      input: () => ({ title: "Hang the gate", teamId: "ENG" }),
      scope: "tasks.write",
      in: "eng",
      unseen: 422,
      may: taskCreators,
    },
    {
      of: "in a private team",
      input: () => ({ title: "Hang the gate", teamId: "PPL" }),
      scope: "tasks.write",
      in: "private",
      unseen: 422,
      may: insiders,
    },
  ],
  "tasks.update": updating,
  "tasks.updateRow": updating,
  "tasks.makeSubTasks": changing(() => ({ description: "- Oil the lock", from: 1, to: 1 })),
  "tasks.archive": [
    ...changing(() => ({})),
    changingOutsiders("the outsider's", "outsidersTask", {}, taskWriters),
    changingOutsiders("the outsider's draft", "outsidersDraft", {}),
  ],
  "tasks.restore": [
    ...changing(() => ({})),
    changingOutsiders("the outsider's", "outsidersTask", {}, taskWriters),
    changingOutsiders("the outsider's draft", "outsidersDraft", {}),
  ],
  "tasks.whyNoMore": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.listDrafts": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.listArchived": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "tasks.follow": following,
  "tasks.unfollow": following,
  "tasks.followMany": following.map((row) => ({
    ...row,
    input: (fullCast) => ({ taskIds: [(row.input(fullCast) as { taskId: string }).taskId] }),
  })),
};
