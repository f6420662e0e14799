import { PlaceField } from "../ui/place_field.tsx";
import { type TaskStatus, taskStatuses } from "../../server/domain/vocabulary.ts";
import type { Workflow } from "../../server/domain/workflows/schema.ts";
import { withQuery } from "../paths.ts";
import { statesPath, workflowsPath } from "../settings_paths.ts";
import { KeptForm } from "../ui/kept_form.tsx";
import { StatusMark } from "../ui/marks.tsx";
import { statusWords } from "../ui/words.ts";
import { NameField, type Refused } from "./parts.tsx";
import { CancelLink, IconLink } from "./record_links.tsx";

/** The open form on the page of workflows. A refused form keeps its values. */
export interface OpenWorkflowForm {
  /** The kind of form. `new` creates a workflow. The others edit the workflow or state with the ID. */
  form: "new" | "name" | "addState" | "state" | "removeState" | "team";
  id: string;
  typed?:
    | { name?: string; status?: string; from?: string; into?: string; teamId?: string }
    | undefined;
  refused?: Refused | undefined;
}

type State = Workflow["states"][number];

interface StateProps {
  workflow: Workflow;
  state: State;
  open: OpenWorkflowForm | null;
}

/** Returns the other states of a workflow with the same status. */
const alike = ({ states }: Workflow, { id, status }: State) =>
  states.filter((other) => other.status === status && other.id !== id);

/** A state of a workflow, or its open form. */
export function StateItem({ workflow, state, open }: StateProps) {
  const { id, name, status } = state;
  if (open?.id === id) {
    return (
      <li id={id}>
        {open.form === "removeState"
          ? <RemoveForm workflow={workflow} state={state} open={open} />
          : <StateForm workflow={workflow} state={state} open={open} />}
      </li>
    );
  }
  return (
    <li id={id} class="record-item" data-path={statesPath(workflow.id, id)}>
      <div class="state-name">
        <StatusMark status={status} />
        <bdi>{name}</bdi>
      </div>
      <span class="record-uses">{name !== statusWords[status] && statusWords[status]}</span>
      <div class="record-acts">
        <IconLink
          id={`edit-${id}`}
          href={withQuery(workflowsPath, { state: id })}
          name={`Edit the state ${name}`}
          title="Edit"
          icon="pencil"
        />
        {alike(workflow, state).length > 0 && (
          <IconLink
            id={`remove-${id}`}
            href={withQuery(workflowsPath, { removeState: id })}
            name={`Remove the state ${name}`}
            title="Remove"
            icon="trash"
          />
        )}
      </div>
    </li>
  );
}

/** The form that adds or edits a state. */
export function StateForm({ workflow, state, open }: {
  workflow: Workflow;
  state?: State;
  open: OpenWorkflowForm;
}) {
  const { typed, refused } = open;
  const key = state?.id ?? workflow.id;
  const next = state ? `#edit-${state.id}` : `#add-state-${workflow.id}`;
  return (
    <KeptForm
      id={`state-${key}`}
      class="record-form"
      action={statesPath(workflow.id, state?.id)}
      keeps={`${key}:state`}
      keepsAll
      error={refused?.rest}
      refused={refused !== undefined}
      next={next}
      saveKey
    >
      <div class="state-fields">
        <NameField value={typed?.name ?? state?.name ?? ""} error={refused?.errors.name} />
        {state
          ? (
            <>
              <PlaceField
                at={workflow.states.findIndex(({ id }) => id === state.id)}
                of={workflow.states.length}
              />
              <input type="hidden" name="version" value={String(workflow.version)} />
            </>
          )
          : <StatusField chosen={typed?.status} />}
      </div>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">
          {state ? "Save state" : "Add state"}
        </button>
        <CancelLink href={workflowsPath} next={next} />
      </div>
    </KeptForm>
  );
}

function StatusField({ chosen = "progressed" }: { chosen: string | undefined }) {
  return (
    <label class="field">
      <span>Status</span>
      <select class="input" name="status">
        {taskStatuses.map((status: TaskStatus) => (
          <option value={status} selected={status === chosen}>{statusWords[status]}</option>
        ))}
      </select>
    </label>
  );
}

function RemoveForm({ workflow, state, open }: StateProps & { open: OpenWorkflowForm }) {
  const { id, name } = state;
  const { typed, refused } = open;
  const error = [refused?.errors.into, refused?.rest].filter(Boolean).join(" ") || undefined;
  return (
    <KeptForm
      id={`removing-${id}`}
      class="record-form"
      action={statesPath(workflow.id, id)}
      keeps={`${id}:remove`}
      keepsAll
      error={error}
      next={`#add-state-${workflow.id}`}
      saveKey
    >
      <input type="hidden" name="act" value="remove" />
      <label class="field">
        <span>Move tasks in {name} to</span>
        <select class="input" name="into" required autofocus>
          {alike(workflow, state).map((other) => (
            <option value={other.id} selected={other.id === typed?.into}>{other.name}</option>
          ))}
        </select>
      </label>
      <p class="hint">
        Tasks keep their status, and activity still shows the state's name. You can't restore a
        removed state.
      </p>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="danger">Remove state</button>
        <CancelLink href={workflowsPath} next={`#remove-${id}`} />
      </div>
    </KeptForm>
  );
}
