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
 * Runs a command by its name: a change of a record by the operation that every other interface runs, in this transaction;
 * or one that leads somewhere, which only says where. A change says what is to be, not what is to be turned round, so
 * that doing it twice is doing it once.
 * @throws Forbidden with anything but a signed-in session; NotFound for a record that isn't there for the actor; Invalid
 *   naming `command`, `record` or `value`; what the operation throws
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

/** Where a global command leads. @throws Forbidden where it isn't for the actor */
async function launch(
  context: ReadContext<Member>,
  name: GlobalName,
  { record, value = "" }: CommandInput,
): Promise<Ran> {
  const command = globalCommand(name);
  if (record !== undefined) {
    throw invalidField("record", "Omit the record. This command doesn't use one.");
  }
  if (value !== "" && !command.takes) throw invalidField("value", noValue);
  await requireUse(context, command);
  return { message: command.title, href: hrefOf(command, value) };
}

const noValue = "Omit the value. This command doesn't use one.";

/** Where a record's command leads. @throws Forbidden where it isn't for the actor; Conflict where there is nothing there */
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
  throw new Conflict("This command has nothing to open.", {
    code: "nothing_to_open",
    hint: "Read the record again. It might have changed.",
  });
}

/** Changes a record, and reads it again. */
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

/** Whatever an operation finds wrong came in as the value: that is the field to name. */
function ofValue(error: unknown): unknown {
  if (!(error instanceof Invalid)) return error;
  const { code, hint, errors } = error;
  const named = errors.map(({ message }) => ({ path: ["value"], message }));
  return new Invalid(named, hint === undefined ? { code } : { code, hint });
}
