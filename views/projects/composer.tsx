import type { Child } from "hono/jsx";
import { Main } from "../layouts/shell.tsx";
import { newProjectPath, projectsPath } from "../project_paths.ts";
import { Field, type FieldErrors } from "../ui/field.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { priorityOrder, priorityWords } from "../ui/words.ts";

/** What was typed, or what the address begins with. */
export interface ProjectDraft {
  name?: string | undefined;
  key?: string | undefined;
  summary?: string | null | undefined;
  description?: string | null | undefined;
  templateId?: string | null | undefined;
  leadId?: string | null | undefined;
  memberIds?: readonly string[] | undefined;
  teamIds?: readonly string[] | undefined;
  labels?: readonly string[] | undefined;
  priority?: string | undefined;
  startDate?: string | null | undefined;
  targetDate?: string | null | undefined;
}

export interface ProjectComposerProps {
  values: ProjectDraft;
  errors: FieldErrors;
  /** What was wrong with it that belongs to no field. */
  error: string | undefined;
  people: readonly { id: string; name: string }[];
  /** Whether there are more people than are offered. */
  more: boolean;
  teams: readonly { id: string; name: string }[];
  labels: readonly { id: string; name: string }[];
  templates: readonly { id: string; name: string }[];
}

/** A new project: what it is called, who makes it, and by when. */
export function ProjectComposer(props: ProjectComposerProps) {
  const { values, errors, error, people, teams, labels, templates } = props;
  const text = (value: string | null | undefined) => ({ value: value ?? "" });
  return (
    <Main kind="settings">
      <KeptForm
        id="new-project"
        class="form project-form"
        action={newProjectPath}
        keeps="project:new"
        keepsAll
        saveKey
        error={error}
        refused={error !== undefined || Object.keys(errors).length > 0}
      >
        <Field
          name="name"
          label="Name"
          error={errors.name}
          input={{
            ...text(values.name),
            "required": true,
            "data-limit": 80,
            "autocomplete": "off",
            "autofocus": true,
            "aria-keyshortcuts": "Control+Enter",
          }}
        />
        <Field
          name="summary"
          label="Summary"
          error={errors.summary}
          hint="What it is for, in a line."
          input={{ ...text(values.summary), "data-limit": 300, "autocomplete": "off" }}
        />
        <div class="field">
          <label for="field-description">Description</label>
          <textarea
            class="input"
            id="field-description"
            name="description"
            rows={4}
            dir="auto"
            aria-invalid={errors.description ? "true" : undefined}
            aria-describedby={errors.description ? "field-description-error" : undefined}
          >
            {"\n" + (values.description ?? "")}
          </textarea>
          {errors.description && (
            <p class="error" id="field-description-error">{errors.description}</p>
          )}
        </div>
        {templates.length > 0 && (
          <Select
            name="templateId"
            label="Template"
            error={errors.templateId}
            hint="What you leave open here comes from it, with its milestones."
          >
            <Option value="" now={values.templateId}>None</Option>
            {templates.map(({ id, name }) => (
              <Option value={id} now={values.templateId}>{name}</Option>
            ))}
          </Select>
        )}
        <div class="project-form-pair">
          <Select name="leadId" label="Lead" error={errors.leadId}>
            <Option value="" now={values.leadId}>Nobody yet</Option>
            {people.map(({ id, name }) => <Option value={id} now={values.leadId}>{name}</Option>)}
          </Select>
          <Select name="priority" label="Priority" error={errors.priority}>
            <Option value="" now={values.priority}>Not said</Option>
            {priorityOrder.map((word) => (
              <Option value={word} now={values.priority}>{priorityWords[word]}</Option>
            ))}
          </Select>
          <Field
            name="startDate"
            label="Start"
            error={errors.startDate}
            input={{ ...text(values.startDate), type: "date" }}
          />
          <Field
            name="targetDate"
            label="Target"
            error={errors.targetDate}
            input={{ ...text(values.targetDate), type: "date" }}
          />
        </div>
        <Several
          name="teamIds"
          label="Teams"
          all={teams}
          chosen={values.teamIds}
          error={errors.teamIds}
        />
        <Several
          name="memberIds"
          label="Members"
          all={people}
          chosen={values.memberIds}
          error={errors.memberIds}
          hint={props.more ? "Others are added on the project’s page." : undefined}
        />
        <Several
          name="labels"
          label="Labels"
          all={labels}
          chosen={values.labels}
          error={errors.labels}
        />
        <Field
          name="key"
          label="Key"
          error={errors.key}
          hint="What it is known by, such as WEB. Left empty, it is made from the name."
          input={{
            ...text(values.key),
            "maxlength": 10,
            "autocomplete": "off",
            "autocapitalize": "characters",
          }}
        />
        <div class="form-actions">
          <span data-kept-place></span>
          <a class="button" data-kind="quiet" href={projectsPath} data-back>Cancel</a>
          <button type="submit" class="button" data-kind="primary">Create project</button>
        </div>
      </KeptForm>
    </Main>
  );
}

function Select({ name, label, error, hint, children }: {
  name: string;
  label: string;
  error: string | undefined;
  hint?: string;
  children: Child;
}) {
  const id = `field-${name}`;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        class="input"
        id={id}
        name={name}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={described || undefined}
      >
        {children}
      </select>
      {error && <p class="error" id={`${id}-error`}>{error}</p>}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

function Option({ value, now, children }: {
  value: string;
  now: string | null | undefined;
  children: string;
}) {
  return <option value={value} selected={value === (now ?? "")}>{children}</option>;
}

/** Some of what there is, each with a box; nothing where there is nothing. */
function Several({ name, label, all, chosen = [], error, hint }: {
  name: string;
  label: string;
  all: readonly { id: string; name: string }[];
  chosen: readonly string[] | undefined;
  error: string | undefined;
  hint?: string | undefined;
}) {
  if (all.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="project-form-some">
        {all.map((one) => (
          <div class="choice">
            <input
              type="checkbox"
              id={`${name}-${one.id}`}
              name={name}
              value={one.id}
              checked={chosen.includes(one.id)}
            />
            <label for={`${name}-${one.id}`}>{one.name}</label>
          </div>
        ))}
      </div>
      {error && <p class="error">{error}</p>}
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  );
}
