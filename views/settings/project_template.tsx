import type { ProjectTemplate } from "../../server/domain/project_templates/schema.ts";
import { projectStatuses } from "../../server/domain/vocabulary.ts";
import { projectTemplatesPath } from "../settings_paths.ts";
import { Field, Optional } from "../ui/field.tsx";
import { counted, priorityOrder, priorityWords } from "../ui/words.ts";
import { projectStatusWords } from "../projects/marks.tsx";
import type { Refused } from "./parts.tsx";
import { LeftOpen, Several, TemplateForm, TemplateName, TemplateText } from "./template_fields.tsx";

/** The values of a project template's form. */
export interface ProjectTemplateWords {
  name: string;
  purpose: string;
  summary: string;
  description: string;
  leadId: string;
  memberIds: readonly string[];
  teamIds: readonly string[];
  labels: readonly string[];
  priority: string;
  status: string;
  /** Names of the milestones, one per line. */
  milestones: string;
}

type Named = readonly { id: string; name: string }[];

/** The options in the form of a project template. */
export interface ProjectChoices {
  people: Named;
  teams: Named;
  labels: readonly { id: string; name: string; color: string }[];
}

/** The form of a project template. */
export function ProjectTemplateForm({ template, values, refused, choices }: {
  /** Null for a new template. */
  template: Pick<ProjectTemplate, "id" | "version" | "archivedAt"> | null;
  values: ProjectTemplateWords;
  refused: Refused | undefined;
  choices: ProjectChoices;
}) {
  const errors = refused?.errors ?? {};
  return (
    <TemplateForm
      id={template?.id ?? null}
      noun="project"
      path={projectTemplatesPath}
      version={template?.version}
      archived={typeof template?.archivedAt === "string"}
      refused={refused}
    >
      <TemplateName value={values.name} error={errors.name} fresh={template === null} />
      <Field
        name="purpose"
        label="Purpose"
        error={errors.purpose}
        input={{ "value": values.purpose, "data-limit": 300, "autocomplete": "off" }}
      />
      <Field
        name="summary"
        label="Summary"
        error={errors.summary}
        input={{ "value": values.summary, "data-limit": 300, "autocomplete": "off" }}
      />
      <TemplateText value={values.description} error={errors.description} />
      <div class="template-pair">
        <LeftOpen
          name="status"
          label="Status"
          open="Automatic (from tasks)"
          all={projectStatuses.map((id) => ({ id, name: projectStatusWords[id] }))}
          chosen={values.status}
          error={errors.status}
        />
        <LeftOpen
          name="priority"
          label="Priority"
          open="No priority"
          all={priorityOrder.map((id) => ({ id, name: priorityWords[id] }))}
          chosen={values.priority}
          error={errors.priority}
        />
      </div>
      <LeftOpen
        name="leadId"
        label="Lead"
        open="No lead"
        all={choices.people}
        chosen={values.leadId}
        error={errors.leadId}
      />
      <Several name="memberIds" label="Members" all={choices.people} chosen={values.memberIds} />
      <Several name="teamIds" label="Teams" all={choices.teams} chosen={values.teamIds} />
      <Several name="labels" label="Labels" all={choices.labels} chosen={values.labels} />
      <div class="field">
        <label for="field-milestones">
          Milestones
          <Optional />
        </label>
        <textarea
          class="input"
          id="field-milestones"
          name="milestones"
          rows={4}
          placeholder="One per line"
          aria-invalid={errors.milestones ? "true" : undefined}
          aria-describedby={errors.milestones && "field-milestones-error"}
        >
          {"\n" + values.milestones}
        </textarea>
        {errors.milestones && <p class="error" id="field-milestones-error">{errors.milestones}</p>}
      </div>
    </TemplateForm>
  );
}

/** Returns a template's purpose, or else its values. */
export function aboutOf({ description, defaults }: ProjectTemplate): string {
  if (description) return description;
  const { milestones, teamIds, labelIds } = defaults;
  const some = [
    defaults.description && "a description",
    milestones.length > 0 && counted(milestones.length, "milestone"),
    teamIds.length > 0 && counted(teamIds.length, "team"),
    labelIds.length > 0 && counted(labelIds.length, "label"),
  ].filter(Boolean);
  return some.length > 0 ? some.join(", ") : "No values yet";
}
