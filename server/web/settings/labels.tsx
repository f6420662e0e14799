import {
  projectLabelPagePath,
  projectLabelsPath,
  taskLabelPagePath,
  taskLabelsPath,
} from "../../../views/settings_paths.ts";
import {
  Labels,
  LabelsFilter,
  type LabelWords,
  type OpenLabel,
} from "../../../views/settings/labels.tsx";
import { askedPath, shownOf } from "../../../views/settings/first_records.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { type Label, LabelCreate, LabelPatch } from "../../domain/labels/schema.ts";
import {
  archiveProjectLabel,
  restoreProjectLabel,
  updateProjectLabel,
} from "../../domain/project_labels/update.ts";
import { createProjectLabel } from "../../domain/project_labels/create.ts";
import { findProjectLabel, listProjectLabels } from "../../domain/project_labels/list.ts";
import { mergeProjectLabels } from "../../domain/project_labels/merge.ts";
import { countProjectLabelUses } from "../../domain/project_labels/uses.ts";
import { archiveTaskLabel, restoreTaskLabel } from "../../domain/task_labels/archive.ts";
import { createTaskLabel } from "../../domain/task_labels/create.ts";
import { findTaskLabel, listTaskLabels } from "../../domain/task_labels/list.ts";
import { mergeTaskLabels } from "../../domain/task_labels/merge.ts";
import { updateTaskLabel } from "../../domain/task_labels/update.ts";
import { countTaskLabelUses } from "../../domain/task_labels/uses.ts";
import { type Action, action } from "../action.ts";
import { changingForm, type Form, makingForm, number, text } from "../forms.ts";
import type { RefusedForm } from "../refusal.ts";
import { askedIn, typedAsked, withWords } from "./asked_records.ts";
import { nothingToSave } from "./nothing_to_save.ts";
import { settingsPage } from "./page.tsx";

const taskLabels = {
  of: "task",
  title: "Task labels",
  path: taskLabelsPath,
  one: taskLabelPagePath,
  list: listTaskLabels,
  find: findTaskLabel,
  uses: countTaskLabelUses,
  create: createTaskLabel,
  update: updateTaskLabel,
  archive: archiveTaskLabel,
  restore: restoreTaskLabel,
  merge: mergeTaskLabels,
} as const;

const projectLabels = {
  of: "project",
  title: "Project labels",
  path: projectLabelsPath,
  one: projectLabelPagePath,
  list: listProjectLabels,
  find: findProjectLabel,
  uses: countProjectLabelUses,
  create: createProjectLabel,
  update: updateProjectLabel,
  archive: archiveProjectLabel,
  restore: restoreProjectLabel,
  merge: mergeProjectLabels,
} as const;

type Kind = typeof taskLabels | typeof projectLabels;

const wordsOf = ({ name, description }: Label) => [name, description] as const;

const making = makingForm(LabelCreate.shape);
const naming = changingForm(LabelPatch.shape);

