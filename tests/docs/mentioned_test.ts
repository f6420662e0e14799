import assert from "node:assert/strict";
import { type Command, flagName, globalFlags } from "../../cli/command.ts";
import { groups } from "../../cli/groups.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { problemCodes } from "../../server/api/problem_codes.ts";
import { settings } from "../../server/docs/settings.ts";
import { scopes } from "../../server/domain/core/actor.ts";
import { listShortcuts } from "../../views/ui/keys_dialog.tsx";
import { assertNone } from "../support/missing.ts";
import { pages } from "./rendered.ts";

const commands = (await Promise.all(groups.map(({ load }) => load()))).flat();

/** Settings of the command line. */
const ofCommandLine = ["TOKEN", "BASE_URL", "PROFILE", "WORKSPACE"].map((name) =>
  `BACKLOG_${name}`
);

/** Returns what a pattern finds in the texts of all pages, with the pages. */
function mentions(pattern: RegExp): { path: string; found: string }[] {
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ path, found: match[1]! }))
  );
}

const endpointPatterns = endpoints.map(({ path }) =>
  new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`)
);

Deno.test("every endpoint that a page calls exists", () => {
  assertNone(
    mentions(/\/api\/v1(\/[^\s"'`?)\\,]+)/g)
      .filter(({ found }) => !found.includes("…"))
      .filter(({ found }) => !endpointPatterns.some((pattern) => pattern.test(found))),
    ({ path, found }) => `${path}: no endpoint has the path ${found}.`,
  );
});

Deno.test("every setting that a page names exists", () => {
  // One example shows what doctor says about a misspelled setting
  const known = [...Object.keys(settings), ...ofCommandLine, "BACKLOG_SMTP"];
  assertNone(
    mentions(/\b(BACKLOG_[A-Z_]+)\b/g).filter(({ found }) => !known.includes(found)),
    ({ path, found }) => `${path}: there is no setting ${found}.`,
  );
});

Deno.test("every error code in a table of problems exists", () => {
  const codes = new Set<string>(problemCodes);
  assertNone(
    mentions(/^\| `?[45]\d\d`? +\| `(\w+)` /gm).filter(({ found }) => !codes.has(found)),
    ({ path, found }) => `${path}: there is no error code ${found}.`,
  );
});

Deno.test("every scope that a page names exists", () => {
  const known = new Set<string>(scopes);
  const nouns = new Set(scopes.map((scope) => scope.split(".")[0]));
  const kinds = new Set(scopes.map((scope) => scope.split(".").at(-1)));
  assertNone(
    mentions(/`([a-z]+(?:\.[a-z]+)+)`/g).filter(({ found }) => {
      const words = found.split(".");
      return nouns.has(words[0]!) && kinds.has(words.at(-1)!) && !known.has(found);
    }),
    ({ path, found }) => `${path}: there is no scope ${found}.`,
  );
});

/** Every shortcut, every key of it, and each arrow key with its modifiers. */
const keys = new Set([
  // Keys of a Mac
  ...["⌘", "⌥"],
  ...[...listShortcuts("owners")].flatMap(([, shortcuts]) => shortcuts).flatMap(([, press]) => [
    press.join("+"),
    ...press,
    ...press.filter((key) => /[←→↑↓]/.test(key))
      .map((arrow) => [...press.filter((key) => /\w/.test(key)), arrow].join("+")),
  ]),
]);

Deno.test("every key that a page tells readers to press exists", () => {
  const pressed = mentions(/\b[Pp]ress(?:ing)?\s+((?:`[^`]+`(?:,?\s+(?:(?:or|and)\s+)?)?)+)/g)
    .flatMap(({ path, found }) =>
      [...found.matchAll(/`([^`]+)`/g)].map(([, key]) => ({ path, key: key! }))
    );
  assert.ok(pressed.length > 100, `${pressed.length} keys`);
  assertNone(
    pressed.filter(({ key }) => !keys.has(key)),
    ({ path, key }) => `${path}: there is no shortcut ${key}.`,
  );
});

/** Returns what is wrong with a command line, or null. @param line the words after `backlog` or `backlog.sh` */
function wrongWith(line: string): string | null {
  // A flag's value is everything up to the next flag, so only names matter here
  const words = line.replace(/"[^"]*"|'[^']*'|\$\([^)]*\)/g, "VALUE").split(/[|;&<>)]/)[0]!
    .split(/\s+/).filter((word) => word !== "");
  const first = words.findIndex((word) => !word.startsWith("-"));
  if (first < 0) return null;
  const flags = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.split("=")[0]!);
  const plain = plainWords(words);
  const matching = commands.filter(({ path }) => isWithin(path.split(" "), plain));
  const command = matching.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!command) return startsCommand(plain) ? null : "isn't a command";
  const known = flagsOf(command);
  const unknown = flags.find((flag) => !known.has(flag));
  return unknown ? `has no flag ${unknown}` : null;
}

/** Returns the words without global flags and their values. */
function plainWords(words: readonly string[]): string[] {
  const takes = new Set(
    globalFlags.filter(([flag]) => flag.includes("<")).map(([flag]) => flag.split(" ")[0]!),
  );
  return words.filter((word, at) => !word.startsWith("-") && !takes.has(words[at - 1] ?? ""));
}

const isWithin = (path: readonly string[], words: readonly string[]) =>
  path.every((word, at) => words[at] === word);

/** Whether the words are the beginning of a command: `tasks`, as in `backlog tasks --help`. */
const startsCommand = (words: readonly string[]) =>
  words[0] === "help" || commands.some(({ path }) => `${path} `.startsWith(`${words.join(" ")} `));

function flagsOf({ options }: Command): Set<string> {
  const own = Object.entries(options).flatMap(([key, option]) => [
    flagName(key),
    ...(option.kind === "value" && option.alias ? [flagName(option.alias)] : []),
  ]);
  return new Set([...own, ...globalFlags.map(([flag]) => flag.split(" ")[0]!), "--help"]);
}

/** Blocks that run, and code in a sentence. Messages end with a period. */
const code = /^ *```(?:bash|sh)\n([^]*?)\n *```|`((?:\.\/)?backlog(?:\.sh)? [^`\n]+[^`\n.])`/gm;
/** A command line. Other programs take `backlog` as a value: `journalctl --unit backlog`. */
const line = /(?:^|[\s(;|])(?<!--unit )(?:\.\/)?backlog(?:\.sh)? ([a-z-].*)/g;

/** Returns the words after `backlog` or `backlog.sh` in every command line of a text. */
function typedIn(text: string): string[] {
  return [...text.matchAll(code)]
    .flatMap(([, block, inline]) => (block ?? inline!).replace(/\\\n\s*/g, "").split("\n"))
    .filter((one) => !/^\s*#/.test(one))
    .flatMap((one) => [...one.matchAll(line)].map(([, words]) => words!));
}

Deno.test("every command and flag on a page exists", () => {
  const typed = pages.flatMap(({ path, text }) =>
    typedIn(text).map((words) => ({ path, words, wrong: wrongWith(words) }))
  );
  assert.ok(typed.length > 200, `${typed.length} lines`);
  assertNone(
    typed.filter(({ wrong }) => wrong !== null),
    ({ path, words, wrong }) => `${path}: "backlog ${words}" ${wrong}.`,
  );
});
