import { parseArgs } from "node:util";

/** What `deno task bench` was asked for. */
export interface Options {
  /** Tasks in the file of the main table. */
  tasks: number;
  /** The small and the large file whose costs are compared; none with `--no-growth`. */
  growth: [small: number, large: number] | undefined;
  /** Whether the pages of people and of settings are measured among many people. */
  people: boolean;
  /** Only rows whose name contains this. */
  only: string | undefined;
  rounds: number;
  durationMs: number;
  warmUpMs: number;
  json: boolean;
  /** A folder in which seeded files are kept and found again. */
  keep: string | undefined;
}

/** Tasks in the files of few and of many people. */
export const FEW_TASKS = 1_000;

export const usage = `deno task bench [options]

  --tasks N        tasks in the main table's file (20000)
  --sizes A,B      the files whose costs are compared for the growth column (1000,100000)
  --no-growth      leave the growth column out
  --only TEXT      only the rows whose name contains TEXT; "live" for many open pages, "people" for
                   the pages of people and of settings, which have small files of their own
  --quick          short rounds: a glance, not a measurement
  --rounds N       pairs of rounds per row (5)
  --keep FOLDER    keep the seeded files there and use them again
  --json           print JSON instead of a table`;

/** @throws Error with one sentence when an option can't be understood */
export function readOptions(args: string[]): Options | "help" {
  const { values } = parseArgs({
    args,
    options: {
      tasks: { type: "string", default: "20000" },
      sizes: { type: "string", default: "1000,100000" },
      "no-growth": { type: "boolean", default: false },
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      rounds: { type: "string" },
      keep: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const sizes = values.sizes.split(",").map((size) => count(size, "--sizes"));
  if (sizes.length !== 2) throw new Error("--sizes takes two numbers, such as 1000,100000.");
  const people = values.only?.startsWith("people") ?? false;
  return {
    tasks: people ? FEW_TASKS : count(values.tasks, "--tasks"),
    growth: people || values["no-growth"] ? undefined : [sizes[0]!, sizes[1]!],
    people: people || (!values.only && !values["no-growth"]),
    only: values.only,
    rounds: values.rounds ? count(values.rounds, "--rounds") : values.quick ? 3 : 5,
    durationMs: values.quick ? 400 : 1_000,
    warmUpMs: values.quick ? 200 : 300,
    json: values.json,
    keep: values.keep,
  };
}

function count(text: string, name: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`${name} takes whole numbers above 0.`);
}
