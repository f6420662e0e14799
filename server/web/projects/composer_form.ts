import type { Member } from "../../domain/core/actor.ts";
import { listProjectLabels } from "../../domain/project_labels/list.ts";
import { listProjectTemplates } from "../../domain/project_templates/list.ts";
import type { ProjectTemplate } from "../../domain/project_templates/schema.ts";
import { ProjectCreate } from "../../domain/projects/schema.ts";
import { membersOf } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { makingForm, readFields, text, type ValuesOf } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";

const { status: _status, ...fields } = ProjectCreate.shape;

/** The composer's fields, which URL parameters can fill in. */
export const projectForm = { ...makingForm(fields), name: text };

type Typed = ValuesOf<typeof projectForm>;

/**
 * Reads a new project from the composer's URL, with the options of its properties.
 * @param part "whole" if the URL opens the composer, whose template fills in the rest, or "properties" if the URL has all
 *   chosen properties
 */
export async function readComposingProject(at: PageContext<Member>, part: "whole" | "properties") {
  const typed = readFields(projectForm, at.url.searchParams);
  const me = at.viewer.profile.id;
  const [teams, labels, templates] = await Promise.all([
    at.teams(),
    at.askAll(listProjectLabels),
    at.askAll(listProjectTemplates),
  ]);
  const opens = part === "whole";
  const template = opens ? templates.find(({ id }) => id === typed.templateId) : undefined;
  const given = { ...fillingOf(template), ...saidIn(typed) };
  const own = (id: string) => id === "me" ? me : id;
  const memberIds = given.memberIds?.map(own);
  const leadId = given.leadId && own(given.leadId);
  const named = [me, leadId, ...memberIds ?? []];
  const { records: people } = await membersOf(at, { named }, { working: true });
  const values = {
    ...typed,
    ...given,
    memberIds,
    leadId: people.find(({ username }) => username === leadId)?.id ?? leadId,
    teamIds: given.teamIds?.map((team) =>
      teams.find(({ key }) => key === team.toUpperCase())?.id ?? team
    ),
    labels: given.labels?.map((label) => labels.find(({ name }) => name === label)?.id ?? label),
  };
  return { values, people, teams, labels, templates, viewerId: me, clock: pageClockOf(at) };
}

/** Returns the fields that have values. */
function saidIn(typed: Typed): Partial<Typed> {
  const said = Object.entries(typed).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(said);
}

/** Returns the values of a template that the composer shows. */
function fillingOf(template: ProjectTemplate | undefined): Partial<Typed> {
  if (!template) return {};
  const { labelIds, summary, description, leadId, memberIds, teamIds, priority } =
    template.defaults;
  return {
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    ...(leadId ? { leadId } : {}),
    ...(memberIds.length > 0 ? { memberIds } : {}),
    ...(teamIds.length > 0 ? { teamIds } : {}),
    ...(labelIds.length > 0 ? { labels: labelIds } : {}),
    ...(priority === "none" ? {} : { priority }),
  };
}
