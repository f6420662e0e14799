import type { Usage, Workspace } from "../../server/domain/workspaces/schema.ts";
import { usagePath, workspaceSettingsPath } from "../settings_paths.ts";
import { Field } from "../ui/field.tsx";
import { bytesInWords } from "../ui/words.ts";
import { Concern, ConcernForm, CopiedId, type Refused } from "./parts.tsx";
import { TimeZoneField } from "./time_zone.tsx";

/** The form of what the whole workspace is called, and where its days end. */
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
        hint="Where the workspace's days end: a deadline has passed when its day is over here. No date moves when it changes."
        error={errors.timeZone}
      />
      <dl class="person-facts">
        <div>
          <dt>Id</dt>
          <dd>
            <CopiedId name={`Id of ${workspace.name}`} id={workspace.id} />
          </dd>
        </div>
      </dl>
    </ConcernForm>
  );
}

/** What a workspace uses, as figures, beside its limit where it has one. */
export function UsageFigures({ usage }: { usage: Usage }) {
  const { tasks, taskLimit, taskCreationBlocked, databaseBytes } = usage;
  const figures: [name: string, figure: number | string, hint?: string][] = [
    ["Tasks", tasks, "Drafts too; archived ones don't count."],
    ["Projects", usage.projects],
    ["Teams", usage.teams],
    ["People", usage.members],
    ["Agents", usage.agents],
    ["Open invitations", usage.pendingInvitations],
    ...databaseFigure(databaseBytes),
  ];
  return (
    <>
      <Concern
        id="usage"
        title="What is here"
        lead={taskLimit === null
          ? "Nothing is limited but by the disk of the machine that this server runs on."
          : `At most ${
            taskLimit.toLocaleString("en")
          } tasks: whoever runs this server set that limit.`}
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
            <meter min={0} max={taskLimit} value={tasks} aria-label="Tasks of the limit" />
            {taskCreationBlocked && (
              <p class="figures-full" role="note">
                The limit is reached: no task can be made until some are archived, or whoever runs
                this server raises it.
              </p>
            )}
          </>
        )}
      </Concern>
    </>
  );
}

/** How large the database is; nothing where that isn't told. */
function databaseFigure(bytes: number | null): [name: string, size: string, hint: string][] {
  if (bytes === null) return [];
  return [["Database", bytesInWords(bytes), "On the disk of the server."]];
}

/** What a workspace that one runs oneself costs: nothing to anybody here. */
export function Billing() {
  return (
    <Concern id="billing" title="Nothing to pay">
      <p class="settings-prose">
        You run this server yourself. Backlog asks for no licence, counts no seats and sends nothing
        to anybody: there is no plan to choose and no invoice to come. What it costs is the machine
        that it runs on, and the backups that you make of it.
      </p>
      <p class="settings-prose">
        <a href={usagePath}>What this workspace uses</a>
      </p>
    </Concern>
  );
}
