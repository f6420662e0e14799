import { type Prefix, suggested, takingValues } from "./prefixes.ts";

/** Generates bash completions. https://www.gnu.org/software/bash/manual/, "Programmable Completion" */
export function forBash(prefixes: Prefix[]): string {
  const paths = prefixes.filter(({ path }) => path !== "").map(({ path }) => `"${path}"`);
  return `# Bash completions for backlog: source <(backlog completions bash)
_backlog_asked() {
  local one begun=\${word#[\\"\\']}
  begun=\${begun//\\\\/}
  COMPREPLY=()
  # Readline quotes file names as needed, also after a quote, and lists them unquoted
  compopt -o filenames 2>/dev/null
  while IFS= read -r one; do
    if [[ $one == "$begun"* ]]; then COMPREPLY+=("$one"); fi
  done < <(backlog completions "$1" 2>/dev/null)
}
_backlog() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} path="" next at words options
  # --status=planned comes as three words
  if [[ $word == "=" ]]; then word=""; fi
  if [[ $before == "=" ]]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at - 1]}" in ${takingValues(prefixes).join(" | ")}) continue ;; esac
    next=\${path:+$path }\${COMP_WORDS[at]}
    case "$next" in
      ${paths.join(" | ")}) path=$next ;;
    esac
  done
  COMPREPLY=()
  case "$path $before" in
${prefixes.flatMap(valueCases).join("\n")}
  esac
  case "$before" in ${takingValues(prefixes).join(" | ")}) return ;; esac
  case "$path" in
${prefixes.map(prefixCase).join("\n")}
  esac
  if [[ $word == -* || -z $words ]]; then words=$options; fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _backlog backlog
`;
}

const fileWords = `compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word")`;

function valueCases({ path, options }: Prefix): string[] {
  return options.filter(({ suggestions }) => suggestions).map(({ name, suggestions }) => {
    const { words, files, asked: [kind] } = suggested([suggestions!]);
    const reply = kind
      ? `_backlog_asked ${kind}`
      : files
      ? fileWords
      : `mapfile -t COMPREPLY < <(compgen -W "${words.join(" ")}" -- "$word")`;
    return `    "${path} ${name}") ${reply}; return ;;`;
  });
}

function prefixCase({ path, commands, options, suggestions }: Prefix): string {
  const { words, files, asked: [kind] } = suggested(suggestions);
  const all = [...commands.map(({ name }) => name), ...words].join(" ");
  const names = options.map(({ name }) => name).join(" ");
  const orFiles = files ? `; if [[ $word != -* ]]; then ${fileWords}; return; fi` : "";
  const orAsked = kind ? `; if [[ $word != -* ]]; then _backlog_asked ${kind}; return; fi` : "";
  return `    "${path}") words="${all}" options="${names}"${orFiles}${orAsked} ;;`;
}
