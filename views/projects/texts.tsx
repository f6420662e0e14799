import type { Child } from "hono/jsx";
import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { type EditableText, openOnProjectPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { BothTexts } from "../parts/both_texts.tsx";
import { OpenLink } from "../parts/open_link.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { MarkdownField } from "../ui/markdown_field.tsx";
import { ProjectStatusMark, projectStatusWords } from "./marks.tsx";

/** A text of a project that is being edited. */
export interface ProjectEdit {
  field: EditableText;
  /** What stands in the field: the project's own text, or what was typed and not yet taken. */
  value: string;
  /** Whether it was typed and not taken. */
  refused?: boolean;
  error?: string | undefined;
  /** The version that it was begun from, where that isn't the project's. */
  version?: number;
  /** Set when somebody changed it while one was writing. */
  stale?: boolean;
}

export interface TextProps {
  project: ProjectDetail;
  edit: ProjectEdit | null;
  writable: boolean;
  /** The viewer's profile. */
  viewerId: string;
}

/** The name, with the key before it and the summary below; each is edited in its place. */
export function ProjectHead(props: TextProps) {
  return (
    <header class="project-head">
      <Key {...props} />
      <Name {...props} />
      <Summary {...props} />
    </header>
  );
}

function Key(props: TextProps) {
  const { project, edit, writable } = props;
  if (edit?.field === "key") {
    return (
      <TextForm {...props} edit={edit} now={<p>{project.key}</p>}>
        <input
          class="input project-key-field"
          name="key"
          value={edit.value}
          required
          autofocus
          autocomplete="off"
          aria-label="Key"
          aria-describedby="project-key-hint"
        />
        <p class="hint" id="project-key-hint">
          1 to 10 letters and digits, a letter first. {project.key} goes on leading here.
        </p>
      </TextForm>
    );
  }
  return (
    <div class="detail-head project-key" id="project-key">
      <span>
        <ProjectStatusMark status={project.status} />
        <span class="unseen">{projectStatusWords[project.status]}:</span>
        <span class="number">{project.key}</span>
      </span>
      {writable && <Pencil project={project} field="key" name="Change the key" />}
    </div>
  );
}

function Name(props: TextProps) {
  const { project, edit, writable } = props;
  if (edit?.field === "name") {
    const now = <p class="stale-title" dir="auto">{project.name}</p>;
    return (
      <TextForm {...props} edit={edit} now={now} autosaves="left">
        <h1 class="unseen">{project.name}</h1>
        <textarea
          class="plain-input detail-title"
          name="name"
          rows={1}
          data-limit={80}
          required
          autofocus
          aria-label="Name"
          data-submit-on-enter
        >
          {edit.value}
        </textarea>
      </TextForm>
    );
  }
  return (
    <div class="detail-head" id="project-name">
      <h1 class="detail-title">{project.name}</h1>
      {writable && <Pencil project={project} field="name" name="Edit the name" />}
    </div>
  );
}

function Summary(props: TextProps) {
  const { project, edit, writable } = props;
  if (edit?.field === "summary") {
    const now = project.summary
      ? <p dir="auto">{project.summary}</p>
      : <p class="detail-none">No summary.</p>;
    return (
      <TextForm {...props} edit={edit} now={now} autosaves="left">
        <textarea
          class="input project-summary-field"
          name="summary"
          rows={2}
          data-limit={300}
          autofocus
          aria-label="Summary"
          placeholder="What it is for, in one line"
          data-submit-on-enter
        >
          {edit.value && "\n" + edit.value}
        </textarea>
      </TextForm>
    );
  }
  if (!project.summary && !writable) return null;
  return (
    <div class="detail-description project-summary" id="project-summary">
      {project.summary
        ? <p class="project-summary-text" dir="auto">{project.summary}</p>
        : <p class="detail-none">No summary.</p>}
      {writable && (
        <Pencil
          project={project}
          field="summary"
          name={project.summary ? "Edit the summary" : "Add a summary"}
        />
      )}
    </div>
  );
}

/** The description as Markdown; its pencil opens it for editing in its place. */
export function ProjectDescription(props: TextProps & { texts: ShownTexts }) {
  const { project, edit, writable, texts } = props;
  const shown = project.description
    ? <Markdown text={project.description} texts={texts} />
    : <p class="detail-none">No description.</p>;
  if (edit?.field === "description") {
    return (
      <TextForm {...props} edit={edit} now={shown} autosaves="quiet">
        <MarkdownField
          id="description-text"
          name="description"
          label="Description"
          value={edit.value}
          rows={8}
          placeholder="What is it about? Markdown works."
          autofocus
        />
      </TextForm>
    );
  }
  return (
    <div class="detail-description" id="project-description">
      <h2 class="unseen">Description</h2>
      {shown}
      {writable && (
        <Pencil
          project={project}
          field="description"
          name={project.description ? "Edit the description" : "Add a description"}
        />
      )}
    </div>
  );
}

function Pencil(
  { project, field, name }: { project: ProjectDetail; field: EditableText; name: string },
) {
  return (
    <OpenLink
      id={`open-edit-${field}`}
      class="edit-link"
      href={openOnProjectPath(project.id, { edit: field })}
      kind="quiet"
      icon
      name={name}
    >
      <Icon name="pencil" />
    </OpenLink>
  );
}

function TextForm(
  { project, edit, viewerId, now, autosaves, children }: Omit<TextProps, "edit" | "writable"> & {
    edit: ProjectEdit;
    /** What the project says by now. */
    now: Child;
    autosaves?: "left" | "quiet";
    children: Child;
  },
) {
  const { field } = edit;
  return (
    <KeptForm
      id={`edit-${field}`}
      action={projectPath(project.id)}
      keeps={`${project.id}:${field}`}
      next={`#open-edit-${field}`}
      error={edit.error}
      refused={edit.refused}
      autosaves={edit.refused ? undefined : autosaves}
      class={edit.stale ? "both-texts" : undefined}
      saveKey
    >
      {edit.stale && (
        <BothTexts
          text={field}
          by={project.activity.findLast(({ kind }) => kind === `project.${field}_changed`)}
          viewerId={viewerId}
        >
          {now}
        </BothTexts>
      )}
      <input type="hidden" name="version" value={String(edit.version ?? project.version)} />
      <input type="hidden" name="editing" value={field} />
      {children}
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">
          {edit.stale ? "Save mine" : "Save"}
        </button>
        <OpenLink href={projectPath(project.id)} kind="quiet" cancels>
          {edit.stale ? "Keep the newer one" : "Cancel"}
        </OpenLink>
        {autosaves && <span class="autosaved" role="status" data-autosaved></span>}
      </div>
    </KeptForm>
  );
}
