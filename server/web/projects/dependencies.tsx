import {
  dependenciesPagePath,
  type DependencyKind,
  dependencyKinds,
  dependencyPagePath,
  dependencyPath,
} from "../../../views/project_detail_paths.ts";
import { type projectPagePath, projectPath } from "../../../views/project_paths.ts";
import { FindProjectMenu } from "../../../views/projects/dependencies.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { NotFound } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { addDependency, removeDependency } from "../../domain/projects/dependencies.ts";
import { findProject } from "../../domain/projects/find.ts";
import { rescheduleProject } from "../../domain/projects/reschedule.ts";
import { type Action, action } from "../action.ts";
import { projectsOf, searchTextIn } from "../choices.ts";
import type { ActionContext } from "../context.ts";
import { text } from "../forms.ts";
import { page } from "../page.ts";
import { projectAndRefusal, under } from "./menus.tsx";
import { describeSkippedProjects, doneTo, joinProjectKeys } from "./undo.ts";

/** A menu for each kind of dependency, which finds projects. */
export const findProjectMenus = dependencyKinds.map((kind: DependencyKind) =>
  page({
    path: `${dependenciesPagePath}/${kind}` as const,
    who: "members",
    layer: "menu",
    under,
    async read(at) {
      const { project, refusal } = await projectAndRefusal(at);
      const q = searchTextIn(at.url);
      const named = q ? [] : project.dependencies[kind].map(({ id }) => id);
      const { records: found, more } = refusal
        ? { records: [], more: false }
        : await projectsOf(at, { q, named });
      return { project, refusal, q, found, more };
    },
  }).shows({
    title: ({ project }) => `Dependencies of ${project.key}`,
    main: (props) => <FindProjectMenu {...props} kind={kind} />,
  })
);

/** Moves dependent projects that start too early after a project's target date, and then the projects they block. */
export const carryAlong = action({
  path: dependenciesPagePath,
  button: "act=carry",
  form: {},
  async does(_form, { perform, params: { projectId } }) {
    const { projects, left } = await perform(rescheduleProject, { projectId, carry: true });
    return { moved: parseJson(projects).slice(1), left };
  },
  says({ moved, left }, _form, at) {
    const [first] = moved;
    const but = describeSkippedProjects(left);
    if (!first) return { text: but || "No dependent project starts too early" };
    return doneTo(
      first.id,
      `${joinProjectKeys(moved)} moved${but && `. Some projects weren't moved: ${but}`}`,
      at,
    );
  },
  home: ({ projectId }) => projectPath(projectId),
});

interface NamedDependency {
  kind: DependencyKind;
  projectId: string;
  otherId: string;
  /** The keys of the blocked and the blocking project. */
  waits: string;
  blocker: string;
}

/** Adds a dependency. */
export const depend: Action = action({
  path: `${dependenciesPagePath}/:kind` as `${typeof projectPagePath}/dependencies/:kind`,
  form: { otherId: text },
  does: ({ otherId }, at) => between(at, otherId, addDependency),
  says: ({ waits, blocker, ...named }) => ({
    text: `${waits} is now blocked by ${blocker}`,
    undo: { action: removeDependencyAction, path: pathOf(named) },
  }),
  home: ({ projectId }) => projectPath(projectId),
});

/** Removes a dependency. */
export const removeDependencyAction: Action = action({
  path: dependencyPagePath,
  button: "act=remove",
  form: {},
  does: (_form, at) => between(at, at.params.otherId, removeDependency),
  says: ({ waits, blocker, ...named }) => ({
    text: `${waits} is no longer blocked by ${blocker}`,
    undo: {
      action: depend,
      path: dependencyPath(named.projectId, named.kind),
      along: { otherId: named.otherId },
    },
  }),
  home: ({ projectId }) => projectPath(projectId),
});

function pathOf(
  { projectId, kind, otherId }: Pick<NamedDependency, "projectId" | "kind" | "otherId">,
) {
  return dependencyPath(projectId, kind, otherId);
}

/** @throws NotFound for an unknown kind of dependency; errors of the operation */
async function between(
  { ask, perform, params }: Pick<ActionContext<Member>, "ask" | "perform"> & {
    params: { projectId: string; kind: string };
  },
  otherId: string,
  does: typeof addDependency | typeof removeDependency,
): Promise<NamedDependency> {
  const { projectId } = params;
  const kind = dependencyKinds.find((one) => one === params.kind);
  if (!kind) throw new NotFound(`There is no dependency kind ${params.kind}.`);
  const pair = kind === "blockedBy"
    ? { projectId, otherId }
    : { projectId: otherId, otherId: projectId };
  const waiting = parseJson((await perform(does, pair)).json);
  const blocker = parseJson((await ask(findProject, { projectId: pair.otherId })).json);
  return { kind, projectId, otherId, waits: waiting.key, blocker: blocker.key };
}
