import type { Task } from "../../server/domain/tasks/schema.ts";
import { ask, chosenWorkspace, type Collection, workspacePath } from "../client.ts";
import { command } from "../command.ts";
import { oneLine, writeText } from "../output.ts";
import { resolveSettings } from "../settings.ts";

interface Me {
  principal?: { tokenKind?: string; scopes?: string[] };
  viewer?: { name?: string } | null;
  member?: { name?: string; username?: string; role?: string | null } | null;
  workspace?: { name?: string } | null;
}
type Teams = Collection<"teams", { key: string; name: string }>;
type Tasks = Collection<"tasks", Task>;

const words = `## Terms

- A task has a reference (ENG-123, usable wherever an ID is), a team, a title, a status, and a priority.
  It can have a description in Markdown, project, milestone, assignee, deadline, parent, and tags.
- Statuses: backlogged, planned, progressed, completed, cancelled.
  Priorities: none, low, medium, high, urgent.
- Lists hide a draft until it is published. Archived records can be restored.
- Refer to teams and projects by key or name, and to people by username or name. "me" is you.`;

const commandList = `## Commands (after the program's name)

- tasks list --assignee-id me --status planned,progressed
- tasks show ENG-123
- tasks create --team-id ENG --title "Mend the gate" --description - < text.md
- tasks update ENG-123 --status progressed --assignee-id me
- tasks comment ENG-123 "What I found"
- tasks update-many ENG-123,ENG-124 --add-tag Bug
- tasks undo ENG-123 (undoes your last change to the task, except comments)
- projects list --status active
- inbox list
- search "broken gate"
- help topics (lists guides)

Every command has --help with examples. When piped, every command except this one and help prints JSON.
--compact prints one record per line, --quiet only references and IDs.
Exit codes: 0 success, 1 failure, 2 invalid use, 4 not signed in. Errors say what to do.`;

/** Puts text on one line, short enough for a list. */
const short = (text: string | null | undefined) => [...oneLine(text ?? "")].slice(0, 100).join("");

function whoOf({ principal, viewer, member, workspace }: Me): string {
  const username = member?.username ? ` (@${short(member.username)})` : "";
  const role = member?.role ? `, ${short(member.role)}` : "";
  const scopes = (principal?.scopes ?? []).map(short).join(", ");
  return `You are ${
    short(member?.name ?? viewer?.name) || "an automation"
  }${username}${role}, in ` +
    `${short(workspace?.name)}.\nScopes of your token (${short(principal?.tokenKind)}): ${scopes}.`;
}

function lineOf({ reference, status, priority, deadlineAt, title }: Task): string {
  const due = deadlineAt ? `, deadline ${deadlineAt}` : "";
  return `- ${short(reference)} (${status}, ${priority}${due}) ${short(title)}`;
}

export const commands = [
  command({
    path: "prime",
    summary: "Print instructions for an agent: profile, terms, commands, and tasks",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const query = { workspaceId: await chosenWorkspace(settings) };
      const me = await ask<Me>(settings, { method: "GET", path: "/me", query });
      const path = await workspacePath(settings);
      const { teams } = await ask<Teams>(settings, {
        method: "GET",
        path: `${path}/teams`,
        query: { limit: "20" },
      });
      const { tasks } = await ask<Tasks>(settings, {
        method: "GET",
        path: `${path}/tasks`,
        query: {
          assigneeId: "me",
          status: "planned,progressed",
          sort: "-priority",
          limit: "10",
        },
      });
      const keys = teams.map(({ key, name }) => `${short(key)} (${short(name)})`).join(", ");
      const ready = tasks.length > 0
        ? tasks.map(lineOf).join("\n")
        : "No open tasks are assigned to you.";
      writeText(
        `# Backlog\n\n${whoOf(me)}\n\n${words}\n- Teams: ${keys}.\n\n${commandList}\n\n` +
          `## Ready for you\n\n${ready}\n`,
      );
    },
  }),
];
