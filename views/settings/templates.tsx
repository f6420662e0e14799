import { Icon } from "../icons.tsx";
import { composerPath, withQuery } from "../paths.ts";
import { newProjectPath } from "../project_paths.ts";
import {
  newProjectTemplatePath,
  newTaskTemplatePath,
  projectTemplatesPath,
  taskTemplatesPath,
} from "../settings_paths.ts";
import { ActForm } from "../ui/act_form.tsx";
import { Concern } from "./parts.tsx";

/** What templates are of, and where they are. */
const kinds = {
  task: {
    noun: "task",
    path: taskTemplatesPath,
    fresh: newTaskTemplatePath,
    use: (templateId: string) => withQuery(composerPath, { templateId }),
    lead: "A task that is made of one begins with what it fills in; nothing of that is fixed.",
  },
  project: {
    noun: "project",
    path: projectTemplatesPath,
    fresh: newProjectTemplatePath,
    use: (templateId: string) => withQuery(newProjectPath, { templateId }),
    lead: "A project that is made of one begins with what it fills in, its milestones too.",
  },
} as const;

/** A template as the list of its kind shows it. */
export interface ListedTemplate {
  id: string;
  name: string;
  /** What it is for, or fills in. */
  about: string;
  /** Whose it is: a team's name. */
  of?: string | undefined;
  archivedAt: string | null;
}

/** Every template of a kind: those in use, then the archived ones. */
export function Templates({ of, templates }: {
  of: keyof typeof kinds;
  templates: readonly ListedTemplate[];
}) {
  const kind = kinds[of];
  const inUse = templates.filter(({ archivedAt }) => archivedAt === null);
  const archived = templates.filter(({ archivedAt }) => archivedAt !== null);
  const items = (some: typeof templates) => (
    <ul class="record-list">
      {some.map((template) => <TemplateItem of={of} template={template} />)}
    </ul>
  );
  return (
    <>
      <Concern
        id="templates"
        title="In use"
        lead={kind.lead}
        beside={
          <a id="add-template" class="button" href={kind.fresh}>
            <Icon name="plus" />
            <span>New template</span>
          </a>
        }
      >
        {inUse.length > 0 ? items(inUse) : <p class="records-empty">No templates yet.</p>}
      </Concern>
      {archived.length > 0 && (
        <Concern
          id="archived"
          title="Archived"
          lead="Nothing can be made of one, and its name is free."
        >
          {items(archived)}
        </Concern>
      )}
    </>
  );
}

function TemplateItem({ of, template }: { of: keyof typeof kinds; template: ListedTemplate }) {
  const { id, name, about, archivedAt } = template;
  const { path, use, noun } = kinds[of];
  const act = archivedAt === null ? "archive" : "restore";
  const does = archivedAt === null ? "Archive" : "Restore";
  return (
    <li id={id} class="record-item">
      <div>
        <a class="template-name" href={`${path}/${id}`}>
          <Icon name="template" />
          <bdi>{name}</bdi>
        </a>
        <p>{about}</p>
      </div>
      <span class="record-uses">{template.of}</span>
      <div class="record-acts">
        {archivedAt === null && (
          <a
            class="button"
            data-kind="quiet"
            data-shape="icon"
            href={use(id)}
            aria-label={`Make a ${noun} of the template ${name}`}
            title={`Make a ${noun} of it`}
          >
            <Icon name="plus" />
          </a>
        )}
        <ActForm
          path={`${path}/${id}`}
          act={act}
          name={`${does} the template ${name}`}
          title={does}
          icon={act}
          next="#add-template"
        />
      </div>
    </li>
  );
}
