import type { Child } from "hono/jsx";
import type { Activity } from "../../server/domain/activity/schema.ts";
import { KeptForm } from "../ui/kept_form.tsx";
import { BothTexts } from "./both_texts.tsx";
import { OpenLink } from "./open_link.tsx";

/** A text of a record that is being edited in place. */
export interface TextEdit<F extends string> {
  field: F;
  /** The field's value: the record's text, or typed text that was rejected. */
  value: string;
  /** Whether the value was rejected. */
  refused?: boolean;
  error?: string | undefined;
  /** The version that the edit is based on, if it isn't the record's. */
  version?: number;
  /** Whether the text changed during the edit. Both versions are shown, and saving again replaces the newer one. */
  stale?: boolean;
}

interface TextFormProps {
  edit: TextEdit<string>;
  record: { id: string; version: number; activity: readonly Activity[] };
  /** The kind of activity of its changes. */
  changes: string;
  action: string;
  /** The page without the form. */
  without: string;
  /** Whether it saves when the field loses focus, or also after a pause. */
  autosaves?: "left" | "quiet" | undefined;
  viewerId: string;
  /** The current text of the record. */
  now: Child;
  children: Child;
}

/** The form around the field of a text that is edited in place. */
export function TextForm(props: TextFormProps) {
  const { edit, record, changes, action, without, autosaves, viewerId, now, children } = props;
  const { field, refused, stale } = edit;
  return (
    <KeptForm
      id={`edit-${field}`}
      action={action}
      keeps={`${record.id}:${field}`}
      next={`#open-edit-${field}`}
      error={edit.error}
      refused={refused}
      autosaves={refused ? undefined : autosaves}
      class={stale ? "both-texts" : undefined}
      saveKey
    >
      {stale && (
        <BothTexts
          text={field}
          by={record.activity.findLast(({ kind }) => kind === changes)}
          viewerId={viewerId}
        >
          {now}
        </BothTexts>
      )}
      <input type="hidden" name="version" value={String(edit.version ?? record.version)} />
      <input type="hidden" name="editing" value={field} />
      {children}
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">
          {stale ? "Save my version" : "Save"}
        </button>
        <OpenLink href={without} kind="quiet" cancels>
          {stale ? "Use newer version" : "Cancel"}
        </OpenLink>
        {autosaves && <span class="autosaved" role="status" data-autosaved></span>}
      </div>
    </KeptForm>
  );
}

/** The field of a title, as large as the heading. */
export function TitleField({ name, label, value, limit }: {
  name: string;
  label: string;
  value: string;
  limit: number;
}) {
  return (
    <textarea
      class="plain-input detail-title"
      name={name}
      rows={1}
      data-limit={limit}
      required
      autofocus
      aria-label={label}
      data-submit-on-enter
    >
      {value}
    </textarea>
  );
}
