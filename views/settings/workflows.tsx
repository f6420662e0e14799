import type { Team } from "../../server/domain/teams/schema.ts";
import type { Workflow } from "../../server/domain/workflows/schema.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { workflowPath, workflowsPath } from "../settings_paths.ts";
import { ActForm } from "../ui/act_form.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { counted } from "../ui/words.ts";
import { Concern, NameField } from "./parts.tsx";
import { CancelLink, IconLink } from "./record_links.tsx";
import { type OpenWorkflowForm, StateForm, StateItem } from "./workflow_states.tsx";

interface WorkflowsProps {
  workflows: readonly Workflow[];
  /** Active teams. */
  teams: readonly Pick<Team, "id" | "name" | "key" | "workflowId">[];
  open: OpenWorkflowForm | null;
}

/** Every workflow with its states and the teams that use it, the default first. */
export function Workflows({ workflows, teams, open }: WorkflowsProps) {
  const inUse = workflows.filter(({ archivedAt }) => archivedAt === null);
  const archived = workflows.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <>
      <div class="workflows-lead">
        <p>
          A workflow defines the states of a team's tasks, in the order of board columns. Each state
          maps to one of the five statuses.
        </p>
        {open?.form !== "new" && (
          <a id="add-workflow" class="button" href={withQuery(workflowsPath, { create: "1" })}>
            <Icon name="plus" />
            <span>New workflow</span>
          </a>
        )}
      </div>
      {open?.form === "new" && <NewWorkflow workflows={inUse} open={open} />}
      {inUse.map((workflow) => <WorkflowConcern workflow={workflow} teams={teams} open={open} />)}
      {archived.length > 0 && (
        <Concern
          id="archived"
          title="Archived workflows"
          lead="Archived workflows can't be used until you restore them. You can reuse their names."
        >
          <ul class="record-list">
            {archived.map(({ id, name }) => (
              <li id={id} class="record-item">
                <bdi>{name}</bdi>
                <span></span>
                <div class="record-acts">
                  <ActForm
                    path={workflowPath(id)}
                    act="restore"
                    name={`Restore the workflow ${name}`}
                    title="Restore"
                    icon="restore"
                  />
                </div>
              </li>
            ))}
          </ul>
        </Concern>
      )}
    </>
  );
}

function WorkflowConcern({ workflow, teams, open }: {
  workflow: Workflow;
  teams: WorkflowsProps["teams"];
  open: OpenWorkflowForm | null;
}) {
  const { id, name, states } = workflow;
  const own = open?.id === id ? open : null;
  return (
    <Concern
      id={id}
      title={name}
      lead={<UsedBy workflow={workflow} teams={teams} />}
      beside={<WorkflowActs workflow={workflow} />}
    >
      {own?.form === "name" && <NameForm workflow={workflow} open={own} />}
      <ul
        id={`states-${id}`}
        class="record-list"
        data-moves="states"
        aria-label={`States of ${name}`}
        aria-describedby={`keys-${id}`}
      >
        {states.map((state) => <StateItem workflow={workflow} state={state} open={open} />)}
      </ul>
      <p id={`keys-${id}`} class="unseen">Press Alt and an arrow key to move a state.</p>
      {own?.form === "addState" && <StateForm workflow={workflow} open={own} />}
      {own?.form === "team" && <TeamForm workflow={workflow} teams={teams} open={own} />}
      <div class="workflow-ways">
        {own?.form !== "addState" && (
          <a
            id={`add-state-${id}`}
            class="button"
            data-kind="quiet"
            href={withQuery(workflowsPath, { addState: id })}
          >
            <Icon name="plus" />
            <span>
              Add state<span class="unseen">: {name}</span>
            </span>
          </a>
        )}
        {own?.form !== "team" && teams.some(({ workflowId }) => workflowId !== id) && (
          <a
            id={`add-team-${id}`}
            class="button"
            data-kind="quiet"
            href={withQuery(workflowsPath, { team: id })}
          >
            <Icon name="team" />
            <span>
              Use for a team<span class="unseen">: {name}</span>
            </span>
          </a>
        )}
      </div>
    </Concern>
  );
}

