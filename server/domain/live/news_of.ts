import type { SubjectKind } from "../activity/kinds.ts";
import type { Entry } from "./read_news.ts";
import { type Mention, recordsNamedIn, type Related, type RelatedTask } from "./related.ts";
import type { News, Topic } from "./topics.ts";

/** Teams of which a reader must see one; null if everyone can see the record. */
type Teams = readonly string[] | null;

interface TopicNews {
  topic: Topic;
  seeing: readonly Teams[];
  only?: string;
  managers?: true;
}

/** Returns the topics of an activity entry, each with its readers. */
export function newsOf(entry: Entry, related: Related): News[] {
  return about[entry.subject](entry, related).map(({ seeing, ...told }) => ({
    ...told,
    workspaceId: entry.workspaceId,
    seeing: seeing.flatMap((teams) => teams === null ? [] : [teams]),
  }));
}

const everybody = (...topics: Topic[]) => (): TopicNews[] =>
  topics.map((topic) => ({ topic, seeing: [] }));
const nobody = (): TopicNews[] => [];

const about: Record<SubjectKind, (entry: Entry, related: Related) => TopicNews[]> = {
  task: ofTask,
  project: ofProject,
  view: ofView,
  team({ subjectId: id }) {
    const seeing = [[id]];
    return [{ topic: `team:${id}`, seeing }, { topic: "names", seeing }];
  },
  workspace: everybody("names"),
  profile: everybody("names"),
  workflow: everybody("names"),
  label: everybody("names"),
  projectLabel: everybody("names"),
  // Tasks show that an assignee is suspended, and an automation suspends its agents
  automation: ({ kind }) =>
    /suspended$/.test(kind)
      ? everybody("names")()
      : [{ topic: "names", seeing: [], managers: true }],
  agent: ({ kind }) => /_changed$/.test(kind) ? [] : everybody("names")(),
  // Invitations are on the managers' page of members
  invitation: () => [{ topic: "names", seeing: [], managers: true }],
  // Templates are read on demand
  taskTemplate: nobody,
  projectTemplate: nobody,
};

function ofTask(entry: Entry, related: Related): TopicNews[] {
  const { subjectId: id, teamId, parentId, projectId, kind, draft } = entry;
  if (teamId === null) return [];
  const mentions = recordsNamedIn(entry);
  const idsOf = (noun: Mention["noun"]) =>
    mentions.filter((one) => one.noun === noun).map((one) => one.id);
  // A move is news in the old and the new team
  const teams = [...new Set([teamId, ...idsOf("team")])];
  const projects = [...idsOf("project"), ...projectId ? [projectId] : []];
  const others = [...idsOf("task"), ...parentId ? [parentId] : [], ...related.beside.get(id) ?? []];
  const beside = [...new Set(others)].flatMap((other) => {
    const task = related.tasks.get(other);
    return task ? listed({ id: other, ...task }, related) : [];
  });
  const all = [
    ...draft === 1 ? [] : inLists(teams, projects, related),
    ...draft === 1 || kind === "task.published" ? [{ topic: "drafts", seeing: [] } as const] : [],
    { topic: `task:${id}`, seeing: [] } as const,
    ...beside,
  ];
  // A relation is news only for those who see both tasks
  const both = /^task\.relation_/.test(kind)
    ? idsOf("task").flatMap((other) => related.tasks.get(other)?.teamId ?? [])
    : [];
  const needed = [teams, ...both.map((other) => [other])];
  return all.map(({ topic, seeing }) => ({ topic, seeing: [...needed, ...seeing] }));
}

/** Returns the topics of a task that shows another task, and of its lists. */
function listed(task: { id: string } & RelatedTask, related: Related): TopicNews[] {
  const { id, teamId, projectId } = task;
  const all: TopicNews[] = [
    ...inLists([teamId], projectId ? [projectId] : [], related),
    { topic: `task:${id}`, seeing: [] },
  ];
  return all.map(({ topic, seeing }) => ({ topic, seeing: [[teamId], ...seeing] }));
}

function inLists(teams: string[], projects: string[], related: Related): TopicNews[] {
  return [
    { topic: "tasks", seeing: [] },
    ...teams.map((id): TopicNews => ({ topic: `team:${id}`, seeing: [[id]] })),
    ...projects.map((id): TopicNews => ({
      topic: `project:${id}`,
      seeing: [teamsOf(id, related)],
    })),
  ];
}

function ofProject({ subjectId: id, kind, data }: Entry, related: Related): TopicNews[] {
  const seeing = [kind === "project.teams_changed" ? beforeAndAfter(data) : teamsOf(id, related)];
  const topics: Topic[] = [`project:${id}`, "projects"];
  if (!/_(added|removed|posted|derived)$/.test(kind)) topics.push("names");
  return topics.map((topic) => ({ topic, seeing }));
}

function ofView(
  { subjectId: id, teamId, projectId, ownerId }: Entry,
  related: Related,
): TopicNews[] {
  const seeing = [teamId && [teamId], projectId && teamsOf(projectId, related)]
    .map((teams) => teams || null);
  const only = ownerId === null ? {} : { only: ownerId };
  return [{ topic: `view:${id}`, seeing, ...only }, { topic: "views", seeing, ...only }];
}

/** Returns the teams of a project, or null if everyone can see it. */
function teamsOf(id: string, { projects }: Related): Teams {
  return projects.get(id) ?? null;
}

/** Returns a project's former and current teams, for everyone who could or can see it. */
function beforeAndAfter(data: string): Teams {
  const { from, to } = JSON.parse(data) as Record<"from" | "to", { id: string }[]>;
  return from.length === 0 || to.length === 0 ? null : [...from, ...to].map(({ id }) => id);
}
