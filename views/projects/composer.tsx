import { newProjectPath } from "../project_paths.ts";
import { ComposerHead } from "../parts/composer_beginning.tsx";
import { ComposerText, ComposerTitle } from "../parts/composer_fields.tsx";
import { Fault, faultOf } from "../parts/fault.tsx";
import { type FieldErrors, Notice } from "../ui/field.tsx";
import { projectNameHint, projectTextHint } from "./composer_shell.tsx";
import { ComposedFields, type ComposingProject, ProjectPills } from "./composer_pills.tsx";

interface ProjectComposerProps extends ComposingProject {
  errors: FieldErrors;
  /** Whether the form is in a dialog. Then only the dialog's content is swapped. */
  dialog: boolean;
}

/** The form of a new project: its name, texts, and properties as pills. */
export function ProjectComposer(props: ProjectComposerProps) {
  const { values, errors, dialog } = props;
  const swapped = dialog
    ? { "hx-post": newProjectPath, "hx-target": "#composer", "hx-swap": "innerHTML" }
    : {};
  const { name, summary, description, key, ...others } = errors;
  const elsewhere = Object.values(others);
  return (
    <form
      class="composer"
      id="new-project"
      method="post"
      action={newProjectPath}
      data-composer={newProjectPath}
      data-save-key
      data-keeps="project:new"
      data-keeps-all
      data-unsaved={Object.keys(errors).length > 0 || undefined}
      {...swapped}
    >
      {dialog && <ComposerHead>New project</ComposerHead>}
      <ComposerTitle
        name="name"
        label="Name"
        hint={projectNameHint}
        limit={80}
        value={values.name}
        error={name}
      />
      <Line
        name="summary"
        label="Summary"
        hint="Summary (optional)"
        limit={300}
        value={values.summary}
        error={summary}
      />
      <ComposerText hint={projectTextHint} value={values.description} error={description} />
      <Line
        name="key"
        label="Key"
        hint="Key (optional)"
        most={10}
        value={values.key}
        error={key}
      />
      <ComposedFields {...props} alone={dialog} />
      <ProjectPills {...props} />
      <p class="composer-said" role="status" data-said></p>
      {elsewhere.length > 0 && <Notice kind="error">{elsewhere.join(" ")}</Notice>}
      <div class="composer-foot">
        <span data-kept-place></span>
        <button type="submit" class="button" data-kind="primary">Create project</button>
      </div>
    </form>
  );
}

function Line({ name, label, hint, limit, most, value, error }: {
  name: string;
  label: string;
  hint: string;
  /** Maximum length, shown when the text comes close to it. */
  limit?: number;
  /** Maximum length that the field enforces. */
  most?: number;
  value: string | null | undefined;
  error: string | undefined;
}) {
  return (
    <div class="composer-field">
      <input
        class="plain-input"
        type="text"
        name={name}
        value={value ?? ""}
        dir="auto"
        data-limit={limit}
        maxlength={most}
        autocomplete="off"
        placeholder={hint}
        aria-label={label}
        {...faultOf(name, error)}
      />
      <Fault name={name} text={error} />
    </div>
  );
}
