import { composePath, composerPath, taskPath, tasksPath } from "../../../views/paths.ts";
import { Composer } from "../../../views/tasks/composer.tsx";
import { Pills } from "../../../views/tasks/composer_pills.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { createTask } from "../../domain/tasks/create.ts";
import { safePath } from "../../http/htmx.ts";
import { action } from "../action.ts";
import type { ValuesOf } from "../forms.ts";
import { page } from "../page.ts";
import { composerForm, readComposing } from "./composer_form.ts";
import { done } from "./undo.ts";

/** Makes the task, or a draft of it; then the page shows it, or the next one can be written. */
export const makeTask = action({
  path: tasksPath,
  form: composerForm,
  does: async ({ more: _more, back: _back, templateId: _template, ...task }, at) =>
    parseJson((await at.perform(createTask, task)).json),
  says: ({ reference, draft }, _form, at) => ({
    ...done(draft ? `${reference} saved as a draft.` : `${reference} created.`, at),
    link: { href: taskPath(reference), name: "Open" },
  }),
  then: (_task, { more, back }) => more ? null : safePath(back, tasksPath),
  stays: (values) => values.more ? composePath(forTheNext(values)) : null,
  home: () => composePath(),
});

/** The next task has the properties of the last one: its texts are its own. */
function forTheNext(values: ValuesOf<typeof composerForm>) {
  const {
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

/** The composer: in its dialog, or as a page where there is no JavaScript. */
export const composerPage = page({
  path: composerPath,
  who: "members",
  layer: "composer",
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
