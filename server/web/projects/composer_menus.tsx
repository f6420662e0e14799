import { withQuery } from "../../../views/paths.ts";
import { newProjectMenuPath, newProjectPath } from "../../../views/project_paths.ts";
import {
  composedProperties,
  type ComposedProperty,
} from "../../../views/projects/composer_keys.ts";
import {
  ComposedPropertyMenu,
  ComposedTemplateMenu,
} from "../../../views/projects/composer_menu.tsx";
import { projectPropertyOf } from "../../../views/projects/properties/all.ts";
import type { ChosenProject } from "../../../views/projects/properties/property.ts";
import type { Filled } from "../../../views/ui/menu.tsx";
import { priorities } from "../../domain/vocabulary.ts";
import { page } from "../page.ts";
import { searchTextIn } from "../choices.ts";
import { readComposingProject } from "./composer_form.ts";
import { readProjectOptions } from "./options.ts";

type Composing = Awaited<ReturnType<typeof readComposingProject>>;

const under = (url: URL) => withQuery(newProjectPath, Object.fromEntries(url.searchParams));

/** The menus of a new project's properties. */
export const newProjectMenus = composedProperties.map((property: ComposedProperty) =>
  page({
    path: newProjectMenuPath(property),
    who: "managers",
    layer: "menu",
    under,
    async read(at) {
      const composing = await readComposingProject(at, "properties");
      const project = chosenIn(composing);
      const { needs } = projectPropertyOf(property);
      return {
        project,
        options: needs ? await readProjectOptions(at, needs, project, { working: true }) : {},
        q: searchTextIn(at.url),
        along: alongOf(at.url),
        viewerId: composing.viewerId,
      };
    },
  }).shows({
    title: () => `${projectPropertyOf(property).name} of a new project`,
    main: (props) => <ComposedPropertyMenu {...props} property={property} />,
  })
);

/** The menu of templates for a new project. */
export const newProjectTemplateMenu = page({
  path: newProjectMenuPath("template"),
  who: "managers",
  layer: "menu",
  under,
  async read(at) {
    const { templates, values } = await readComposingProject(at, "properties");
    return { templates, chosen: values.templateId, along: alongOf(at.url) };
  },
}).shows({
  title: () => "Template of a new project",
  main: (props) => <ComposedTemplateMenu {...props} />,
});

/** Returns the composer's values for a menu. */
function alongOf(url: URL): Filled["along"] {
  return [...url.searchParams].filter(([name]) => name !== "q");
}

/** Returns a new project for menus. */
function chosenIn({ values }: Composing): ChosenProject {
  const ids = (all: readonly string[] | undefined) => (all ?? []).map((id) => ({ id }));
  return {
    status: "backlog",
    statusSource: "derived",
    leadId: values.leadId ?? null,
    memberIds: values.memberIds ?? [],
    teams: ids(values.teamIds),
    labels: ids(values.labels),
    priority: priorities.find((word) => word === values.priority) ?? "none",
    startDate: values.startDate ?? null,
    targetDate: values.targetDate ?? null,
  };
}
