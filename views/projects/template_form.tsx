import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { templateOfProjectPath } from "../project_detail_paths.ts";
import { Field, type FieldErrors } from "../ui/field.tsx";
import { KeptForm } from "../ui/kept_form.tsx";

interface TemplateFormProps {
  project: ProjectDetail;
  values: { name: string; description: string };
  errors: FieldErrors;
  /** An error that belongs to no field. */
  error: string | undefined;
}

/** The form that creates a template from a project. */
export function projectTemplateForm({ project, values, errors, error }: TemplateFormProps) {
  return (
    <div class="menu">
      <KeptForm
        id="new-template"
        class="menu-form view-form"
        action={templateOfProjectPath(project.id)}
        keeps={`${project.id}:template`}
        error={error}
        refused={error !== undefined || Object.keys(errors).length > 0}
      >
        <strong>Save {project.key} as template</strong>
        <Field
          name="name"
          label="Name"
          error={errors.name}
          input={{
            "value": values.name,
            "data-limit": 80,
            "required": true,
            "autocomplete": "off",
            "data-menu-start": true,
          }}
        />
        <Field
          name="description"
          label="Purpose"
          error={errors.description}
          hint="Copies the project's summary, description, people, teams, labels, priority, and milestones."
          input={{ "value": values.description, "data-limit": 300, "autocomplete": "off" }}
        />
        <div class="form-actions">
          <button type="submit" class="button" data-kind="primary">Create template</button>
        </div>
      </KeptForm>
    </div>
  );
}
