import { z } from "zod";
import type { Principal } from "../core/actor.ts";
import { name } from "../core/fields.ts";
import { within, type WriteContext } from "../core/operation.ts";
import { updateViewer } from "./update_viewer.ts";

/** The name that somebody gives who comes in; whoever has one already needn't. */
export const yourName = z.string()
  .refine((value) => value.trim() !== "", "Enter the name your colleagues use.")
  .pipe(name).optional();

/**
 * Gives somebody who comes in the name that they say, in the transaction of what they come in by.
 * @returns the context in which they go on, by that name
 */
export async function introduce(
  context: WriteContext<Principal>,
  name: string | undefined,
): Promise<WriteContext<Principal>> {
  if (name === undefined) return context;
  await within(context, updateViewer, { name });
  return { ...context, actor: { ...context.actor, name } };
}
