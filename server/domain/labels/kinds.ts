/** A kind of label, with its tables and names. */
export interface LabelKind {
  table: "task_labels" | "project_labels";
  /** The prefix of its IDs. */
  prefix: "label" | "plabel";
  /** The subject in activity: `label.created`. */
  subject: "label" | "projectLabel";
  noun: string;
  /** The table of records' labels. */
  links: "task_label_links" | "project_label_links";
  owner: "task_id" | "project_id";
  owners: "tasks" | "projects";
  /** The templates with label IDs, and the column that contains them. */
  templates: readonly [table: string, column: string];
  /** The field of a record's labels. */
  field: "tags" | "labels";
}

export const taskLabels: LabelKind = {
  table: "task_labels",
  prefix: "label",
  subject: "label",
  noun: "task label",
  links: "task_label_links",
  owner: "task_id",
  owners: "tasks",
  templates: ["task_templates", "label_ids"],
  field: "tags",
};

export const projectLabels: LabelKind = {
  table: "project_labels",
  prefix: "plabel",
  subject: "projectLabel",
  noun: "project label",
  links: "project_label_links",
  owner: "project_id",
  owners: "projects",
  templates: ["project_templates", "defaults"],
  field: "labels",
};
