import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { Addition } from "../task_paths.ts";

/** The rejected values of a form on a task's page, with the error. */
export type RefusedForm<V> = V & { error: string };

/** A possible approver. */
export type Approver = ProfileRef;

/** The open forms of a task's page, besides its texts. */
export interface OpenForms {
  /** The addition that the page's URL opens. */
  add: Addition | null;
  /** The link that the page's URL opens for editing. */
  link: string | null;
  /** The possible approvers, read only if that form is open. */
  approvers: readonly Approver[];
  /** The approver chosen on a separate page without scripts. */
  approver: string | null;
  refused: {
    subTask?: RefusedForm<{ title: string }>;
    addedLink?: RefusedForm<{ url: string; title: string }>;
    changedLink?: RefusedForm<{ id: string; url: string; title: string }>;
    approval?: RefusedForm<{ approverId: string; body: string }>;
    decision?: RefusedForm<{ id: string; comment: string }>;
  };
}
