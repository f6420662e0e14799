import { badValue } from "../../failure.ts";
import { taskStatuses } from "../../../server/domain/vocabulary.ts";
import { fieldsFrom, readCsv } from "./csv.ts";
import { readGithub } from "./github.ts";
import { readJira } from "./jira.ts";
import type { Field } from "./layout.ts";
import { readLinear } from "./linear.ts";
import { readPlane } from "./plane.ts";
import { type ForeignFile, type ForeignTask, type Program, programs } from "./task.ts";
import { readTrello } from "./trello.ts";
import { lineOf } from "./texts.ts";
import { plainWords } from "./words.ts";
import { nameKey } from "../../../server/domain/core/name_key.ts";

/** The options for reading a file. */
export interface ForeignOptions {
  from: Program;
  /** Identifies the source of IDs: the tool, with an optional name. */
  source: string;
  /** The fields of columns in a plain table, by lowercase heading. */
  columns: ReadonlyMap<string, Field>;
  /** The meanings of statuses, by their plain words. */
  statuses: ReadonlyMap<string, string>;
  /** Emails of people, by the keys of their names in the other tool. */
  people: ReadonlyMap<string, string>;
}

/** Parses the options. @throws Failure for invalid options */
export function foreignOptions(
  from: string,
  { source, map = [], status = [], person = [] }: {
    source?: string | undefined;
    map?: string[] | undefined;
    status?: string[] | undefined;
    person?: string[] | undefined;
  },
): ForeignOptions {
  const program = (Object.keys(programs) as Program[]).find((one) => one === from.toLowerCase());
  if (!program) {
    throw badValue(`--from ${from} is unknown. Use one of ${Object.keys(programs).join(", ")}.`);
  }
  if (map.length > 0 && program !== "csv") {
    throw badValue("--map works only with --from csv.");
  }
  return {
    from: program,
    source: source === undefined ? program : `${program}:${sourceOf(source)}`,
    columns: fieldsFrom(map),
    statuses: new Map(
      pairsOf(
        "--map-status",
        `STATUS=status. Use one of these statuses: ${taskStatuses.join(", ")}`,
        status,
      )
        .map(([said, means]) => [plainWords(said), means]),
    ),
    people: new Map(
      pairsOf("--map-person", "NAME=ADDRESS", person)
        .map(([said, address]) => [nameKey(said.replace(/^@/, "")), address]),
    ),
  };
}

function sourceOf(name: string): string {
  const line = lineOf(name);
  if (line === "" || line.length > 60) {
    throw badValue("Use a name of 1 to 60 characters for --source.");
  }
  return line;
}

function pairsOf(flag: string, form: string, words: string[]): [string, string][] {
  return words.map((word) => {
    const at = word.lastIndexOf("=");
    const [said, means] = [word.slice(0, at).trim(), word.slice(at + 1).trim()];
    if (at < 1 || said === "" || means === "") {
      throw badValue(`${flag} ${word} isn't in the form ${form}.`);
    }
    return [said, means];
  });
}

/** Reads the tasks of an export. @throws Failure if the text isn't an export of that tool */
export async function readForeign(text: string, options: ForeignOptions): Promise<ForeignFile> {
  const file = await readAs(text, options);
  return { ...file, tasks: file.tasks.map(withPlainKeys) };
}

/** Puts keys on one line without invisible characters, as they are stored and exported. */
function withPlainKeys(task: ForeignTask): ForeignTask {
  return {
    ...task,
    key: lineOf(task.key),
    aliases: task.aliases.map(lineOf),
    parent: lineOf(task.parent),
    relations: task.relations.map((one) => ({ ...one, other: lineOf(one.other) })),
  };
}

async function readAs(text: string, options: ForeignOptions): Promise<ForeignFile> {
  switch (options.from) {
    case "csv":
      return await readCsv(text, options.columns);
    case "linear":
      return await readLinear(text);
    case "github":
      return readGithub(text);
    case "jira":
      return await readJira(text);
    case "trello":
      return readTrello(text);
    case "plane":
      return await readPlane(text);
  }
}
