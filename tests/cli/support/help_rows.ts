import { Help } from "@commander-js/extra-typings";
import { build } from "../../../cli/cli.ts";
import type { Suggestions } from "../../../cli/command.ts";
import { examplesOf } from "../../../cli/examples.ts";
import { groups } from "../../../cli/groups.ts";

/** One text of the help: its command, the part of the command that it describes, and the text itself. */
type Row = readonly [command: string, part: string, text: string];
type Node = Awaited<ReturnType<typeof build>>;

const help = new Help();

/** Returns every text in the help of `backlog`, as its parser holds them. Global flags appear once. */
export async function rowsOfBinary(): Promise<Row[]> {
  const commands = (await Promise.all(groups.map(({ load }) => load()))).flat();
  const byPath = new Map(commands.map((one) => [one.path, one]));
  const root = await build(groups.map(({ name }) => name));
  const flagsOf = (node: Node) => help.visibleOptions(node).map(({ flags }) => flags);
  const globals = flagsOf(root).filter((flags) => flags !== "--version");
  const rowsOf = (node: Node, path: string): Row[] => {
    const command = byPath.get(path);
    const own = flagsOf(node);
    const hasGlobals = node !== root && globals.every((flags) => own.includes(flags));
    const options = help.visibleOptions(node)
      .filter(({ flags }) => !hasGlobals || !globals.includes(flags));
    return [
      [path, node.alias() ? `also ${node.alias()}` : "", help.commandDescription(node)],
      ...help.visibleArguments(node).flatMap((one): Row[] => [
        [path, one.required ? `<${one.name()}>` : `[${one.name()}]`, one.description],
        ...choices(path, one.name(), command?.args[one.name()]?.suggestions),
      ]),
      ...options.flatMap((one): Row[] => {
        const option = command?.options[one.attributeName()];
        const offered = option?.kind === "value" ? option.suggestions : undefined;
        return [
          [path, one.flags, help.optionDescription(one)],
          ...choices(path, one.long!, offered),
        ];
      }),
      ...(command ? numbered(path, examplesOf(command)) : []),
      ...(node.commands as Node[]).flatMap((child) =>
        rowsOf(child, `${path} ${child.name()}`.trim())
      ),
    ];
  };
  // The list of commands is built without loading them, so its summaries are separate
  const listed = groups.flatMap(({ name, summary }): Row[] => {
    const command = byPath.get(name);
    return command && command.summary !== summary ? [[name, "in the list", summary]] : [];
  });
  return [...rowsOf(root, ""), ...listed];
}

/** Returns the words that shells complete, which help doesn't always list. */
function choices(path: string, part: string, offered: Suggestions | undefined): Row[] {
  return offered ? [[path, `${part} choices`, [offered].flat().join(" ")]] : [];
}

const numbered = (path: string, lines: readonly string[]): Row[] =>
  lines.map((line, at) => [path, `example ${at + 1}`, line.trim()]);

/**
 * Returns the same texts for `backlog.sh`, from the comment above each command's function and the list of global flags.
 * @throws if a comment isn't above its command's function
 */
export function rowsOfScript(source: string): Row[] {
  const pages = source.matchAll(/^# Usage: backlog\.sh (.*)\n((?:#.*\n)+)(cmd_\w+)\(\) \{$/gm);
  const rows = [...pages].flatMap(([, usage, comment, name]): Row[] => {
    const path = usage!.replace(/ [-<[].*/, "");
    if (name !== `cmd_${path.replaceAll(" ", "__").replaceAll("-", "_")}`) {
      throw new Error(`The comment of "backlog.sh ${path}" is above ${name}.`);
    }
    const lines = comment!.trim().split("\n").map((line) => line.replace(/^# ?/, ""));
    const at = lines.indexOf("Examples:");
    const [summary = "", ...body] = lines.slice(0, at);
    const notes = body.filter((line) => line !== "" && !/^ /.test(line));
    return [
      [path, /\blist$/.test(path) ? "also ls" : /\bshow$/.test(path) ? "also view" : "", summary],
      ...partsIn(path, body),
      ...(notes.length > 0 ? [[path, "note", notes.join(" ")] as const] : []),
      ...numbered(path, lines.slice(at + 1)),
    ].map(([command = "", part = "", text = ""]) =>
      [command, part, text.replace(/^Summary: /, "").replaceAll("backlog.sh", "backlog")] as const
    );
  });
  const globals = /^Global flags:\n([^]*?)^EOF$/m.exec(source)![1]!;
  return [...rows, ...partsIn("", globals.split("\n"))];
}

/** Returns the arguments and flags in lines of help. */
function partsIn(path: string, lines: string[]): Row[] {
  return lines.flatMap((line) => {
    const found = /^ +((?:<|\[|-).*?) {2,}(.*)$/.exec(line);
    return found ? [[path, found[1]!, found[2]!] as const] : [];
  });
}
