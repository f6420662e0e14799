import { type Prefix, suggested, takingValues } from "./prefixes.ts";

/** Generates zsh completions. https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
export function forZsh(prefixes: Prefix[]): string {
  const paths = prefixes.filter(({ path }) => path !== "").map(({ path }) => quoted(path));
  const values = takingValues(prefixes).join("|");
  return `#compdef backlog
# Zsh completions for backlog: save this as _backlog in a folder of $fpath,
# or add to ~/.zshrc after compinit: source <(backlog completions zsh)
_backlog_asked() {
  local -a found=("\${(@f)$(backlog completions $1 2>/dev/null)}")
  [[ -n $found ]] && compadd -d found -- "\${found[@]}"
}
_backlog() {
  local here="" next at before=\${words[CURRENT-1]}
  local -a commands options
  for ((at = 2; at < CURRENT; at++)); do
    case \${words[at-1]} in ${values}) continue ;; esac
    next=\${here:+$here }\${words[at]}
    case $next in
      ${paths.join("|")}) here=$next ;;
    esac
  done
  case "$here $before" in
${prefixes.flatMap(valueCases).join("\n")}
  esac
  case $before in ${values}) _message value; return ;; esac
  case $here in
${prefixes.map(prefixCase).join("\n")}
  esac
  _describe -o option options
  (( \${#commands} )) && _describe command commands
  return 0
}
if [[ $funcstack[1] == _backlog ]]; then _backlog "$@"; else compdef _backlog backlog; fi
`;
}

function valueCases({ path, options }: Prefix): string[] {
  return options.filter(({ suggestions }) => suggestions).map(({ name, suggestions }) => {
    const { words, files, asked: [kind] } = suggested([suggestions!]);
    const reply = kind
      ? `_backlog_asked ${kind}`
      : files
      ? "_files"
      : `compadd -- ${words.join(" ")}`;
    return `    ${quoted(`${path} ${name}`)}) ${reply}; return ;;`;
  });
}

function prefixCase({ path, commands, options, suggestions }: Prefix): string {
  const { words, files, asked } = suggested(suggestions);
  const described = (list: { name: string; help: string }[]) =>
    list.map(({ name, help }) => quoted(`${name}:${help.replaceAll(":", "\\:")}`)).join(" ");
  const also = [
    ...(words.length > 0 ? [`; compadd -- ${words.join(" ")}`] : []),
    ...(files ? ["; _files"] : []),
    ...(asked[0] ? [`; _backlog_asked ${asked[0]}`] : []),
  ].join("");
  return `    ${quoted(path)})
      commands=(${described(commands)})
      options=(${described(options)})${also} ;;`;
}

/** Quotes text for zsh. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
