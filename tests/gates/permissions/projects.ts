import {
  everybody,
  managers,
  projectWriters,
  roadmapViewers,
  type Row,
  type Table,
} from "./row.ts";

const read = { scope: "projects.read", may: everybody } as const;
const write = { scope: "projects.write", may: projectWriters } as const;
/** Only owners and admins can create projects and manage their labels and templates. */
const manage = { scope: "projects.write", may: managers } as const;

/** Reads a public project, and a project whose only team is private. */
function reading(more: Record<string, unknown> = {}): readonly Row[] {
  return [
    {
      ...read,
      of: "an open one",
      input: ({ ids }) => ({ projectId: ids.project, ...more }),
      in: "eng",
    },
    {
      ...read,
      of: "a private team's",
      input: ({ ids }) => ({ projectId: ids.privateProject, ...more }),
      in: "private",
    },
  ];
}

/** Changes a project in the same two cases. Besides owners and admins, only its lead can change it. */
function changing(
  change: (ids: Record<string, string>) => Record<string, unknown>,
): readonly Row[] {
  return [
    {
      ...write,
      of: "an open one",
      input: ({ ids }) => ({ projectId: ids.project, ...change(ids) }),
      in: "eng",
    },
    {
      ...write,
      of: "a private team's",
      input: ({ ids }) => ({ projectId: ids.privateProject, ...change(ids) }),
      in: "private",
    },
  ];
}

const one = (row: Omit<Row, "scope" | "may">, rule: Pick<Row, "scope" | "may">): readonly Row[] => [
  { ...row, ...rule },
];

export const projectRows: Table = {
  "projects.list": one({ input: () => ({}) }, read),
  "projects.group": one({ input: () => ({ group: "label" }) }, read),
  "projects.find": reading(),
  "projects.offer": one({ input: () => ({}) }, read),
  "projects.activity": reading(),
  "projects.progressOverTime": reading(),
  "projects.version": reading(),
  "projects.create": one({ input: () => ({ name: "Bridge" }) }, manage),
  "projects.update": changing(() => ({ patch: { summary: "Soon" } })),
  "projects.tick": changing(() => ({ words: "oil the hinges", done: true })),
  "projects.reschedule": changing(() => ({ targetDate: "2027-01-14", carry: true })),
  // Only the person who made a change can undo it
  "projects.undo": changing(() => ({})).map((row) => ({
    ...row,
    except: { admin: 409, projectLead: row.in === "eng" ? 409 : 404 },
  })),
  "projects.archive": changing(() => ({})),
  "projects.restore": changing(() => ({})),
  "projects.addDependency": changing((ids) => ({ otherId: ids.otherProject })),
  "projects.removeDependency": one(
    {
      input: ({ ids }) => ({ projectId: ids.project, otherId: ids.blockingProject }),
      in: "eng",
    },
    write,
  ),
  "projects.seesRoadmap": one({ input: () => ({}) }, read),
  "projects.roadmap": one({ input: () => ({}) }, { ...read, may: roadmapViewers }),
  "milestones.list": reading(),
  "milestones.offer": one({ input: () => ({}) }, read),
  "milestones.create": changing(() => ({ name: "Opening" })),
  "milestones.update": one(
    {
      input: ({ ids }) => ({
        projectId: ids.project,
        milestoneId: ids.milestone,
        patch: { name: "Closing" },
      }),
      in: "eng",
    },
    write,
  ),
  "milestones.archive": one(
    {
      input: ({ ids }) => ({ projectId: ids.project, milestoneId: ids.milestone }),
      in: "eng",
    },
    write,
  ),
  "milestones.restore": one(
    {
      input: ({ ids }) => ({ projectId: ids.project, milestoneId: ids.milestone }),
      in: "eng",
    },
    write,
  ),
  "projectUpdates.list": reading(),
  "projectUpdates.post": changing(() => ({ health: "onTrack", body: "Well" })),
  "projectLabels.list": one({ input: () => ({}) }, read),
  "projectLabels.find": one({ input: ({ ids }) => ({ labelId: ids.projectLabel }) }, read),
  "projectLabels.create": one({ input: () => ({ name: "Quay" }) }, manage),
  "projectLabels.update": one(
    { input: ({ ids }) => ({ labelId: ids.projectLabel, patch: { name: "Pier" } }) },
    manage,
  ),
  "projectLabels.archive": one({ input: ({ ids }) => ({ labelId: ids.projectLabel }) }, manage),
  "projectLabels.restore": one({ input: ({ ids }) => ({ labelId: ids.projectLabel }) }, manage),
  "projectLabels.merge": one(
    { input: ({ ids }) => ({ labelId: ids.projectLabel, into: ids.otherProjectLabel }) },
    manage,
  ),
  "projectLabels.uses": one({ input: () => ({}) }, manage),
  "projectTemplates.list": one({ input: () => ({}) }, read),
  "projectTemplates.find": one(
    { input: ({ ids }) => ({ templateId: ids.projectTemplate }) },
    read,
  ),
  "projectTemplates.create": one({ input: () => ({ name: "Launch" }) }, manage),
  "projectTemplates.update": one(
    { input: ({ ids }) => ({ templateId: ids.projectTemplate, patch: { name: "Start" } }) },
    manage,
  ),
  "projectTemplates.archive": one(
    { input: ({ ids }) => ({ templateId: ids.projectTemplate }) },
    manage,
  ),
  "projectTemplates.restore": one(
    { input: ({ ids }) => ({ templateId: ids.projectTemplate }) },
    manage,
  ),
};
