import { type ShownTexts, writeMarkdown } from "../../../views/markdown.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { readTaskTexts } from "../../domain/tasks/texts.ts";
import type { PageContext } from "../context.ts";

/** The record of a text, which decides whom a mention can notify. */
type Place = { taskId: string } | { projectId: string };

/** Returns a task's texts as HTML. @throws NotFound for the task */
export function showTexts(at: PageContext<Member>, taskId: string, texts: readonly string[]) {
  return showTextsOf(at, { taskId }, texts);
}

/** Returns a project's texts as HTML. @throws NotFound for the project */
export function showProjectTexts(
  at: PageContext<Member>,
  projectId: string,
  texts: readonly string[],
) {
  return showTextsOf(at, { projectId }, texts);
}

/**
 * Returns texts as HTML. Text without mentions and references is the same everywhere and rendered once. Other text
 * depends on its record and on the current data.
 * @throws NotFound for the record
 */
async function showTextsOf(
  { ask, memory }: PageContext<Member>,
  place: Place,
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
  const read = await ask(readTaskTexts, { ...place, texts: [...unread] });
  for (const [text, { mentions, references }] of read.texts) {
    const html = writeMarkdown(text, read);
    shown.set(text, html);
    if (mentions.length + references.length === 0) memory.texts.keep(text, html);
  }
  return shown;
}
