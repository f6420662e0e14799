/** One kind of labels: where it is kept, and what it is called. */
export interface LabelKind {
  table: "task_labels" | "project_labels";
  /** Of its ids. */
  prefix: "label" | "plabel";
  /** In history: `label.created`. */
  subject: "label" | "projectLabel";
  noun: string;
}

export const taskLabels: LabelKind = {
  table: "task_labels",
  prefix: "label",
  subject: "label",
  noun: "task label",
};

export const projectLabels: LabelKind = {
  table: "project_labels",
  prefix: "plabel",
  subject: "projectLabel",
  noun: "project label",
};
