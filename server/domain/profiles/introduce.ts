import { z } from "zod";
import type { Principal } from "../core/actor.ts";
import { name } from "../core/fields.ts";
import { within, type WriteContext } from "../core/operation.ts";
import { updateViewer } from "./update_viewer.ts";

/** The name of a new person. Optional for people who have one. */
export const yourName = z.string()
  .refine((value) => value.trim() !== "", "Enter the name that your colleagues use for you.")
  .pipe(name).optional();

/**
 * Sets the name of a person who signs up or joins, in the same transaction.
 * @returns the context with the new name
 */
export async function introduce(
  context: WriteContext<Principal>,
  name: string | undefined,
): Promise<WriteContext<Principal>> {
  if (name === undefined) return context;
  await within(context, updateViewer, { name });
  return { ...context, actor: { ...context.actor, name } };
}
