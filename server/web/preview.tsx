import type { Context } from "hono";
import { z } from "zod";
import { Markdown, writeMarkdown } from "../../views/markdown.tsx";
import { markdown } from "../domain/core/fields.ts";
import { parseInput, perform } from "../domain/core/operation.ts";
import { readTaskTexts } from "../domain/tasks/texts.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { html } from "../http/html.ts";
import { required } from "./visit.ts";

const Previewed = z.strictObject({ text: markdown });

/**
 * Responds with a text's HTML, for the preview of the field.
 * @throws Invalid if the text couldn't be saved; NotFound for the task that it names; errors of `readForm`
 */
export async function preview(c: Context<Env>): Promise<Response> {
  const fields = await readForm(c);
  const typed = parseInput(Previewed, { text: fields.get("text") ?? "" });
  const text = typed.text ?? "";
  const asked = { taskId: fields.get("taskId") || undefined, texts: [text] };
  const read = await perform(
    c.get("deps"),
    required(c.get("member") ?? null),
    readTaskTexts,
    asked,
  );
  const texts = new Map([["preview", { html: writeMarkdown(text, read), all: null }]]);
  return html(c, <Markdown of="preview" texts={texts} />);
}
