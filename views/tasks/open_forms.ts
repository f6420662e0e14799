import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { Addition } from "../task_paths.ts";

/** A form on a task's page as it was typed, and why it was refused. */
export type RefusedForm<V> = V & { error: string };

/** Somebody who can be asked to approve something. */
export type Approver = ProfileRef;

/** What is open on a task's page besides its texts. */
export interface OpenForms {
  /** What the page's URL adds. */
  add: Addition | null;
  /** The link that the page's URL opens for editing. */
  link: string | null;
  /** Whom one can ask to approve something; read where that form is open. */
  approvers: readonly Approver[];
  /** The one who was chosen for it without scripts, in a page of its own. */
  approver: string | null;
  refused: {
    subTask?: RefusedForm<{ title: string }>;
    addedLink?: RefusedForm<{ url: string; title: string }>;
    changedLink?: RefusedForm<{ id: string; url: string; title: string }>;
    approval?: RefusedForm<{ approverId: string; body: string }>;
    decision?: RefusedForm<{ id: string; comment: string }>;
  };
}
