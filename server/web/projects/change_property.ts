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

/** Actions that set a property from a menu. No typed text can get lost. */
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
        if (!at.act.id) return unchanged(`the ${name.toLowerCase()} of ${project.key}`);
        const to = inWords(project, pageClockOf(at));
        return doneTo(project.id, `${name} of ${project.key} changed to ${to}`, at);
      },
      home,
    })
  );

/** Lists of a project whose records menus add or remove, by the name of the button. */
const lists = {
  toggleMember: {
    menu: "members",
    field: "memberIds",
    word: "Member",
    of: ({ members }: ProjectDetail) => members,
  },
  toggleTeam: {
    menu: "teams",
    field: "teamIds",
    word: "Team",
    of: ({ teams }: ProjectDetail) => teams,
  },
  toggleLabel: {
    menu: "labels",
    field: "labels",
    word: "Label",
    of: ({ labels }: ProjectDetail) => labels,
  },
} as const;

/** Actions that add or remove a person, team, or label. The menu stays open. */
export const toggleOnProject = Object.entries(lists).map(([button, { menu, field, word, of }]) =>
  action({
    path: projectPagePath,
    button,
    form: { [button]: text },
    async does(form, { ask, perform, params: { projectId } }) {
      const id = form[button] ?? "";
      let had: { name: string } | undefined;
      let puts: boolean | undefined;
      // The whole list is sent, so it's read again if others changed it in the meantime
      const project = await whileStale(async () => {
        const before = parseJson((await ask(findProject, { projectId })).json);
        had ??= of(before).find((one) => one.id === id);
        puts ??= !had;
        const ids = of(before).map((one) => one.id).filter((one) => one !== id);
        const patch = { [field]: puts ? [...ids, id] : ids, sinceVersion: before.version };
        return parseJson((await perform(updateProject, { projectId, patch })).json);
      });
      const { name } = had ?? of(project).find((one) => one.id === id) ?? { name: "" };
      const done = puts ? "added to" : "removed from";
      return { project, said: `${word} ${name} ${done} ${project.key}` };
    },
    says: ({ project, said }, _form, at) => doneTo(project.id, said, at),
    stays: (_form, { projectId }) => projectMenuPath(projectId, menu),
    home,
  })
);

/** Maximum number of attempts. */
const MOST_TRIES = 10;

/** Retries a change if someone else changed the record first. @throws the errors of the change */
async function whileStale<T>(change: () => Promise<T>): Promise<T> {
  for (let tries = 1;; tries++) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof Stale) || tries === MOST_TRIES) throw error;
    }
  }
}
