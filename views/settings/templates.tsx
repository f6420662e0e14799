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

/** The kinds of template. */
const kinds = {
  task: {
    noun: "task",
    path: taskTemplatesPath,
    fresh: newTaskTemplatePath,
    use: (templateId: string) => withQuery(composerPath, { templateId }),
    lead: "New tasks start with the template's values, which you can change.",
  },
  project: {
    noun: "project",
    path: projectTemplatesPath,
    fresh: newProjectTemplatePath,
    use: (templateId: string) => withQuery(newProjectPath, { templateId }),
    lead: "New projects start with the template's values and milestones, which you can change.",
  },
} as const;

/** A template in a list. */
export interface ListedTemplate {
  id: string;
  name: string;
  /** The purpose, or else the values. */
  about: string;
  /** The name of the team that has the template. */
  of?: string | undefined;
  archivedAt: string | null;
}

/** All templates of a kind: active ones, then archived ones. */
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
        title="Active templates"
        lead={kind.lead}
        beside={
          <a id="add-template" class="button" href={kind.fresh}>
            <Icon name="plus" />
            <span>New template</span>
          </a>
        }
      >
        {inUse.length > 0 ? items(inUse) : <p class="records-empty">No templates yet</p>}
      </Concern>
      {archived.length > 0 && (
        <Concern
          id="archived"
          title="Archived templates"
          lead="Archived templates can't be used until you restore them. You can reuse their names."
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
            aria-label={`New ${noun} from the template ${name}`}
            title={`New ${noun} from template`}
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
