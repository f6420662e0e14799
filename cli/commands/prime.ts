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

const words = `## Words

- A task has a reference (ENG-123), which stands wherever its id does, a team, a title, a status, a
  priority, and maybe a description in Markdown, project, milestone, assignee, deadline, parent, tags.
- Statuses: backlogged, planned, progressed, completed, cancelled.
  Priorities: none, low, medium, high, urgent.
- A draft is in no list until it is published. What is archived is put away, not gone.
- Teams and projects are named by key or name, people by username or name; "me" is you.`;

const commandsTold = `## Commands, after the program's name

- tasks list --assignee-id me --status planned,progressed
- tasks show ENG-123
- tasks create --team-id ENG --title "Mend the gate" --description - < text.md
- tasks update ENG-123 --status progressed --assignee-id me
- tasks comment ENG-123 "What I found"
- tasks update-many ENG-123,ENG-124 --add-tag Bug
- tasks undo ENG-123 (takes back what you did last to it)
- projects list --status active
- inbox list
- search "broken gate"

Each has --help with examples. All but this prints JSON into a pipe; --compact a line a record,
--quiet references and ids alone.
Exit codes: 0 done, 1 failed, 2 used wrongly, 4 not signed in. An error says what to do.`;

/** A text on one line, short enough to stand in a list. */
const short = (text: string | null | undefined) => [...oneLine(text ?? "")].slice(0, 100).join("");

function whoOf({ principal, viewer, member, workspace }: Me): string {
  const username = member?.username ? ` (@${short(member.username)})` : "";
  const role = member?.role ? `, ${short(member.role)}` : "";
  const scopes = (principal?.scopes ?? []).map(short).join(", ");
  return `You are ${
    short(member?.name ?? viewer?.name) || "an automation"
  }${username}${role}, in ` +
    `${short(workspace?.name)}.\nYour token (${short(principal?.tokenKind)}) may: ${scopes}.`;
}

function lineOf({ reference, status, priority, deadlineAt, title }: Task): string {
  const due = deadlineAt ? `, due ${deadlineAt}` : "";
  return `- ${short(reference)} (${status}, ${priority}${due}) ${short(title)}`;
}

export const commands = [
  command({
    path: "prime",
    summary: "Tell an agent what it needs to know to work here: who it is, words, commands, tasks",
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
      const ready = tasks.length > 0 ? tasks.map(lineOf).join("\n") : "Nothing is assigned to you.";
      writeText(
        `# Backlog\n\n${whoOf(me)}\n\n${words}\n- Teams: ${keys}.\n\n${commandsTold}\n\n` +
          `## Ready for you\n\n${ready}\n`,
      );
    },
  }),
];
