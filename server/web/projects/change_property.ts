import { projectProperties, projectPropertyOf } from "../../../views/projects/properties/all.ts";
import { projectMenuPath } from "../../../views/project_detail_paths.ts";
import { projectPagePath, projectPath } from "../../../views/project_paths.ts";
import { Stale } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findProject } from "../../domain/projects/find.ts";
import { type ProjectDetail, ProjectPatch } from "../../domain/projects/schema.ts";
import { updateProject } from "../../domain/projects/update.ts";
import { action, unchanged } from "../action.ts";
import { changingForm, text } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";
import { doneTo } from "./undo.ts";

const home = ({ projectId }: { projectId: string }) => projectPath(projectId);

/** Changes what a menu chose. A property's value replaces the last one, so nothing typed can be lost. */
export const changeProjectProperties = projectProperties.map(projectPropertyOf)
  .filter(({ many }) => !many).map(({ name, field, inWords }) =>
    action({
      path: projectPagePath,
      button: field,
      form: changingForm({ [field]: ProjectPatch.shape[field] }),
      async does(patch, { perform, params: { projectId } }) {
        return parseJson((await perform(updateProject, { projectId, patch })).json);
      },
      says(project, _form, at) {
        const what = name.toLowerCase();
        if (!at.act.id) return unchanged(`the ${what} of ${project.key}`);
        const to = inWords(project, pageClockOf(at));
        return doneTo(project.id, `${project.key}: ${what} changed to ${to}.`, at);
      },
      home,
    })
  );

/** What is put on a project and taken off it, one by one, by the button that does it. */
const lists = {
  toggleMember: {
    menu: "members",
    field: "memberIds",
    word: "member",
    of: ({ members }: ProjectDetail) => members,
  },
  toggleTeam: {
    menu: "teams",
    field: "teamIds",
    word: "team",
    of: ({ teams }: ProjectDetail) => teams,
  },
  toggleLabel: {
    menu: "labels",
    field: "labels",
    word: "label",
    of: ({ labels }: ProjectDetail) => labels,
  },
} as const;

/** Puts a person, a team or a label on a project or takes it off; its menu stays open for the next. */
export const toggleOnProject = Object.entries(lists).map(([button, { menu, field, word, of }]) =>
  action({
    path: projectPagePath,
    button,
    form: { [button]: text },
    async does(form, { ask, perform, params: { projectId } }) {
      const id = form[button] ?? "";
      let had: { name: string } | undefined;
      let puts: boolean | undefined;
      // The list goes whole, so that it is read again where others changed it meanwhile
      const project = await whileStale(async () => {
        const before = parseJson((await ask(findProject, { projectId })).json);
        had ??= of(before).find((one) => one.id === id);
        puts ??= !had;
        const ids = of(before).map((one) => one.id).filter((one) => one !== id);
        const patch = { [field]: puts ? [...ids, id] : ids, sinceVersion: before.version };
        return parseJson((await perform(updateProject, { projectId, patch })).json);
      });
      const { name } = had ?? of(project).find((one) => one.id === id) ?? { name: "" };
      const done = puts ? "added" : "removed";
      return { project, said: `${project.key}: ${word} ${name} ${done}.` };
    },
    says: ({ project, said }, _form, at) => doneTo(project.id, said, at),
    stays: (_form, { projectId }) => projectMenuPath(projectId, menu),
    home,
  })
);

/** How often in a row somebody may be ahead. */
const MOST_TRIES = 10;

/** What came of a change from what was read just before, tried again where somebody was ahead. @throws what it throws */
async function whileStale<T>(change: () => Promise<T>): Promise<T> {
  for (let tries = 1;; tries++) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof Stale) || tries === MOST_TRIES) throw error;
    }
  }
}
