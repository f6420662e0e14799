import { composerPath, withQuery } from "../../../views/paths.ts";
import {
  ComposerPropertyMenu,
  ComposerRelationMenu,
  ComposerTemplateMenu,
} from "../../../views/tasks/composer_menu.tsx";
import {
  propertyOf,
  taskProperties,
  type TaskProperty,
} from "../../../views/tasks/properties/all.ts";
import type { ChosenTask, PropertyOptions } from "../../../views/tasks/properties/property.ts";
import type { Filled } from "../../../views/ui/menu.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { plainValuesOf } from "../../domain/tasks/plain_fields.ts";
import { offeredOf } from "../../domain/text/offered.ts";
import type { PageContext } from "../context.ts";
import { readFields } from "../forms.ts";
import { page } from "../page.ts";
import { membersOf, searchTextIn } from "../choices.ts";
import { composerForm, readComposing } from "./composer_form.ts";
import { findTasksFor } from "./find_tasks.ts";
import { readOptions } from "./property_options.ts";

type Composing = Awaited<ReturnType<typeof readComposing>>;

const under = (url: URL) => withQuery(composerPath, Object.fromEntries(url.searchParams));

/** A menu for each property of a new task. */
export const composerMenus = taskProperties.map((property: TaskProperty) =>
  page({
    path: `${composerPath}/${property}` as const,
    who: "members",
    layer: "menu",
    under,
    async read(at) {
      const composing = await readComposing(at, "properties");
      const q = searchTextIn(at.url);
      return {
        task: taskOf(composing),
        options: await optionsOf(at, composing, property),
        q,
        tasks: property === "parent" ? await findTasksFor(at, q) : null,
        along: alongOf(at.url),
        viewerId: composing.viewerId,
      };
    },
  }).shows({
    title: () => `${propertyOf(property).name} of a new task`,
    main: (props) => <ComposerPropertyMenu {...props} property={property} />,
  })
);

/** The menu of templates for a new task. */
export const composerTemplateMenu = page({
  path: `${composerPath}/template`,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const { templates, values, teams } = await readComposing(at, "properties");
    const q = searchTextIn(at.url);
    const { templateId } = values;
    const { records, more } = offeredOf(templates, { q, named: templateId ? [templateId] : [] });
    const finds = more || q !== "" ? q : null;
    return { templates: records, finds, chosen: templateId, teams, along: alongOf(at.url) };
  },
}).shows({
  title: () => "Template of a new task",
  main: (props) => <ComposerTemplateMenu {...props} />,
});

/** The menu of the new task's relation to the task in `of`. */
export const composerRelationMenu = page({
  path: `${composerPath}/relation`,
  who: "members",
  layer: "menu",
  under,
  read(at) {
    const { relations = [] } = readFields(composerForm, at.url.searchParams);
    const of = at.url.searchParams.get("of") ?? "";
    return Promise.resolve({ relations, of, along: alongOf(at.url) });
  },
}).shows({
  title: () => "Relation of a new task",
  main: (props) => <ComposerRelationMenu {...props} />,
});

/** Returns the composer's values, except the one that a menu is about to set. */
function alongOf(url: URL): Filled["along"] {
  return [...url.searchParams].filter(([name]) => !["q", "of"].includes(name));
}

/** Returns a new task in the form that menus use. */
function taskOf({ values, labels, projects }: Composing): ChosenTask {
  const project = projects.find(({ id }) => id === values.projectId);
  return {
    ...plainValuesOf(values),
    teamId: values.teamId ?? "",
    status: values.status ?? "backlogged",
    priority: values.priority ?? "none",
    assigneeId: values.assigneeId ?? null,
    labels: labels.filter(({ id }) => values.tags?.includes(id)),
    deadlineAt: values.deadlineAt ?? null,
    projectId: values.projectId ?? null,
    project: project ?? null,
    milestoneId: values.milestoneId ?? null,
    parentId: values.parentId ?? null,
  };
}

/** Reads the options, which depend on the chosen team. All visible teams are options. */
async function optionsOf(
  at: PageContext<Member>,
  composing: Composing,
  property: TaskProperty,
): Promise<PropertyOptions> {
  const { values, teams, milestones, viewerId } = composing;
  const q = searchTextIn(at.url);
  if (property === "team") {
    const named = values.teamId ? [values.teamId] : [];
    const { records, more } = offeredOf(teams, { q, named });
    return { teams: records, more };
  }
  if (property === "milestone") return { milestones };
  if (property === "parent") return {};
  if (property === "assignee") {
    const named = [viewerId, values.assigneeId];
    const who = {
      working: true,
      seeing: teams.find(({ id }) => id === values.teamId)?.id,
    } as const;
    const { records, more } = await membersOf(at, { q, named }, who);
    return { members: records, more };
  }
  return await readOptions(at, [taskOf(composing)], property);
}
