import { z } from "zod";
import type { Member } from "../domain/core/actor.ts";
import { Conflict, Invalid, invalidField } from "../domain/core/errors.ts";
import { operation, type ReadContext, type WriteContext } from "../domain/core/operation.ts";
import { globalCommand, type GlobalName, hrefOf } from "./catalogue.ts";
import type { RecordCommand } from "./record_command.ts";
import { launchesOf } from "./menu.ts";
import { commandNames, isGlobal, kindFor, recordCommandFor } from "./command_names.ts";
import { destinationOf } from "./destinations.ts";
import { type Ran, runFields } from "./schema.ts";
import { nameOf, type PaletteSubject, readSubject } from "./subject.ts";
import { readViewer, requireUse } from "./viewer.ts";

/** `POST /api/workspace/command`. */
export const CommandInput = z.strictObject({
  command: z.enum(commandNames, "Use the name of a command."),
  ...runFields,
});
type CommandInput = z.output<typeof CommandInput>;

/**
 * Runs a command by its name. A command that changes a record runs the operation of other interfaces in this
 * transaction. A command that opens a page only returns its URL. A change sets a value instead of toggling it, so
 * running it twice is the same as once.
 * @throws Forbidden without a signed-in session; NotFound for a record that the actor can't see; Invalid naming
 * `command`, `record` or `value`; errors of the operation
 */
export const runCommand = operation({
  name: "commands.run",
  scope: null,
  input: CommandInput,
  async run(context, input): Promise<Ran> {
    const { command, record } = input;
    if (isGlobal(command)) return await launch(context, command, input);
    if (record === undefined) {
      throw invalidField(
        "record",
        "Use the ID or reference of the record that the command changes.",
      );
    }
    const subject = await readSubject(context, record);
    const kind = kindFor(command);
    if (subject.kind !== kind) throw invalidField("record", `Use a ${kind} with this command.`);
    const recordCommand = recordCommandFor(command, kind);
    return recordCommand
      ? await make(context, recordCommand, subject, input.value)
      : await follow(context, subject, input);
  },
});

/** Returns the page of a global command. @throws Forbidden if the actor can't use the command */
async function launch(
  context: ReadContext<Member>,
  name: GlobalName,
  { record, value = "" }: CommandInput,
): Promise<Ran> {
  const command = globalCommand(name);
  if (record !== undefined) {
    throw invalidField("record", "Omit the record. This command doesn't use a record.");
  }
  if (value !== "" && !command.takes) throw invalidField("value", noValue);
  await requireUse(context, command);
  return { message: command.title, href: hrefOf(command, value) };
}

const noValue = "Omit the value. This command doesn't use a value.";

/**
 * Returns the page of a record's command.
 * @throws Forbidden if the actor can't use the command; Conflict if the page doesn't exist
 */
async function follow(
  context: ReadContext<Member>,
  subject: PaletteSubject,
  { command, value }: CommandInput,
): Promise<Ran> {
  if (value !== undefined) throw invalidField("value", noValue);
  if (/\.create/.test(command)) {
    await requireUse(context, { access: "taskCreator", title: "Create task" });
  }
  const found = launchesOf(context, await readViewer(context), subject)
    .find((action) => action.command === command);
  if (found?.href) return { message: found.title, href: found.href };
  throw new Conflict("There is nothing for this command to open.", {
    code: "nothing_to_open",
    hint: "Read the record again. The record might have changed.",
  });
}

/** Changes a record, and rereads it. */
async function make(
  context: WriteContext<Member>,
  recordCommand: RecordCommand<PaletteSubject["record"]>,
  before: PaletteSubject,
  value: string | undefined,
): Promise<Ran> {
  if (recordCommand.takes === "value" && value === undefined) {
    throw invalidField("value", "Enter the new value.");
  }
  if (recordCommand.takes === "nothing" && value !== undefined) {
    throw invalidField("value", noValue);
  }
  try {
    await recordCommand.run(context, before.record, value ?? "");
  } catch (error) {
    throw ofValue(error);
  }
  const after = await readSubject(context, before.record.id);
  const { kind, id, key } = nameOf(after);
  return {
    message: recordCommand.message(after.record, before.record, value ?? ""),
    href: recordCommand.leads ?? destinationOf(kind, id, key),
    [after.kind]: after.record,
  };
}

/** Reports an operation's input error for the field `value`, because the operation's input came from there. */
function ofValue(error: unknown): unknown {
  if (!(error instanceof Invalid)) return error;
  const { code, hint, errors } = error;
  const named = errors.map(({ message }) => ({ path: ["value"], message }));
  return new Invalid(named, hint === undefined ? { code } : { code, hint });
}
