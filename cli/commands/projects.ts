import { type Collection, workspacePath } from "../client.ts";
import { choice, command, flag, value } from "../command.ts";
import { print } from "../output.ts";
import { askPage, given, paging, withMore } from "../paging.ts";
import { table } from "../table.ts";
import { resolveSettings } from "../settings.ts";
import { priorities } from "../task_fields.ts";

interface Project {
  key: string;
  name: string;
  status: string;
  targetDate?: string | null;
}
/** The orders that a list can be asked for in. */
const projectSorts = ["-createdAt", "createdAt", "-updatedAt", "name", "-priority", "targetDate"];

type Projects = Collection<"projects", Project>;

function render({ projects, nextCursor }: Projects): string {
  const rows = projects.map(({ key, status, targetDate, name }) => [
    key,
    status,
    targetDate ?? "",
    name,
  ]);
  const body = table(["Project", "Status", "Target", "Name"], rows, "No project matches.");
  return withMore(body, { nextCursor });
}

export const commands = [
  command({
    path: "projects list",
    summary: "List projects",
    options: {
      status: value(
        "<statuses>",
        "With any of these statuses; several are separated by commas",
        ["backlog", "planned", "active", "completed", "cancelled"],
      ),
      leadId: value("<id>", "Led by this profile; me and none are understood"),
      memberId: value("<id>", "On which this profile works; me is understood"),
      teamId: value("<id>", "Of this team"),
      label: value("<label>", "With this label"),
      health: value(
        "<healths>",
        "Whose latest update says one of these: onTrack, atRisk, offTrack, none",
        ["onTrack", "atRisk", "offTrack", "none"],
      ),
      priority: value("<priorities>", "With any of these priorities", priorities),
      updatedSince: value("<time>", "Changed since this time: 2026-12-03, today, 7d or -7d"),
      q: value("<text>", "With these words"),
      sort: choice("<order>", projectSorts),
      archived: flag("Archived ones, in place of the others"),
      includeArchived: flag("Archived ones too"),
      ...paging,
    },
    async run({ options: { archived, includeArchived, ...asked }, globals }) {
      const query = { ...asked, ...given({ archived, includeArchived }) };
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/projects`;
      const answer = await askPage<"projects", Project>(settings, path, "projects", query);
      await print(globals, answer, render);
    },
  }),
];
