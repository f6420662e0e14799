import { composePath, composerPath, taskPath, tasksPath } from "../../../views/paths.ts";
import { Composer } from "../../../views/tasks/composer.tsx";
import { Pills } from "../../../views/tasks/composer_pills.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { Forbidden, NotFound, Stale } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createTask } from "../../domain/tasks/create.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { type TaskDetail, taskFields } from "../../domain/tasks/schema.ts";
import { updateTask } from "../../domain/tasks/update.ts";
import { safePath } from "../../http/htmx.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { filled, optional, type ValuesOf } from "../forms.ts";
import { page } from "../page.ts";
import { composerForm, readComposing } from "./composer_form.ts";
import { archive } from "./state_actions.ts";
import { done } from "./undo.ts";

/**
 * The composer's fields, and the name of the text. The same name means the same task. A second part of the name says
 * that the text was edited after an attempt without a response.
 */
const sent = { ...composerForm, once: optional };

/** Creates a task or a draft, then shows it or starts the next one. */
export const makeTask = action({
  path: tasksPath,
  form: sent,
  does: (values, at) => makeOnce(values, values.draft, at),
  says: ({ reference, draft }, _form, at) => ({
    ...done(draft ? savedAsDraft(reference) : `${reference} created`, at),
    link: { href: taskPath(reference), name: "Open" },
  }),
  then: (_task, { more, back }) => more ? null : safePath(back, tasksPath),
  stays: (values) => values.more ? composePath(forTheNext(values)) : null,
  home: () => composePath(),
});

const savedAsDraft = (reference: string) => `${reference} saved as a draft`;

/** Saves a left composer as a draft. The page keeps the text until the draft exists. */
export const leaveTask = action({
  path: tasksPath,
  button: "left",
  form: { ...sent, title: filled },
  kept: true,
  does: (values, at) => makeOnce(values, true, at),
  says({ reference, draft, archivedAt }) {
    if (archivedAt) return null;
    const path = taskPath(reference);
    const link = { href: path, name: "Open" };
    if (!draft) return { text: `${reference} created`, link };
    const undo = { action: archive, path, name: "Discard" };
    return { text: savedAsDraft(reference), link, undo };
  },
  home: () => composePath(),
});

type Sent = Omit<ValuesOf<typeof sent>, "title"> & { title: string | undefined };

/** Creates a task or a draft once. An earlier draft of the same text is published if the request asks for a task. */
async function makeOnce(
  sent: Sent,
  draft: boolean,
  at: ActionContext<Member>,
): Promise<TaskDetail> {
  const { once, more: _more, back: _back, templateId: _template, draft: _draft, ...task } = sent;
  const [text] = once?.split(" ") ?? [];
  const attempt = text ? { name: text, request: [once, task] } : undefined;
  const made = await at.performOnce(attempt, createTask, { ...task, draft });
  if ("done" in made) return parseJson(made.done.json);
  if ("other" in made) return await goOnWith(made.other, sent, draft, at);
  const taskId = made.before;
  const found = parseJson((await at.ask(findTask, { taskId })).json);
  if (draft || !found.draft || found.archivedAt) return found;
  return parseJson((await at.perform(updateTask, { taskId, patch: { draft: false } })).json);
}

/**
 * Updates the draft of an earlier attempt to the current text, unless someone changed the draft since. Otherwise,
 * creates another one.
 */
async function goOnWith(
  taskId: string,
  { once, more: _more, back: _back, templateId: _template, draft: _draft, ...task }: Sent,
  draft: boolean,
  at: ActionContext<Member>,
): Promise<TaskDetail> {
  const { resources: _resources, relations: _relations, ...fields } = task;
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  const nothing = Object.entries(taskFields).filter(([, field]) => field.safeParse(null).success)
    .map(([name]) => [name, null]);
  const patch = {
    ...Object.fromEntries([...nothing, ["tags", []], ...said]),
    ...(draft ? {} : { draft: false }),
  };
  const request = [once, task];
  try {
    // Each version of the text has its own key
    for (let version = 1;; version++) {
      const name = [taskId, version];
      const input = { taskId, version, patch };
      const made = await at.performOnce({ name, request }, updateTask, input);
      if ("done" in made) return parseJson(made.done.json);
      if ("before" in made) return parseJson((await at.ask(findTask, { taskId })).json);
    }
  } catch (error) {
    // A creator without a role in the team can't change all these fields
    const isOvertaken = error instanceof Stale || error instanceof NotFound;
    if (!isOvertaken && !(error instanceof Forbidden)) throw error;
    const made = await at.performOnce({ name: request }, createTask, { ...task, draft });
    if ("done" in made) return parseJson(made.done.json);
    const before = "before" in made ? made.before : made.other;
    return parseJson((await at.ask(findTask, { taskId: before })).json);
  }
}

/** Returns the values of the next task: the properties of the last one, without its texts. */
function forTheNext(values: ValuesOf<typeof sent>) {
  const {
    once: _once,
    title: _title,
    description: _description,
    templateId: _template,
    resources: _resources,
    relations: _relations,
    draft: _draft,
    back: _back,
    ...properties
  } = values;
  return { ...properties, more: "1" };
}

/** The composer, in its dialog or as a page without JavaScript. */
export const composerPage = page({
  path: composerPath,
  who: "members",
  layer: "composer",
  under: ({ searchParams }) => safePath(searchParams.get("back") ?? "", tasksPath),
  read: (at) => readComposing(at, "whole"),
  parts: {
    pills: async (at) => ({
      view: <Pills {...await readComposing(at, "properties")} />,
      address: null,
    }),
  },
}).shows({
  title: () => "New task",
  main({ refused, alone, values, ...offered }) {
    const form = refused(makeTask);
    const typed = form ? form.values : values;
    return (
      <Composer
        {...offered}
        values={{ ...typed, back: safePath(typed.back, tasksPath) }}
        errors={{ ...form?.errors, ...(form?.rest ? { rest: form.rest } : {}) }}
        dialog={alone}
      />
    );
  },
});
