import type { Child } from "hono/jsx";
import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { type EditableText, openOnProjectPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { EditLink } from "../parts/open_link.tsx";
import { type TextEdit, TextForm, TitleField } from "../parts/text_form.tsx";
import { MarkdownField, markdownHint } from "../ui/markdown_field.tsx";
import { ProjectStatusMark, projectStatusWords } from "./marks.tsx";

/** An open text of a project. */
export type ProjectEdit = TextEdit<EditableText>;

export interface TextProps {
  project: ProjectDetail;
  edit: ProjectEdit | null;
  writable: boolean;
  /** The viewer's profile. */
  viewerId: string;
}

/** A project's key, name, and summary. Each can be edited in place. */
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
      <ProjectTextForm {...props} edit={edit} now={<p>{project.key}</p>}>
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
          Use 1 to 10 letters and digits, starting with a letter. Links with {project.key}{" "}
          keep working.
        </p>
      </ProjectTextForm>
    );
  }
  return (
    <div class="detail-head project-key" id="project-key">
      <span>
        <ProjectStatusMark status={project.status} />
        <span class="unseen">{projectStatusWords[project.status]}:</span>
        <span class="number">{project.key}</span>
      </span>
      {writable && <Pencil project={project} field="key" name="Edit the key" />}
    </div>
  );
}

function Name(props: TextProps) {
  const { project, edit, writable } = props;
  if (edit?.field === "name") {
    const now = <p class="stale-title" dir="auto">{project.name}</p>;
    return (
      <ProjectTextForm {...props} edit={edit} now={now} autosaves="left">
        <h1 class="unseen">{project.name}</h1>
        <TitleField name="name" label="Name" value={edit.value} limit={80} />
      </ProjectTextForm>
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
      : <p class="detail-none">No summary</p>;
    return (
      <ProjectTextForm {...props} edit={edit} now={now} autosaves="left">
        <textarea
          class="input project-summary-field"
          name="summary"
          rows={2}
          data-limit={300}
          autofocus
          aria-label="Summary"
          placeholder="One-line summary"
          data-submit-on-enter
        >
          {edit.value && "\n" + edit.value}
        </textarea>
      </ProjectTextForm>
    );
  }
  if (!project.summary && !writable) return null;
  return (
    <div class="detail-description project-summary" id="project-summary">
      {project.summary
        ? <p class="project-summary-text" dir="auto">{project.summary}</p>
        : <p class="detail-none">No summary</p>}
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

/** The description as Markdown. A button opens it for editing in place. */
export function ProjectDescription(props: TextProps & { texts: ShownTexts }) {
  const { project, edit, writable, texts } = props;
  const shown = project.description
    ? (
      <Markdown
        of={project.id}
        texts={texts}
        ticking={writable ? { id: "tick-description", action: projectPath(project.id) } : undefined}
      />
    )
    : <p class="detail-none">No description</p>;
  if (edit?.field === "description") {
    return (
      <ProjectTextForm {...props} edit={edit} now={shown} autosaves="quiet">
        <MarkdownField
          id="description-text"
          name="description"
          label="Description"
          value={edit.value}
          rows={8}
          placeholder={`Add a description. ${markdownHint}`}
          autofocus
        />
      </ProjectTextForm>
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
  return <EditLink of={field} href={openOnProjectPath(project.id, { edit: field })} name={name} />;
}

function ProjectTextForm(
  { project, edit, ...shown }: Omit<TextProps, "edit" | "writable"> & {
    edit: ProjectEdit;
    /** The project's current text. */
    now: Child;
    autosaves?: "left" | "quiet";
    children: Child;
  },
) {
  const path = projectPath(project.id);
  return (
    <TextForm
      edit={edit}
      record={project}
      changes={`project.${edit.field}_changed`}
      action={path}
      without={path}
      {...shown}
    />
  );
}
