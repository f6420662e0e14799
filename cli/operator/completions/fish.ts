import { type OptionWord, type Prefix, suggested, takingValues } from "./prefixes.ts";

/** Generates fish completions. https://fishshell.com/docs/current/completions.html */
export function forFish(prefixes: Prefix[]): string {
  const paths = prefixes.filter(({ path }) => path !== "").map(({ path }) => quoted(path));
  return `# Fish completions for backlog: backlog completions fish | source
function __backlog_at --description "Whether the words so far are this command"
    set -l path
    set -l before
    for word in (commandline -opc)[2..]
        set -l skipped $before
        set before $word
        if contains -- "$skipped" ${takingValues(prefixes).join(" ")}
            continue
        end
        if contains -- "$path $word" ${paths.map((path) => `' '${path}`).join(" ")}
            set path "$path $word"
        end
    end
    test "$path" = "$argv[1]"
end
complete -c backlog -f
${prefixes.flatMap(linesOf).join("\n")}
`;
}

function linesOf({ path, commands, options, suggestions }: Prefix): string[] {
  const at = `complete -c backlog -n ${quoted(`__backlog_at "${path && ` ${path}`}"`)}`;
  const { words, files, asked: [kind] } = suggested(suggestions);
  return [
    ...commands.map(({ name, help }) => `${at} -a ${name} -d ${quoted(help)}`),
    ...options.map((option) => `${at} ${optionOf(option)}`),
    ...(words.length > 0 ? [`${at} -a ${quoted(words.join(" "))}`] : []),
    ...(files ? [`${at} -F`] : []),
    ...(kind ? [`${at} -a ${quoted(asking(kind))}`] : []),
  ];
}

function optionOf({ name, help, takesValue, suggestions }: OptionWord): string {
  const { words, files, asked: [kind] } = suggested(suggestions ? [suggestions] : []);
  const value = !takesValue
    ? ""
    : kind
    ? ` -x -a ${quoted(asking(kind))}`
    : files
    ? " -r -F"
    : words.length > 0
    ? ` -x -a ${quoted(words.join(" "))}`
    : " -x";
  return `-l ${name.slice(2)}${value} -d ${quoted(help)}`;
}

/** Returns the command that fish runs to get names of a kind. */
function asking(kind: string): string {
  return `(backlog completions ${kind} 2>/dev/null)`;
}

/** Quotes text for fish. */
function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
