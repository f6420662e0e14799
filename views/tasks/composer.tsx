import type { TaskDraft } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { composerPath, tasksPath } from "../paths.ts";
import { ComposerText, ComposerTitle } from "../parts/composer_fields.tsx";
import { type FieldErrors, Notice } from "../ui/field.tsx";
import { BeforeWriting, type Composing, Pills, PropertyFields } from "./composer_pills.tsx";
import { ComposerHead } from "../parts/composer_beginning.tsx";
import { textHint, titleHint } from "./composer_shell.tsx";

/** The values of the composer: defaults, or rejected input. */
export interface ComposerProps extends Composing {
  values: TaskDraft & {
    more: boolean;
    /** The task to copy. */
    copyOf?: string | undefined;
    /** The page to return to without JavaScript. */
    back: string;
  };
  errors: FieldErrors;
  /** Whether it is in the dialog, where responses replace only the dialog's content. */
  dialog: boolean;
}

/** A new task: its title, its text, and its properties as a row of pills. */
export function Composer(props: ComposerProps) {
  const { values, errors, dialog } = props;
  const swapped = dialog
    ? { "hx-post": tasksPath, "hx-target": "#composer", "hx-swap": "innerHTML" }
    : {};
  const { title, description, ...others } = errors;
  const elsewhere = Object.values(others).filter((text) => text !== props.full);
  return (
    <form
      class="composer"
      method="post"
      action={tasksPath}
      data-composer={composerPath}
      data-save-key
      data-keeps={`${props.viewerId}:${values.copyOf ?? values.parentId ?? "task"}`}
      data-keeps-all
      data-unsaved={Object.keys(errors).length > 0 || undefined}
      {...swapped}
    >
      {dialog && (
        <ComposerHead>
          {values.parentId ? `New sub-task of ${values.parentId}` : "New task"}
        </ComposerHead>
      )}
      <input type="hidden" name="back" value={values.back} />
      <ComposerTitle
        name="title"
        label="Title"
        hint={titleHint}
        limit={512}
        value={values.title}
        error={title}
      />
      <ComposerText hint={textHint} value={values.description} error={description} />
      <div class="composer-offer" role="status" data-offer></div>
      <NewLinks />
      <noscript>
        <BeforeWriting {...props} />
      </noscript>
      <PropertyFields {...props} alone={dialog} />
      <Pills {...props} />
      <p class="composer-said" role="status" data-said></p>
      {elsewhere.length > 0 && <Notice kind="error">{elsewhere.join(" ")}</Notice>}
      <div class="composer-foot">
        <label class="check-label">
          <input type="checkbox" name="more" value="true" checked={values.more} />
          <span>Create more</span>
        </label>
        <span data-kept-place></span>
        <button type="submit" class="button" data-kind="quiet" name="draft" value="true">
          Save as draft
        </button>
        <button type="submit" class="button" data-kind="primary">
          Create task
        </button>
      </div>
    </form>
  );
}

/** The links of the new task. `static/js/new_links.js` draws a row for each. */
function NewLinks() {
  return (
    <>
      <ul class="new-links" aria-label="Links" data-new-links></ul>
      <template data-new-link>
        <li class="new-link">
          <Icon name="link" />
          <input class="plain-input" type="text" dir="auto" data-limit="200" autocomplete="off" />
          <bdi class="new-link-place"></bdi>
          <button type="button" class="button" data-kind="quiet" data-shape="icon">
            <Icon name="close" />
          </button>
        </li>
      </template>
    </>
  );
}
