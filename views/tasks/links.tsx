import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { type HistoryRange, taskPath } from "../paths.ts";
import { addToTaskPath, editLinkPath, linksPath } from "../task_paths.ts";
import { KeptForm } from "../ui/kept_form.tsx";
import { EditLink, OpenLink } from "../parts/open_link.tsx";
import type { OpenForms } from "./open_forms.ts";
import { SectionHeading } from "../parts/section_heading.tsx";

type Link = TaskDetail["resources"][number];

interface LinksProps {
  task: TaskDetail;
  writable: boolean;
  forms: OpenForms;
  historyRange: HistoryRange;
}

/** The links of a task, which can be edited in place. */
export function Links(props: LinksProps) {
  const { task, writable, forms, historyRange } = props;
  const adding = writable && (forms.add === "link" || forms.refused.addedLink !== undefined);
  if (task.resources.length === 0 && !adding) return null;
  return (
    <section aria-labelledby="links-title">
      <SectionHeading
        id="links-title"
        name="Links"
        add={writable && !adding && {
          id: "add-link",
          name: "Add a link",
          href: addToTaskPath(task.reference, "link", historyRange),
        }}
      />
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
  const place = placeBeside(link);
  return (
    <li class="detail-item">
      <a href={hrefOf(link)} rel="noopener nofollow">
        <Icon name="link" />
        <bdi class="detail-item-title">{link.title}</bdi>
        {place && <bdi class="detail-item-place">{place}</bdi>}
      </a>
      {writable && (
        <EditLink
          of={link.id}
          href={editLinkPath(task.reference, link.id, historyRange)}
          name={`Edit link ${link.title}`}
        />
      )}
    </li>
  );
}

/** Returns a URL that is safe to open. Imported data can contain other ones. */
function hrefOf({ url }: Link): string | undefined {
  return /^(https?|mailto):/i.test(url) ? url : undefined;
}

/** Returns a link's host or email address, or its path if the title already says that. */
function placeBeside({ url, title }: Link): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const { host, hostname, pathname, search } = parsed;
  if (![host, hostname, pathname].includes(title)) return host || pathname;
  return host ? (pathname + search).replace(/^\/$/, "") : "";
}

function AddForm({ task, forms, historyRange }: LinksProps) {
  const typed = forms.refused.addedLink;
  return (
    <KeptForm
      class="link-form"
      id="new-link"
      action={linksPath(task.reference)}
      keeps={`${task.id}:link`}
      next="#add-link"
      error={typed?.error}
    >
      <Fields url={typed?.url ?? ""} title={typed?.title ?? ""} />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Add link</button>
        <OpenLink href={taskPath(task.reference, historyRange)} kind="quiet" cancels>
          Cancel
        </OpenLink>
      </div>
    </KeptForm>
  );
}

function ChangeForm({ link, task, forms, historyRange }: Omit<LinksProps, "writable"> & {
  link: Link;
}) {
  const typed = forms.refused.changedLink;
  const back = `#open-edit-${link.id}`;
  return (
    <KeptForm
      class="link-form"
      id={`edit-${link.id}`}
      action={linksPath(task.reference, link.id)}
      keeps={`${link.id}:link`}
      next={back}
      error={typed?.error}
    >
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
    </KeptForm>
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
          type="text"
          inputmode="url"
          value={url}
          data-limit={2_000}
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
          data-limit={200}
          autocomplete="off"
          placeholder="Design spec"
        />
      </label>
    </div>
  );
}
