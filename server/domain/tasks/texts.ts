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

/** Texts as they were read, by what was written. */
export interface ReadTexts {
  texts: ReadonlyMap<string, MarkdownText>;
  /** The usernames by which mentions call those who hear of it. */
  calling: ReadonlyMap<Mention, string>;
  /** The tasks that references name, by the reference as it was written. */
  named: ReadonlyMap<string, NamedTask>;
}

/** From so many characters on, reading them may take milliseconds. */
const LONG = 5_000;

/**
 * Reads the texts of a task, or of a project, for a page. A reference names a task that the reader sees; a mention calls
 * whoever a write of the same text would tell, and its writer too, who alone isn't told of what they do themselves.
 * @param taskId left out with the project's of what isn't made yet: a mention calls everybody who is there
 * @throws NotFound for the task or project
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

/** The condition on a profile `p` that they can be called by a text of a task or project. */
async function sightOf(
  context: ReadContext<Member>,
  { taskId, projectId }: { taskId?: string | undefined; projectId?: string | undefined },
) {
  if (taskId !== undefined) return sees((await locateTask(context, taskId)).team_id);
  if (projectId !== undefined) return seesProject((await locateProject(context, projectId)).id);
  return sql`p.removed_at is null`;
}
