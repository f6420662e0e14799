import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { type Health, healths } from "../../server/domain/vocabulary.ts";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { openOnProjectPath, updatesPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { OpenLink } from "../parts/open_link.tsx";
import { SectionHeading } from "../parts/section_heading.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { MarkdownField, markdownHint } from "../ui/markdown_field.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { HealthMark, healthWords } from "./marks.tsx";

/** An unposted update. */
export interface UpdateDraft {
  health: string;
  body: string;
  error?: string | undefined;
}

interface UpdatesProps {
  project: ProjectDetail;
  writable: boolean;
  /** The unposted update, if its form is open. */
  draft: UpdateDraft | null;
  clock: PageClock;
  texts: ShownTexts;
}

/** A project's updates, newest first, and the form of a new update. */
export function ProjectUpdates({ project, writable, draft, clock, texts }: UpdatesProps) {
  const writing = writable ? draft : null;
  const { updates } = project;
  return (
    <section aria-labelledby="updates-title">
      <SectionHeading
        id="updates-title"
        name="Updates"
        add={writable && !writing && {
          id: "add-update",
          name: "Write an update",
          href: openOnProjectPath(project.id, { add: "update" }),
        }}
      />
      {writing && <UpdateForm project={project} draft={writing} />}
      {updates.length > 0
        ? (
          <ul class="updates">
            {updates.map(({ id, health, author, createdAt }) => (
              <li class="update" id={id}>
                <div class="update-head">
                  <HealthMark health={health} />
                  <Avatar person={author} />
                  <bdi>{author.name}</bdi>
                  <Ago at={createdAt} clock={clock} />
                </div>
                <Markdown of={id} texts={texts} />
              </li>
            ))}
          </ul>
        )
        : !writing && <p class="detail-none">No updates yet</p>}
    </section>
  );
}

function UpdateForm({ project, draft }: { project: ProjectDetail; draft: UpdateDraft }) {
  return (
    <KeptForm
      class="update-form"
      id="new-update"
      action={updatesPath(project.id)}
      keeps={`${project.id}:update`}
      keepsAll
      next="#add-update"
      error={draft.error}
      saveKey
    >
      <fieldset class="healths">
        <legend>Health</legend>
        {healths.map((health: Health) => (
          <label>
            <input
              type="radio"
              name="health"
              value={health}
              checked={draft.health === health}
              required
            />
            <span>{healthWords[health]}</span>
          </label>
        ))}
      </fieldset>
      <MarkdownField
        id="update-text"
        name="body"
        label="Update"
        value={draft.body}
        rows={6}
        limit={20_000}
        placeholder={`How is the project going? ${markdownHint}`}
        required
        autofocus
      />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Post update</button>
        <OpenLink href={projectPath(project.id)} kind="quiet" cancels next="#add-update">
          Cancel
        </OpenLink>
      </div>
    </KeptForm>
  );
}
