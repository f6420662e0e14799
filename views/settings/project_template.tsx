import type { ProjectTemplate } from "../../server/domain/project_templates/schema.ts";
import { projectStatuses } from "../../server/domain/vocabulary.ts";
import { projectTemplatesPath } from "../settings_paths.ts";
import { Field } from "../ui/field.tsx";
import { counted, priorityOrder, priorityWords } from "../ui/words.ts";
import { projectStatusWords } from "../projects/marks.tsx";
import type { Refused } from "./parts.tsx";
import { LeftOpen, Several, TemplateForm, TemplateName, TemplateText } from "./template_fields.tsx";

/** A project template as it is typed. */
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
  /** Their names, one on each line. */
  milestones: string;
}

type Named = readonly { id: string; name: string }[];

/** What its form is chosen from. */
export interface ProjectChoices {
  people: Named;
  teams: Named;
  labels: readonly { id: string; name: string; color: string }[];
}

/** The form of what a project made of a template begins with. */
export function ProjectTemplateForm({ template, values, refused, choices }: {
  /** Null for a new one. */
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
        label="What it is for"
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
          open="As its tasks say"
          all={projectStatuses.map((id) => ({ id, name: projectStatusWords[id] }))}
          chosen={values.status}
          error={errors.status}
        />
        <LeftOpen
          name="priority"
          label="Priority"
          open="Not said"
          all={priorityOrder.map((id) => ({ id, name: priorityWords[id] }))}
          chosen={values.priority}
          error={errors.priority}
        />
      </div>
      <LeftOpen
        name="leadId"
        label="Lead"
        open="Nobody yet"
        all={choices.people}
        chosen={values.leadId}
        error={errors.leadId}
      />
      <Several name="memberIds" label="Members" all={choices.people} chosen={values.memberIds} />
      <Several name="teamIds" label="Teams" all={choices.teams} chosen={values.teamIds} />
      <Several name="labels" label="Labels" all={choices.labels} chosen={values.labels} />
      <div class="field">
        <label for="field-milestones">Milestones, one on each line</label>
        <textarea
          class="input"
          id="field-milestones"
          name="milestones"
          rows={4}
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

/** What a template is for, or else what it fills in. */
export function aboutOf({ description, defaults }: ProjectTemplate): string {
  if (description) return description;
  const { milestones, teamIds, labelIds } = defaults;
  const some = [
    defaults.description && "a description",
    milestones.length > 0 && counted(milestones.length, "milestone"),
    teamIds.length > 0 && counted(teamIds.length, "team"),
    labelIds.length > 0 && counted(labelIds.length, "label"),
  ].filter(Boolean);
  return some.length > 0 ? some.join(", ") : "Fills in nothing yet.";
}
