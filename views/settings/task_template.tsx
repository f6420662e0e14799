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

/** What a task template fills in, as it is typed. */
export type TaskTemplateWords = Omit<TaskDraft, "relations" | "resources" | "draft"> & {
  name?: string;
};

interface TaskTemplateProps {
  /** Null for a new one. */
  template: Pick<TaskTemplate, "id" | "version" | "archivedAt"> | null;
  values: TaskTemplateWords;
  refused: Refused | undefined;
  drafting: Omit<Drafting, "values">;
  /** The fields that a template fills in. */
  fills: readonly string[];
}

/** Those that the form asks for by itself, since a template may leave them open. */
const ownFields: readonly string[] = ["teamId", "status", "priority", "assigneeId", "tags"];

/** The form of what a task made of a template begins with. */
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
        label="Team that it is for"
        open="Every team"
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
          open="As usual"
          all={taskStatuses.map((id) => ({ id, name: statusWords[id] }))}
          chosen={values.status}
          error={errors.status}
        />
        <LeftOpen
          name="priority"
          label="Priority"
          open="As usual"
          all={priorityOrder.map((id) => ({ id, name: priorityWords[id] }))}
          chosen={values.priority}
          error={errors.priority}
        />
      </div>
      <LeftOpen
        name="assigneeId"
        label="Assignee"
        open="Nobody"
        all={drafting.members}
        chosen={values.assigneeId}
        error={errors.assigneeId}
      />
      <Several name="tags" label="Labels" all={drafting.labels} chosen={values.tags ?? []} />
      {others.map(({ asked }) => asked({ ...drafting, values }))}
    </TemplateForm>
  );
}

/** What a template fills in, in a few words. */
export function filledIn(template: TaskTemplate): string {
  const { title, description, status, priority, assignee, labels } = template;
  const some = [
    title && `“${title}”`,
    description && "a description",
    status && statusWords[status].toLowerCase(),
    priority && priority !== "none" && `${priorityWords[priority].toLowerCase()} priority`,
    assignee && `for ${assignee.name}`,
    ...labels.map(({ name }) => name),
  ].filter(Boolean);
  return some.length > 0 ? some.join(", ") : "Fills in nothing yet.";
}