/** Returns the actions on a kind of label. */
function labelActions(kind: Kind) {
  const pathOf = (id: string) => `${kind.path}/${id}`;
  const home = () => kind.path;
  const of = ({ labelId }: { labelId: string }) => labelId;
  const onLabel = { path: kind.one, home, of } as const;

  const create = action({
    path: kind.path,
    form: making,
    async does(form, { perform, askAll, url }) {
      const label = parseJson((await perform(kind.create, form)).json);
      const asked = askedIn(url);
      const shown = shownOf(withWords(await askAll(kind.list), asked, wordsOf), asked);
      return { label, isShown: shown.some(({ id }) => id === label.id) };
    },
    says: ({ label: { id, name } }) => ({
      text: `Label ${name} created`,
      undo: { action: archive, path: pathOf(id) },
    }),
    // If the list doesn't show the label, the page finds it by its name
    becomes: ({ label, isShown }) =>
      isShown ? null : askedPath(kind.path, { q: label.name, show: undefined }, { create: "1" }),
    home,
  });

  const change = action({
    ...onLabel,
    closes: ["edit"],
    form: { ...naming, version: number },
    async does({ version, ...patch }, { ask, perform, params: { labelId } }) {
      const before = parseJson((await ask(kind.find, { labelId })).json);
      return {
        before,
        now: parseJson((await perform(kind.update, { labelId, version, patch })).json),
      };
    },
    says: ({ before, now }) =>
      before.version === now.version ? nothingToSave : {
        text: `Label ${now.name} saved`,
        undo: {
          action: putBack,
          path: pathOf(now.id),
          along: {
            name: before.name,
            color: before.color,
            description: before.description ?? "",
            version: String(now.version),
          },
        },
      },
  });

  /** Undoes a change to a label, unless someone changed the label since. */
  const putBack: Action = action({
    ...onLabel,
    button: "act=back",
    form: { ...naming, version: number },
    async does({ version, ...patch }, { perform, params: { labelId } }) {
      return parseJson((await perform(kind.update, { labelId, version, patch })).json);
    },
    says: () => ({ text: "Label change undone" }),
  });

  const shelving = (
    button: "act=archive" | "act=restore",
    mutation: Kind["archive"] | Kind["restore"],
    said: string,
    undo: () => Action,
  ): Action =>
    action({
      ...onLabel,
      button,
      form: {},
      does: async (_form, { perform, params: { labelId } }) =>
        parseJson((await perform(mutation, { labelId })).json),
      says: ({ id, name }) => ({
        text: `Label ${name} ${said}`,
        undo: { action: undo(), path: pathOf(id) },
      }),
    });
  const archive: Action = shelving("act=archive", kind.archive, "archived", () => restore);
  const restore: Action = shelving("act=restore", kind.restore, "restored", () => archive);

  const merge = action({
    ...onLabel,
    button: "act=merge",
    closes: ["merge"],
    form: { into: text, version: number },
    async does(form, { ask, perform, params: { labelId } }) {
      const gone = parseJson((await ask(kind.find, { labelId })).json);
      return { gone, stays: parseJson((await perform(kind.merge, { labelId, ...form })).json) };
    },
    says: ({ gone, stays }) => ({ text: `${gone.name} merged into ${stays.name}` }),
  });

  return { create, change, putBack, archive, restore, merge };
}

const onTaskLabels = labelActions(taskLabels);
const onProjectLabels = labelActions(projectLabels);

export const labelSettingsActions = [onTaskLabels, onProjectLabels].flatMap(Object.values<Action>);

function labelPage(kind: Kind, { create, change, merge }: ReturnType<typeof labelActions>) {
  return settingsPage({
    path: kind.path,
    who: "managers",
    typedInto: typedAsked,
    async read({ url, refused, ask, askAll, drawOnce }) {
      const { searchParams } = url;
      const asked = askedIn(url);
      const opens = {
        adds: searchParams.has("create"),
        edits: searchParams.get("edit"),
        merges: searchParams.get("merge"),
      };
      const read = async () => {
        const all = await askAll(kind.list, { includeArchived: "true" });
        return {
          labels: withWords(
            all,
            asked,
            wordsOf,
            ({ id }) => id === opens.edits || id === opens.merges,
          ),
          others: all.filter(({ archivedAt }) => archivedAt === null),
          uses: await ask(kind.uses, {}),
        };
      };
      if (asked.q || refused || opens.adds || opens.edits || opens.merges) {
        return { ...opens, asked, shown: await read(), drawn: null };
      }
      const draw = async () => <Labels of={kind.of} asked={asked} {...await read()} open={null} />;
      return { ...opens, asked, shown: null, drawn: await drawOnce([kind.path, asked], draw) };
    },
  }).shows({
    title: () => kind.title,
    live: () => ["names", "tasks"],
    beside: ({ asked }) => <LabelsFilter of={kind.of} asked={asked} />,
    main({ asked, shown, drawn, adds, edits, merges, refused }) {
      if (drawn !== null) return drawn;
      const { labels } = shown;
      let open: OpenLabel | null = null;
      const made = refused(create);
      if (made || adds) open = { id: null, typed: typedIn(made) };
      for (const { id } of labels) {
        const changed = refused(change, id);
        const merged = refused(merge, id);
        if (changed || edits === id) open = { id, typed: typedIn(changed) };
        if (merged || merges === id) open = { id, merges: true, typed: typedIn(merged) };
      }
      return <Labels of={kind.of} asked={asked} {...shown} open={open} />;
    },
  });
}

function typedIn(form: RefusedForm<Form> | null): OpenLabel["typed"] {
  if (!form) return undefined;
  const { values, errors, rest } = form;
  return { ...values as Partial<LabelWords & { into: string }>, refused: { errors, rest } };
}

export const taskLabelsPage = labelPage(taskLabels, onTaskLabels);
export const projectLabelsPage = labelPage(projectLabels, onProjectLabels);
