import { type Command, flagName } from "../../../cli/command.ts";
import { shareOf } from "../../support/share.ts";
import type { Chapter, Row } from "../support/side.ts";

/** Values for arguments other than names. */
const samples: Readonly<Record<string, string>> = {
  method: "GET",
  path: "/nowhere",
  json: "",
  kind: "task",
  until: "someday",
  email: "nobody",
};

const isLocal = (path: string) => /^(config|auth|status|watch|help)\b/.test(path);

/** Returns a command line with names of missing records. */
function namingNothing({ path, args, options }: Command): string {
  const words = Object.keys(args).map((name) => samples[name] ?? "nothing").filter(Boolean);
  const giving = Object.entries(options).filter(([, { kind }]) =>
    kind === "value" || kind === "list"
  );
  const required = giving.filter(([, one]) => one.kind === "value" && one.required);
  // Commands that change something need at least one change
  const changes = /\bupdate(-many|-resource)?$/.test(path) ? giving.slice(0, 1) : [];
  const invited = path === "admin invitations create" ? giving.slice(0, 1) : [];
  const given = [...required, ...changes, ...invited]
    .flatMap(([key]) => [flagName(key), samples[key] ?? "nothing"]);
  return [path, ...words, ...given].join(" ");
}

/**
 * Returns rows for the day's share of all commands, run by people who aren't signed in and with names of missing
 * records. Both command lines refuse them with the same message.
 */
export function refusalChapters(commands: readonly Command[]): Chapter[] {
  const asking = shareOf(commands.filter(({ path }) => !isLocal(path)));
  const signedOut = asking.map((one): Row => ({ types: namingNothing(one), as: null, code: 4 }));
  const naming = asking.map((one): Row => ({ types: namingNothing(one), code: "alike" }));
  const half = naming.length / 2;
  return [
    { name: "nobody is signed in", rows: signedOut },
    { name: "names of nothing", rows: naming.slice(0, half) },
    { name: "more names of nothing", rows: naming.slice(half) },
  ];
}
