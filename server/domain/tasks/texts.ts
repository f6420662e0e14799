import { sql } from "kysely";
import { z } from "zod";
import { yieldToOthers } from "../../database/one_at_a_time.ts";
import { locateProject } from "../projects/locate.ts";
import { sees, seesProject } from "../visibility/readers.ts";
import { resolveMentions } from "../side_effects/audience.ts";
import { keys } from "../core/keys.ts";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type MarkdownText, readMarkdown } from "../text/markdown.ts";
import type { Mention } from "../text/mentions.ts";
import { locateTask } from "./locate.ts";
import { type NamedTask, tasksByReference } from "./by_reference.ts";

/** Texts with their mentions and references. */
export interface ReadTexts {
  texts: ReadonlyMap<string, MarkdownText>;
  /** The usernames of mentions that notify someone. */
  calling: ReadonlyMap<Mention, string>;
  /** The tasks of references, by the reference as written. */
  named: ReadonlyMap<string, NamedTask>;
}

/** The number of characters from which parsing texts can take milliseconds. */
const LONG = 5_000;

/**
 * Reads the mentions and references of a task's or project's texts for a page. References name visible tasks. Mentions
 * are the people whom a write of the same text would notify, and the writer, who isn't notified about their own
 * changes.
 * @param taskId omitted together with the project's for a new record: mentions then include all current members
 * @throws NotFound if the task or project doesn't exist
 */
export const readTaskTexts = query({
  name: "tasks.texts",
  scope: "tasks.read",
  input: z.strictObject({
    taskId: keys.task.optional(),
    projectId: keys.project.optional(),
    texts: z.array(z.string()),
  }),
  async run(context, { taskId, projectId, texts }): Promise<ReadTexts> {
    const sight = await sightOf(context, { taskId, projectId });
    const read = new Map<string, MarkdownText>();
    let characters = 0;
    for (const text of texts) {
      read.set(text, readMarkdown(text));
      characters += text.length;
      if (characters <= LONG) continue;
      await yieldToOthers();
      characters = 0;
    }
    const mentions = [...read.values()].flatMap((one) => one.mentions);
    const references = [...read.values()].flatMap((one) => one.references);
    const [called, named] = await Promise.all([
      resolveMentions(context, context.actor.workspace.id, mentions, sight),
      tasksByReference(context, references),
    ]);
    return {
      texts: read,
      named,
      calling: new Map([...called].map(([one, { username }]) => [one, username])),
    };
  },
});

/** Returns the condition that a text of a task or project can mention a profile `p`. */
async function sightOf(
  context: ReadContext<Member>,
  { taskId, projectId }: { taskId?: string | undefined; projectId?: string | undefined },
) {
  if (taskId !== undefined) return sees((await locateTask(context, taskId)).team_id);
  if (projectId !== undefined) return seesProject((await locateProject(context, projectId)).id);
  return sql`p.removed_at is null`;
}