/** The teams that use a workflow. Archived teams are only counted. */
function UsedBy({ workflow, teams }: { workflow: Workflow; teams: WorkflowsProps["teams"] }) {
  const { id, isDefault, teamCount } = workflow;
  const using = teams.filter(({ workflowId }) => workflowId === id);
  const archived = teamCount - using.length;
  const names = using.map(({ name }) => name);
  if (archived > 0) names.push(counted(archived, "archived team"));
  return (
    <>
      {isDefault && <strong class="workflow-default">Default for new teams.</strong>}
      {isDefault && " "}
      {names.length > 0
        ? `Used by ${new Intl.ListFormat("en-US").format(names)}.`
        : "Not used by any team yet."}
    </>
  );
}

function WorkflowActs({ workflow: { id, name, isDefault, teamCount } }: { workflow: Workflow }) {
  const path = workflowPath(id);
  return (
    <div class="record-acts">
      {!isDefault && (
        <ActForm
          path={path}
          act="default"
          name={`Make ${name} the default for new teams`}
          title="Make default"
          icon="star"
        />
      )}
      <IconLink
        id={`rename-${id}`}
        href={withQuery(workflowsPath, { rename: id })}
        name={`Rename the workflow ${name}`}
        title="Rename"
        icon="pencil"
      />
      {!isDefault && teamCount === 0 && (
        <ActForm
          path={path}
          act="archive"
          name={`Archive the workflow ${name}`}
          title="Archive"
          icon="archive"
          next="#add-workflow"
        />
      )}
    </div>
  );
}

function NewWorkflow({ workflows, open }: {
  workflows: readonly Workflow[];
  open: OpenWorkflowForm;
}) {
  const { typed, refused } = open;
  return (
    <KeptForm
      id="workflow-new"
      class="record-form"
      action={workflowsPath}
      keeps="workflow:new"
      keepsAll
      error={refused?.rest}
      refused={refused !== undefined}
      next="#add-workflow"
      saveKey
    >
      <NameField value={typed?.name ?? ""} error={refused?.errors.name} />
      <label class="field">
        <span>Copy states from</span>
        <select class="input" name="from">
          <option value="">None (one state per status)</option>
          {workflows.map(({ id, name, states }) => (
            <option value={id} selected={id === typed?.from}>
              {name} ({counted(states.length, "state")})
            </option>
          ))}
        </select>
      </label>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Create workflow</button>
        <CancelLink href={workflowsPath} next="#add-workflow" />
      </div>
    </KeptForm>
  );
}

function NameForm({ workflow, open }: { workflow: Workflow; open: OpenWorkflowForm }) {
  const { id, name, version } = workflow;
  const { typed, refused } = open;
  return (
    <KeptForm
      id={`naming-${id}`}
      class="record-form"
      action={workflowPath(id)}
      keeps={`${id}:name`}
      error={refused?.rest}
      refused={refused !== undefined}
      next={`#rename-${id}`}
      saveKey
    >
      <input type="hidden" name="version" value={String(version)} />
      <NameField value={typed?.name ?? name} error={refused?.errors.name} />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Save name</button>
        <CancelLink href={workflowsPath} next={`#rename-${id}`} />
      </div>
    </KeptForm>
  );
}

function TeamForm({ workflow, teams, open }: {
  workflow: Workflow;
  teams: WorkflowsProps["teams"];
  open: OpenWorkflowForm;
}) {
  const { id, name } = workflow;
  const { typed, refused } = open;
  const error = [refused?.errors.teamId, refused?.rest].filter(Boolean).join(" ") || undefined;
  return (
    <KeptForm
      id={`team-${id}`}
      class="record-form"
      action={`${workflowPath(id)}/teams`}
      keeps={`${id}:team`}
      keepsAll
      error={error}
      next={`#add-team-${id}`}
      saveKey
    >
      <label class="field">
        <span>Team that will use {name}</span>
        <select class="input" name="teamId" required autofocus>
          <option value="">Choose a team</option>
          {teams.filter(({ workflowId }) => workflowId !== id).map((team) => (
            <option value={team.id} selected={team.id === typed?.teamId}>{team.name}</option>
          ))}
        </select>
      </label>
      <p class="hint">
        The team's tasks keep their status. Each task gets the state with the same name, or the
        first state with its status.
      </p>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Use workflow</button>
        <CancelLink href={workflowsPath} next={`#add-team-${id}`} />
      </div>
    </KeptForm>
  );
}
