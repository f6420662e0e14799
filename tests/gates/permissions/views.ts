import { everybody, managers, people, type Row, type Table } from "./row.ts";

const read = { scope: "workspace.read", may: everybody } as const;
const readProjects = { scope: "projects.read", may: everybody } as const;
/** Saving and following views is for people who have signed in: no scope stands for it. */
const write = { scope: null, session: true, may: people } as const;

/** A personal view is its owner's alone, whatever anyone's role. */
const mine = {
  ...Object.fromEntries(everybody.filter((kind) => kind !== "member").map((kind) => [kind, 404])),
  "pat:workspace.read": 404,
} as const;

/** What one may do with a view that one sees: everybody's, a private team's, a private team's project's. */
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

/** A change is for whoever made the view, the member here and the owner there, and for managers. */
function changing(more: Record<string, unknown> = {}): readonly Row[] {
  const [open, ...hidden] = withAView({ ...write, may: managers }, more);
  return [{ ...open!, may: [...managers, "member"] }, ...hidden];
}

/** Pinning is for oneself alone, whoever one is, as long as one sees the record. */
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
    // Names of a label, a person, a project, a team, a state; statuses, priorities and roles; a kind, a synonym
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
  // What somebody did is theirs to undo, and nobody else's
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
