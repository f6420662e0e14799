import { type ShownTexts, writeMarkdown } from "../../../views/markdown.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { readTaskTexts } from "../../domain/tasks/texts.ts";
import type { PageContext } from "../context.ts";

/**
 * Texts of a task as HTML. One that names nobody and no task is the same wherever it is shown, and drawn once; whom and
 * what another names is for each task and each moment to say.
 * @throws NotFound for the task
 */
export async function showTexts(
  { ask, memory }: PageContext<Member>,
  taskId: string,
  texts: readonly string[],
): Promise<ShownTexts> {
  const shown = new Map<string, string>();
  const unread = new Set<string>();
  for (const text of texts) {
    const known = memory.texts.get(text);
    if (known === undefined) unread.add(text);
    else shown.set(text, known);
  }
  if (unread.size === 0) return shown;
  const read = await ask(readTaskTexts, { taskId, texts: [...unread] });
  for (const [text, { mentions, references }] of read.texts) {
    const html = writeMarkdown(text, read);
    shown.set(text, html);
    if (mentions.length + references.length === 0) memory.texts.keep(text, html);
  }
  return shown;
}
