import type { TaskTemplate } from "../../server/domain/task_templates/schema.ts";
import type { TaskDraft } from "../../server/domain/tasks/schema.ts";
import { taskStatuses } from "../../server/domain/vocabulary.ts";
import { taskTemplatesPath } from "../settings_paths.ts";
import { pillOrder } from "../tasks/composer_keys.ts";
import { propertyOf } from "../tasks/properties/all.ts";
import type { Drafting } from "../tasks/properties/property.ts";
import { Field } from "../ui/field.tsx";
import { priorityOrder, priorityWords, statusWords } from "../ui/words.ts";
import type { Refused } from "./parts.tsx";
import { LeftOpen, Several, TemplateForm, TemplateName, TemplateText } from "./template_fields.tsx";

/** The values of a task template's form. */
export type TaskTemplateWords = Omit<TaskDraft, "relations" | "resources" | "draft"> & {
  name?: string;
};

interface TaskTemplateProps {
  /** Null for a new template. */
  template: Pick<TaskTemplate, "id" | "version" | "archivedAt"> | null;
  values: TaskTemplateWords;
  refused: Refused | undefined;
  drafting: Omit<Drafting, "values">;
  /** The fields that a template can have. */
  fills: readonly string[];
}

/** Fields that the form draws itself, because a template can leave them unset. */
const ownFields: readonly string[] = ["teamId", "status", "priority", "assigneeId", "tags"];

/** The form of a task template. */
export function TaskTemplateForm(
  { template, values, refused, drafting, fills }: TaskTemplateProps,
) {
  const errors = refused?.errors ?? {};
  const others = pillOrder.map(propertyOf)
    .filter(({ field }) => fills.includes(field) && !ownFields.includes(field));
  return (
    <TemplateForm
      id={template?.id ?? null}
      noun="task"
      path={taskTemplatesPath}
      version={template?.version}
      archived={typeof template?.archivedAt === "string"}
      refused={refused}
    >
      <TemplateName value={values.name ?? ""} error={errors.name} fresh={template === null} />
      <LeftOpen
        name="teamId"
        label="Team"
        open="All teams"
        all={drafting.teams}
        chosen={values.teamId}
        error={errors.teamId}
      />
      <Field
        name="title"
        label="Title"
        error={errors.title}
        input={{ "value": values.title ?? "", "data-limit": 512, "autocomplete": "off" }}
      />
      <TemplateText value={values.description ?? ""} error={errors.description} />
      <div class="template-pair">
        <LeftOpen
          name="status"
          label="Status"
          open="Default"
          all={taskStatuses.map((id) => ({ id, name: statusWords[id] }))}
          chosen={values.status}
          error={errors.status}
        />
        <LeftOpen
          name="priority"
          label="Priority"
          open="Default"
          all={priorityOrder.map((id) => ({ id, name: priorityWords[id] }))}
          chosen={values.priority}
          error={errors.priority}
        />
      </div>
      <LeftOpen
        name="assigneeId"
        label="Assignee"
        open="No assignee"
        all={drafting.members}
        chosen={values.assigneeId}
        error={errors.assigneeId}
      />
      <Several name="tags" label="Labels" all={drafting.labels} chosen={values.tags ?? []} />
      {others.map(({ asked }) => asked({ ...drafting, values }))}
    </TemplateForm>
  );
}

/** Summarizes the values of a template. */
export function filledIn(template: TaskTemplate): string {
  const { title, description, status, priority, assignee, labels } = template;
  const some = [
    title && `“${title}”`,
    description && "a description",
    status && statusWords[status].toLowerCase(),
    priority && priority !== "none" && `${priorityWords[priority].toLowerCase()} priority`,
    assignee && `assigned to ${assignee.name}`,
    ...labels.map(({ name }) => name),
  ].filter(Boolean);
  return some.length > 0 ? some.join(", ") : "No values yet";
}
