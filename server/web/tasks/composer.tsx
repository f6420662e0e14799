import { composePath, composerPath, taskPath, tasksPath } from "../../../views/paths.ts";
import { Composer } from "../../../views/tasks/composer.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { dayFromToday } from "../../domain/core/days.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createTask } from "../../domain/tasks/create.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { TaskCreate } from "../../domain/tasks/schema.ts";
import { safePath } from "../../http/htmx.ts";
import { action } from "../action.ts";
import type { PageContext } from "../context.ts";
import { labelsOf, membersOf, projectsOf } from "../choices.ts";
import { filled, makingForm, readFields, text, ticked } from "../forms.ts";
import { done } from "./undo.ts";
import { page } from "../page.ts";

const { draft: _draft, templateId: _template, ...fields } = TaskCreate.shape;

/** The composer's fields, and the parameters of the URL that fill them in. */
const composerForm = {
  ...makingForm(fields),
  title: text,
  /** Whether another one is written after it. */
  more: ticked,
  /** Where it is gone back to without JavaScript. */
  back: filled,
};

/** Makes the task; then the page shows it, or the next one can be written. */
export const makeTask = action({
  path: tasksPath,
  form: composerForm,
  does: async ({ more: _more, back: _back, ...task }, at) =>
    parseJson((await at.perform(createTask, task)).json),
  says: ({ reference }, _form, at) => ({
    ...done(`${reference} created.`, at),
    link: { href: taskPath(reference), name: "Open" },
  }),
  then: (_task, { more, back }) => more ? null : safePath(back, tasksPath),
  stays: ({ more, title: _title, description: _description, tags: _tags, ...kept }) =>
    more ? composePath({ ...kept, more: "1" }) : null,
  home: () => composePath(),
});

/** The composer: in its dialog, or as a page where there is no JavaScript. */
export const composerPage = page({
  path: composerPath,
  who: "members",
  layer: "composer",
  read: readComposer,
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

async function readComposer(at: PageContext<Member>) {
  const [teams, members, labels, projects] = await Promise.all([
    at.teams(),
    membersOf(at),
    labelsOf(at),
    projectsOf(at),
  ]);
  const viewerId = at.viewer.profile.id;
  const given = readFields(composerForm, at.url.searchParams);
  const mine = teams.find(({ role }) => role === "lead" || role === "member") ?? teams[0];
  const copied = await copyFor(at);
  const { timeZone } = at.viewer.workspace;
  const asked = { ...given, ...copied };
  // A list's filters name things in more ways than a form does.
  const values = {
    ...asked,
    teamId: idAmong(teams, asked.teamId) ?? mine?.id,
    projectId: idAmong(projects, asked.projectId),
    assigneeId: asked.assigneeId === "me"
      ? viewerId
      : members.find(({ username }) => username === asked.assigneeId)?.id ?? asked.assigneeId,
    tags: asked.tags?.map((tag) => labels.find(({ id }) => id === tag)?.name ?? tag),
    deadlineAt: asked.deadlineAt && dayFromToday(asked.deadlineAt, at.now, timeZone),
  };
  const current = members.filter(({ suspended }) => !suspended);
  return { values, teams, members: current, labels, projects, viewerId };
}

/** What is taken over from the task that the URL names to be copied; nothing where it names none. */
async function copyFor(at: PageContext<Member>) {
  const copyOf = at.url.searchParams.get("copyOf");
  if (copyOf === null) return {};
  const task = parseJson((await at.ask(findTask, { taskId: copyOf })).json);
  const { title, description, teamId, status, priority, deadlineAt, labels } = task;
  const { projectId, milestoneId, parentId, assigneeId } = task;
  const placed = { teamId, projectId, milestoneId, parentId, assigneeId };
  const tags = labels.map(({ id }) => id);
  return { copyOf, title, description, ...placed, status, priority, deadlineAt, tags };
}

/** The id of what is named by its id or its key; what it was named by where it isn't offered. */
function idAmong<N extends string | null | undefined>(
  offered: readonly { id: string; key: string }[],
  name: N,
): string | N {
  return offered.find(({ id, key }) => id === name || key === name?.toUpperCase())?.id ?? name;
}
