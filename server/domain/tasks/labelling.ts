import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { Invalid } from "../core/errors.ts";
import { parseJson } from "../core/json.ts";
import { idsOrNames, nameKey } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import { taskLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import type { Named } from "../refs/named.ts";
import type { StoredTask } from "./locate.ts";
import type { TasksPatch } from "./schema.ts";

/** Labels to add to tasks, and labels to remove. */
export interface Labelling {
  added: Named[];
  /** IDs, and keys of names. */
  removed: ReadonlySet<string>;
}

/** @throws Invalid with each unknown label; archived ones can still be removed */
export async function labelling(
  context: ReadContext<Member>,
  { addTags = [], removeTags = [] }: Pick<TasksPatch, "addTags" | "removeTags">,
): Promise<Labelling> {
  const added = await resolveLabels(context, taskLabels, addTags).catch((error) => {
    throw error instanceof Invalid ? namedAs("addTags", error) : error;
  });
  await requireKnown(context, removeTags);
  return { added, removed: new Set(removeTags.flatMap((tag) => [tag, nameKey(tag)])) };
}

async function requireKnown({ db, actor }: ReadContext<Member>, tags: string[]): Promise<void> {
  if (tags.length === 0) return;
  const { rows } = await sql<{ place: number }>`
    select w.key as place from json_each(${idsOrNames(tags)}) w where not exists (
      select 1 from task_labels l where l.workspace_id = ${actor.workspace.id}
        and (l.id = w.value ->> 'id' or l.name_key = w.value ->> 'key'))`.execute(db);
  if (rows.length === 0) return;
  const unknown = rows.map(({ place }) => ({
    path: ["patch", "removeTags", place],
    message: `Label ${tags[place]} not found.`,
  }));
  throw new Invalid(unknown, { code: "unknown_label" });
}

function namedAs(field: "addTags", { errors, code }: Invalid): Invalid {
  const named = errors.map(({ path: [, ...place], message }) => ({
    path: ["patch", field, ...place],
    message,
  }));
  return new Invalid(named, { code });
}

/** Returns the IDs of a task's new labels. A label that is both added and removed is removed. */
export function tagsOf(task: StoredTask, { added, removed }: Labelling): string[] {
  const tags = [...parseJson(task.labels), ...added]
    .filter(({ id, name }) => !removed.has(id) && !removed.has(nameKey(name)));
  return [...new Set(tags.map(({ id }) => id))];
}
