import { ask, askAll, type Collection, workspacePath } from "./client.ts";
import { type Argument, command, type Globals, type Option } from "./command.ts";
import { Refused } from "./failure.ts";
import type { Outgoing } from "./http.ts";
import { forPeople, print } from "./output.ts";
import { askLong, askPage, longPaging, paging, withMore } from "./paging.ts";
import { resolveSettings, type Settings } from "./settings.ts";
import { table } from "./table.ts";

type Arguments = Readonly<Record<string, Argument>>;
type Options = Readonly<Record<string, Option>>;
type Given = Readonly<Record<string, string | string[] | boolean | undefined>>;

interface Reading {
  path: string;
  summary: string;
  /** The path, in the workspace unless it starts with a slash. Names in braces are arguments: `tasks/{task}/comments`. */
  at: string;
  args?: Arguments;
  /** The filters, by the API's names. */
  options?: Options;
}

interface Listing<R> extends Reading {
  /** The field with the records: `comments`. */
  plural: string;
  /** Formats the records for a terminal. */
  format: (records: R[]) => string;
}

/** Creates a command that prints one response. */
export function readCommand<T>(
  { path, summary, at, args = {}, options = {}, format }: Reading & {
    format: (answer: T) => string;
  },
) {
  return command({
    path,
    summary,
    args,
    options,
    async run(call) {
      const settings = resolveSettings(call.globals);
      const outgoing: Outgoing = { method: "GET", path: await pathOf(settings, at, call.args) };
      const query = queryOf(call.options);
      const answer = await ask<T>(settings, { ...outgoing, query });
      await print(call.globals, answer, format);
    },
  });
}

/** Creates a command that prints a whole list, or one page of it. */
export function listCommand<R>(listing: Listing<R>) {
  const { path, summary, at, args = {}, options = {}, plural, format } = listing;
  return command({
    path,
    summary,
    args,
    options: { ...options, ...paging },
    async run(call) {
      const settings = resolveSettings(call.globals);
      const from = await pathOf(settings, at, call.args);
      const answer = await askPage<string, R>(settings, from, plural, queryOf(call.options));
      await print(call.globals, answer, (page) => withMore(format(recordsIn(page, plural)), page));
    },
  });
}

/** Creates a command that prints the first page of a long list, or all of it. */
export function longListCommand<R>(listing: Listing<R>) {
  const { path, summary, at, args = {}, options = {}, plural, format } = listing;
  return command({
    path,
    summary,
    args,
    options: { ...options, ...longPaging },
    async run(call) {
      const settings = resolveSettings(call.globals);
      const from = await pathOf(settings, at, call.args);
      const { all, ...asked } = call.options;
      const answer = await askLong<string, R>(settings, from, plural, {
        all: all === true,
        query: queryOf(asked),
      });
      const formatted = (page: typeof answer) =>
        withMore(format(recordsIn(page, plural)), page, "--all");
      await print(call.globals, answer, formatted);
    },
  });
}

/**
 * Requests the records that a response names only by ID, to show their names on a terminal. Returns none for programs,
 * and none if the token can't read them.
 */
export async function askForPeople<R>(
  globals: Globals,
  settings: Settings,
  plural: string,
  { path, query }: Pick<Outgoing, "path" | "query">,
): Promise<R[]> {
  if (!forPeople(globals)) return [];
  try {
    return recordsIn(await askAll<string, R>(settings, path, plural, query), plural);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

/** Creates a function that formats records as a table. */
export function inRows<R>(headings: string[], row: (record: R) => (string | null)[], none: string) {
  return (records: R[]) => table(headings, records.map(row), none);
}

function recordsIn<R>(page: Collection<string, R>, plural: string): R[] {
  return page[plural] as R[];
}

/** Fills the arguments into a command's path. */
async function pathOf(settings: Settings, at: string, args: Given): Promise<string> {
  const base = at.startsWith("/") ? "" : `${await workspacePath(settings)}${at && "/"}`;
  return base + at.replace(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(String(args[name])));
}

/** Converts options to query parameters. */
function queryOf(options: Given): Record<string, string | undefined> {
  const pairs = Object.entries(options).map(([name, given]) => [
    name,
    typeof given === "boolean" ? (given ? "true" : undefined) : given?.toString(),
  ]);
  return Object.fromEntries(pairs);
}
