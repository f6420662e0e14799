import { editableTexts, projectAdditions } from "../../../views/project_detail_paths.ts";
import type { projectPagePath } from "../../../views/project_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findProject } from "../../domain/projects/find.ts";
import type { PageContext } from "../context.ts";
import { pageClockOf } from "../page_clock.ts";
import { showProjectTexts } from "../tasks/shown_texts.ts";
import { mayWrite, whyNotWritable } from "./why_not_writable.ts";

/**
 * Everything that a project's page shows, but for what is being written on it.
 * @throws NotFound when there is none, or none for this member
 */
export async function readProjectPage(at: PageContext<Member, typeof projectPagePath>) {
  const { projectId } = at.params;
  const [found, favorites] = await Promise.all([
    at.ask(findProject, { projectId }),
    at.favorites(),
  ]);
  const project = parseJson(found.json);
  const written = [project.description ?? "", ...project.updates.map(({ body }) => body)];
  return {
    project,
    favorite: favorites.some(({ id }) => id === project.id),
    clock: pageClockOf(at),
    refusal: whyNotWritable(at.viewer, project),
    mayAct: mayWrite(at.viewer, project),
    viewerId: at.viewer.profile.id,
    texts: await showProjectTexts(at, project.id, written),
    opens: opensOf(at.url),
  };
}

/** What a page's URL opens on it. */
function opensOf({ searchParams }: URL) {
  return {
    edit: editableTexts.find((one) => one === searchParams.get("edit")) ?? null,
    add: projectAdditions.find((one) => one === searchParams.get("add")) ?? null,
    milestone: searchParams.get("milestone"),
    history: searchParams.get("history") === "all" ? "all" as const : undefined,
  };
}
