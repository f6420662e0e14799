import {
  editableTexts,
  openOnProjectPath,
  projectAdditions,
} from "../../../views/project_detail_paths.ts";
import type { projectPagePath } from "../../../views/project_paths.ts";
import { isTaskWriter, type Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findProject } from "../../domain/projects/find.ts";
import { progressOverTime } from "../../domain/projects/progress_days.ts";
import type { ProjectDetail } from "../../domain/projects/schema.ts";
import { openStatuses } from "../../domain/vocabulary.ts";
import type { PageContext } from "../context.ts";
import { pageClockOf } from "../page_clock.ts";
import { drawRows } from "../tasks/drawn_rows.ts";
import { readList } from "../tasks/read_rows.ts";
import { showTexts, type WrittenText } from "../tasks/shown_texts.ts";
import { factsForUpdate } from "./update_facts.ts";
import { canEditProject, whyNotWritable } from "./why_not_writable.ts";

/**
 * Reads everything on a project's page except unsaved text.
 * @throws NotFound if the project doesn't exist or the viewer can't see it
 */
export async function readProjectDetail(at: PageContext<Member, typeof projectPagePath>) {
  const { projectId } = at.params;
  const [found, favorites] = await Promise.all([
    at.ask(findProject, { projectId }),
    at.favorites(),
  ]);
  const project = parseJson(found.json);
  const clock = pageClockOf(at);
  const opens = opensOf(at.url);
  const refusal = whyNotWritable(at.viewer, project);
  const [progress, tasks, facts] = await Promise.all([
    at.askOnce(progressOverTime, { projectId: project.id }),
    readTasks(at, project),
    opens.add === "update" && refusal === null ? factsForUpdate(at, project, clock) : "",
  ]);
  const written: WrittenText[] = [
    { of: project.id, text: project.description ?? "", kind: "description" },
    ...project.updates.map(({ id, body }) => ({ of: id, text: body, kind: "comment" as const })),
  ];
  const texts = await showTexts(at, { projectId: project.id }, written, {
    whole: at.url.searchParams.get("whole"),
    all: (whole) => `${openOnProjectPath(project.id, { whole })}#${whole}`,
  });
  return {
    project,
    favorite: favorites.some(({ id }) => id === project.id),
    clock,
    refusal,
    mayAct: canEditProject(at.viewer, project),
    viewerId: at.viewer.profile.id,
    texts,
    opens,
    progress,
    tasks,
    /** The prefilled text of a new update. */
    facts,
  };
}

/** Maximum number of open tasks on a project's page. */
const MOST_TASKS = 15;

/** Reads the first open tasks of a project, as list rows. */
async function readTasks(at: PageContext<Member>, { id: projectId, teams }: ProjectDetail) {
  const query = { projectId, status: openStatuses.join(",") };
  const { tasks, next } = await readList(at, query, MOST_TASKS, undefined);
  const [rows = ""] = await drawRows(at, query, [{ tasks }]);
  const mine = await at.teams();
  const composes = mine.some(({ id }) =>
    isTaskWriter(at.viewer, id) && (teams.length === 0 || teams.some((team) => team.id === id))
  );
  return { rows, shown: tasks.length, more: next !== null, composes };
}

/** Reads what the URL opens on the page. */
function opensOf({ searchParams }: URL) {
  return {
    edit: editableTexts.find((one) => one === searchParams.get("edit")) ?? null,
    add: projectAdditions.find((one) => one === searchParams.get("add")) ?? null,
    milestone: searchParams.get("milestone"),
    history: searchParams.get("history") === "all" ? "all" as const : undefined,
  };
}
