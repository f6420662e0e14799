import { everybody, managers, people, type Row, type Table } from "./row.ts";

const read = { scope: "workspace.read", may: everybody } as const;
const readProjects = { scope: "projects.read", may: everybody } as const;
/** Only signed-in people can save and subscribe to views, so no scope allows it. */
const write = { scope: null, session: true, may: people } as const;

/** Only its owner can see a personal view, in any role. */
const mine = {
  ...Object.fromEntries(everybody.filter((kind) => kind !== "member").map((kind) => [kind, 404])),
  "pat:workspace.read": 404,
} as const;

/** Actions on visible views: for everyone, for a private team, and for a private team's project. */
function withAView(rule: Omit<Row, "input">, more: Record<string, unknown> = {}): readonly Row[] {
  return [
    { ...rule, of: "for everybody", input: ({ ids }) => ({ viewId: ids.view, ...more }) },
    {
      ...rule,
      of: "of a private team",
      input: ({ ids }) => ({ viewId: ids.privateView, ...more }),
      in: "private",
    },
    {
      ...rule,
      of: "of a private project",
      input: ({ ids }) => ({ viewId: ids.privateProjectView, ...more }),
      in: "private",
    },
  ];
}

/** Only the view's creator (the member here, the owner there), owners, and admins can change it. */
function changing(more: Record<string, unknown> = {}): readonly Row[] {
  const [open, ...hidden] = withAView({ ...write, may: managers }, more);
  return [{ ...open!, may: [...managers, "member"] }, ...hidden];
}

/** A person who can see a record can add it to their favorites. */
const pinning: readonly Row[] = [
  { ...write, of: "a task", input: ({ ids }) => ({ kind: "task", id: ids.task }) },
  {
    ...write,
    of: "a private team's view",
    input: ({ ids }) => ({ kind: "view", id: ids.privateView }),
    in: "private",
  },
  {
    ...write,
    of: "a private project",
    input: ({ ids }) => ({ kind: "project", id: ids.privateProject }),
    in: "private",
  },
  {
    ...write,
    of: "a private team",
    input: ({ teams }) => ({ kind: "team", id: teams.ppl }),
    in: "private",
  },
];

export const viewRows: Table = {
  "favorites.list": [{ ...read, input: () => ({}) }],
  "favorites.add": pinning,
  "favorites.remove": pinning,
  "favorites.markTasks": [{ ...write, input: ({ ids }) => ({ taskIds: [ids.task] }) }],
  "search.find": [
    "quillwort",
    // Names of a label, a person, a project, a team, and a state; statuses, priorities, and roles; a kind and a synonym
    "hinge",
    "chidi done hinge gate",
    "gatehouse eng in progress",
    "in",
    "urgent draft masonry",
    "completed owner task view",
    "日本 gate",
    "ENG-1",
  ].map((q) => ({ ...read, of: q, input: () => ({ q }) })),
  "views.list": [{ ...read, input: () => ({}) }],
  "views.sidebar": [{ ...read, input: () => ({}) }],
  "views.find": [
    ...withAView(read),
    { ...read, of: "one's own", input: ({ ids }) => ({ viewId: ids.ownView }), except: mine },
  ],
  "views.tasks": withAView({ scope: "tasks.read", may: everybody }),
  "views.projects": [
    {
      ...readProjects,
      of: "for everybody",
      input: ({ ids }) => ({ viewId: ids.projectsView }),
    },
    {
      ...readProjects,
      of: "of a private team",
      input: ({ ids }) => ({ viewId: ids.privateProjectsView }),
      in: "private",
    },
  ],
  "views.create": [
    { ...write, of: "of one's own", input: () => ({ name: "Late" }) },
    {
      ...write,
      of: "for a private team",
      input: ({ teams }) => ({ name: "Late", scope: "team", teamId: teams.ppl }),
      in: "private",
      unseen: 422,
    },
    {
      ...write,
      of: "for a private project",
      input: ({ ids }) => ({ name: "Late", scope: "project", projectId: ids.privateProject }),
      in: "private",
      unseen: 422,
    },
  ],
  "views.update": changing({ patch: { name: "Renamed" } }),
  // Only the person who made a change can undo it
  "views.undo": changing().map((row) => ({
    ...row,
    except: { owner: 409, admin: 409 },
  })),
  "views.knownFilters": [{ input: () => ({ filters: {} }), scope: "tasks.read", may: everybody }],
  "views.archive": changing(),
  "views.restore": changing(),
  "views.subscribe": withAView(write),
  "views.unsubscribe": withAView(write),
};
