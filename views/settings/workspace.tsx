import type { Usage, Workspace } from "../../server/domain/workspaces/schema.ts";
import { usagePath, workspaceSettingsPath } from "../settings_paths.ts";
import { Field } from "../ui/field.tsx";
import { bytesInWords } from "../ui/words.ts";
import { Concern, ConcernForm, CopiedId, type Refused } from "./parts.tsx";
import { TimeZoneField } from "./time_zone.tsx";

/** The form of the workspace's name and time zone. */
export function WorkspaceForm({ workspace, refused }: {
  workspace: Workspace;
  refused: Refused & { values: { name?: unknown; timeZone?: unknown } } | null;
}) {
  const { name, timeZone } = refused?.values ?? workspace;
  const errors = refused?.errors ?? {};
  return (
    <ConcernForm
      id="workspace"
      action={workspaceSettingsPath}
      keeps="workspace"
      refused={refused}
      button="Save workspace"
    >
      <input type="hidden" name="version" value={String(workspace.version)} />
      <Field
        name="name"
        label="Name"
        error={errors.name}
        input={{
          value: String(name ?? ""),
          required: true,
          "data-limit": 80,
          autocomplete: "organization",
        }}
      />
      <TimeZoneField
        value={String(timeZone ?? "")}
        hint="A deadline passes when its day ends in this time zone. Changing the time zone doesn't move any dates."
        error={errors.timeZone}
      />
      <dl class="person-facts">
        <div>
          <dt>ID</dt>
          <dd>
            <CopiedId name={`ID of ${workspace.name}`} id={workspace.id} />
          </dd>
        </div>
      </dl>
    </ConcernForm>
  );
}

/** The workspace's record counts, and its task limit if there is one. */
export function UsageFigures({ usage }: { usage: Usage }) {
  const { tasks, taskLimit, taskCreationBlocked, databaseBytes } = usage;
  const figures: [name: string, figure: number | string, hint?: string][] = [
    ["Tasks", tasks, "Includes drafts, but not archived tasks."],
    ["Projects", usage.projects],
    ["Teams", usage.teams],
    ["People", usage.members],
    ["Agents", usage.agents],
    ["Pending invitations", usage.pendingInvitations],
    ...databaseFigure(databaseBytes),
  ];
  return (
    <>
      <Concern
        id="usage"
        title="Usage"
        lead={taskLimit === null
          ? "The only limit is this server's disk space."
          : `Up to ${taskLimit.toLocaleString("en")} tasks. The server operator sets this limit.`}
      >
        <dl class="figures">
          {figures.map(([name, figure, hint]) => (
            <div>
              <dt>{name}</dt>
              <dd>
                {figure.toLocaleString("en")}
                {hint && <small>{hint}</small>}
              </dd>
            </div>
          ))}
        </dl>
        {taskLimit !== null && (
          <>
            <meter min={0} max={taskLimit} value={tasks} aria-label="Tasks used" />
            {taskCreationBlocked && (
              <p class="figures-full" role="note">
                You've reached the task limit. Archive tasks, or ask the server operator to raise
                it.
              </p>
            )}
          </>
        )}
      </Concern>
    </>
  );
}

/** The size of the database, if known. */
function databaseFigure(bytes: number | null): [name: string, size: string, hint: string][] {
  if (bytes === null) return [];
  return [["Database", bytesInWords(bytes), "On the server's disk."]];
}

/** The cost of a self-hosted workspace: nothing. */
export function Billing() {
  return (
    <Concern id="billing" title="Free of charge">
      <p class="settings-prose">
        You run this server yourself, so there are no plans, seats, or invoices. Backlog needs no
        license and sends no data to anyone. You only pay for the server and its backups.
      </p>
      <p class="settings-prose">
        <a href={usagePath}>View usage</a>
      </p>
    </Concern>
  );
}
