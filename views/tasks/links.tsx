import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { type HistoryRange, taskPath } from "../paths.ts";
import { addToTaskPath, editLinkPath, linksPath } from "../task_paths.ts";
import { type OpenForms, OpenLink, WhyRefused } from "./open_form.tsx";

type Link = TaskDetail["resources"][number];

interface LinksProps {
  task: TaskDetail;
  writable: boolean;
  forms: OpenForms;
  historyRange: HistoryRange;
}

/** The links that a task has; each is changed in its place. */
export function Links(props: LinksProps) {
  const { task, writable, forms, historyRange } = props;
  const adding = writable && (forms.add === "link" || forms.refused.addedLink !== undefined);
  if (task.resources.length === 0 && !adding) return null;
  return (
    <section aria-labelledby="links-title">
      <div class="detail-heading-row">
        <h2 id="links-title" class="detail-heading">Links</h2>
        {writable && !adding && (
          <OpenLink
            id="add-link"
            href={addToTaskPath(task.reference, "link", historyRange)}
            kind="quiet"
            icon
            name="Add a link"
          >
            <Icon name="plus" />
          </OpenLink>
        )}
      </div>
      <ul class="detail-list">
        {task.resources.map((link) => <LinkItem link={link} {...props} />)}
      </ul>
      {adding && <AddForm {...props} />}
    </section>
  );
}

function LinkItem({ link, task, writable, forms, historyRange }: LinksProps & { link: Link }) {
  const typed = forms.refused.changedLink;
  if (writable && (typed ? typed.id : forms.link) === link.id) {
    return (
      <li>
        <ChangeForm link={link} task={task} forms={forms} historyRange={historyRange} />
      </li>
    );
  }
  return (
    <li class="detail-item">
      <a href={hrefOf(link)} rel="noopener nofollow">
        <Icon name="link" />
        <bdi class="detail-item-title">{link.title}</bdi>
        <bdi class="detail-item-place">{placeOf(link)}</bdi>
      </a>
      {writable && (
        <OpenLink
          id={`open-edit-${link.id}`}
          class="edit-link"
          href={editLinkPath(task.reference, link.id, historyRange)}
          kind="quiet"
          icon
          name={`Edit the link ${link.title}`}
        >
          <Icon name="pencil" />
        </OpenLink>
      )}
    </li>
  );
}

/** A link that runs nothing; nowhere else is led to, whatever an older file of data holds. */
function hrefOf({ url }: Link): string | undefined {
  return /^(https?|mailto):/i.test(url) ? url : undefined;
}

/** Where a link leads, in a word: its host, or a mail's address. */
function placeOf({ url }: Link): string {
  const parsed = URL.parse(url);
  return parsed?.host || parsed?.pathname || url;
}

function AddForm({ task, forms, historyRange }: LinksProps) {
  const action = linksPath(task.reference);
  const typed = forms.refused.addedLink;
  return (
    <form
      class="text-form link-form"
      id="new-link"
      method="post"
      action={action}
      hx-post={action}
      data-keeps={`${task.id}:link`}
      data-next="#add-link"
      data-unsaved={typed ? "" : undefined}
    >
      <WhyRefused form={typed} />
      <Fields url={typed?.url ?? ""} title={typed?.title ?? ""} />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Add link</button>
        <OpenLink href={taskPath(task.reference, historyRange)} kind="quiet" cancels>
          Cancel
        </OpenLink>
      </div>
    </form>
  );
}

function ChangeForm({ link, task, forms, historyRange }: Omit<LinksProps, "writable"> & {
  link: Link;
}) {
  const action = linksPath(task.reference, link.id);
  const typed = forms.refused.changedLink;
  const back = `#open-edit-${link.id}`;
  return (
    <form
      class="text-form link-form"
      id={`edit-${link.id}`}
      method="post"
      action={action}
      hx-post={action}
      data-keeps={`${link.id}:link`}
      data-next={back}
      data-unsaved={typed ? "" : undefined}
    >
      <WhyRefused form={typed} />
      <input type="hidden" name="version" value={String(link.version)} />
      <Fields url={typed?.url ?? link.url} title={typed?.title ?? link.title} />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Save</button>
        <OpenLink href={taskPath(task.reference, historyRange)} kind="quiet" cancels next={back}>
          Cancel
        </OpenLink>
        <button
          type="submit"
          class="button"
          data-kind="danger"
          name="act"
          value="remove"
          formnovalidate
        >
          Remove link
        </button>
      </div>
    </form>
  );
}

function Fields({ url, title }: { url: string; title: string }) {
  return (
    <div class="link-fields">
      <label>
        <span>Link</span>
        <input
          class="input"
          name="url"
          type="url"
          value={url}
          maxlength={2_000}
          required
          autofocus
          autocomplete="off"
          placeholder="https://"
        />
      </label>
      <label>
        <span>Title</span>
        <input
          class="input"
          name="title"
          type="text"
          value={title}
          maxlength={200}
          autocomplete="off"
          placeholder="What it is"
        />
      </label>
    </div>
  );
}
