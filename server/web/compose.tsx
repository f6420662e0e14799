import type { Context } from "hono";
import { Partial, ToastPartial } from "../../views/layouts/fragments.tsx";
import { composePath, taskPath, tasksPath } from "../../views/paths.ts";
import { Composer, ComposerPage, type ComposerProps } from "../../views/tasks/composer.tsx";
import { perform } from "../domain/core/operation.ts";
import { createTask } from "../domain/tasks/create.ts";
import { parseJson } from "../domain/core/json.ts";
import { type Form, readForm } from "../http/form.ts";
import { html } from "../http/html.ts";
import { safePath, swapTarget, wantsFragment } from "../http/htmx.ts";
import type { Env } from "../http/env.ts";
import { labelsOf, membersOf, projectsOf } from "./directory.ts";
import { shellFrame, teamsOf } from "./shell.ts";
import { type Refusal, refusalOf } from "./field_errors.ts";
import { mainPartial } from "./refresh.tsx";

type Values = ComposerProps["values"];

/** The composer: in its dialog, or as a page where there is no JavaScript. */
export function showComposer(c: Context<Env>, search: URLSearchParams): Promise<Response> {
  const text = (name: string) => search.get(name) ?? "";
  const values = {
    title: text("title"),
    description: text("description"),
    teamId: text("teamId"),
    status: text("status"),
    priority: text("priority") || "none",
    assigneeId: text("assigneeId"),
    projectId: text("projectId"),
    deadlineAt: text("deadlineAt"),
    parentId: text("parentId"),
    tags: search.getAll("tags"),
    more: search.has("more"),
  };
  return composer(c, values, safePath(search.get("back") ?? undefined, tasksPath));
}

/** Makes the task; then the dialog closes over a page that shows it, or the next one can be written. */
export async function makeTask(c: Context<Env>): Promise<Response> {
  const form = await readForm(c);
  const values = valuesOf(form);
  const back = safePath(form.text("back"), tasksPath);
  let made;
  try {
    made = await perform(c.get("deps"), c.get("member"), createTask, inputOf(values));
  } catch (error) {
    const shown = [
      "title",
      "description",
      "teamId",
      "assigneeId",
      "projectId",
      "deadlineAt",
      "parentId",
      "tags",
    ];
    return composer(c, values, back, refusalOf(error, shown));
  }
  const next = { ...values, title: "", description: "" };
  if (!wantsFragment(c)) {
    const { more, title: _title, description: _description, tags: _tags, ...kept } = next;
    return c.redirect(more ? composePath({ ...kept, more: "1", back }) : back, 303);
  }
  return answerMade(c, parseJson(made.task).reference, next, back);
}

async function answerMade(
  c: Context<Env>,
  reference: string,
  next: Values,
  back: string,
): Promise<Response> {
  if (!next.more) c.header("hx-trigger", "task-created");
  const again = next.more ? <Composer {...await composerProps(c, next, back)} /> : null;
  const link = { href: taskPath(reference), name: "Open" };
  return html(
    c,
    <>
      {await mainPartial(c)}
      <ToastPartial text={`${reference} created.`} link={link} />
      {again && <Partial target="#composer" swap="innerHTML">{again}</Partial>}
    </>,
  );
}

function valuesOf(form: Form): Values {
  const text = (name: string) => form.text(name) ?? "";
  return {
    title: text("title"),
    description: text("description"),
    teamId: text("teamId"),
    status: text("status"),
    priority: text("priority"),
    assigneeId: text("assigneeId"),
    projectId: text("projectId"),
    deadlineAt: text("deadlineAt"),
    parentId: text("parentId"),
    tags: form.all("tags"),
    more: form.has("more"),
  };
}

/** What the operation gets: a field that was left empty is not sent. */
function inputOf({ more: _more, tags, ...texts }: Values): Record<string, unknown> {
  const given = Object.entries(texts).filter(([name, value]) => value !== "" || name === "title");
  return { ...Object.fromEntries(given), ...(tags.length > 0 ? { tags } : {}) };
}

async function composer(
  c: Context<Env>,
  values: Values,
  back: string,
  refused?: Refusal,
): Promise<Response> {
  const props = await composerProps(c, values, back, refused);
  if (props.dialog) return html(c, <Composer {...props} />, refused?.status);
  const frame = await shellFrame(c, composePath());
  return html(c, <ComposerPage frame={frame} {...props} />, refused?.status);
}

async function composerProps(
  c: Context<Env>,
  values: Values,
  back: string,
  refused?: Refusal,
): Promise<ComposerProps> {
  const member = c.get("member");
  const [teams, members, labels, projects] = await Promise.all([
    teamsOf(c),
    membersOf(c),
    labelsOf(c),
    projectsOf(c),
  ]);
  const mine = teams.find(({ role }) => role === "lead" || role === "member") ?? teams[0];
  const assigneeId = values.assigneeId === "me" ? member.profile.id : values.assigneeId;
  const refusal: Record<string, string> = refused?.refusal ? { "": refused.refusal } : {};
  return {
    values: {
      ...values,
      assigneeId,
      teamId: values.teamId || (mine?.id ?? ""),
      status: values.status || "backlogged",
    },
    errors: { ...refused?.errors, ...refusal },
    teams,
    members: members.filter(({ suspended }) => !suspended),
    labels,
    projects,
    viewerId: member.profile.id,
    back,
    dialog: swapTarget(c) === "dialog#composer",
  };
}
