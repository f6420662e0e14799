#!/usr/bin/env bash
#
# Backlog from the terminal in one file. Requires bash (3.2 or newer), curl, and jq.
#
# Each command is a function: `tasks list` is cmd_tasks__list. The comment above the function is its help. `main`, at
# the end, runs it. Standard output is always JSON, except with --quiet. Exit codes: 0 success, 1 failure, 2 invalid
# use, 4 not signed in. The binary, `backlog`, uses the same profiles. NO_COLOR turns off colors (https://no-color.org).

set -euo pipefail
set -f # words are never expanded to file names
export LC_ALL=C
umask 077

BACKLOG_VERSION="0.1.0"
BACKLOG_DEFAULT_BASE_URL="http://localhost:5173"

KNOWN_ARGUMENTS="" KNOWN_OPTIONS="" KNOWN_LISTS="" # the command's arguments and options, for messages
COMMAND=""   # the command's words after backlog.sh: "tasks list"
PATIENCE=30  # the time limit of a request, in seconds
BELOW=/api/v1 # the part of the server that requests go to
WORK=""      # a temporary folder for requests and responses
STREAMING="" # the process ID of the curl that reads a stream
LOCKED=""    # whether this process holds the profile's lock
FLAG_PROFILE="" FLAG_BASE_URL="" FLAG_TOKEN="" FLAG_WORKSPACE_ID="" FLAG_JSON="" FLAG_COMPACT="" FLAG_QUIET=""

# ---- Failing --------------------------------------------------------------------------------------------------

fail() {
  printf '%s\n' "$1" >&2
  exit "${2:-1}"
}

bad_value() {
  fail "$1" 2
}

usage_failure() {
  fail "$1 See \"backlog.sh${COMMAND:+ $COMMAND} --help\"." 2
}

clean_up() {
  if [ -n "$STREAMING" ]; then kill "$STREAMING" 2>/dev/null || true; fi
  if [ -n "$LOCKED" ]; then rmdir "$LOCK_FOLDER" 2>/dev/null || true; fi
  if [ -n "$WORK" ]; then rm -rf "$WORK"; fi
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

require_tools() {
  local tool
  for tool in curl jq; do
    command -v "$tool" >/dev/null 2>&1 ||
      fail "backlog.sh needs $tool, which isn't installed. Install it (apt install $tool, brew install $tool), and try again."
  done
  WORK=$(mktemp -d "${TMPDIR:-/tmp}/backlog.XXXXXX") ||
    fail "Can't create a temporary folder. Set TMPDIR to a writable folder."
}

# ---- Reading the command line ---------------------------------------------------------------------------------

# Parses a global flag. Sets TAKEN to the number of words used, or 0 for other words.
take_global() {
  TAKEN=2
  case "$1" in
    --profile | --base-url | --token | --workspace-id)
      [ $# -ge 2 ] || usage_failure "$1 needs a value."
      ;;
  esac
  case "$1" in
    --profile) set_global "$1" "$FLAG_PROFILE" "$2" && FLAG_PROFILE=$2 ;;
    --profile=*) set_global --profile "$FLAG_PROFILE" "${1#*=}" && FLAG_PROFILE=${1#*=} TAKEN=1 ;;
    --base-url) set_global "$1" "$FLAG_BASE_URL" "$2" && FLAG_BASE_URL=$2 ;;
    --base-url=*) set_global --base-url "$FLAG_BASE_URL" "${1#*=}" && FLAG_BASE_URL=${1#*=} TAKEN=1 ;;
    --token) set_global "$1" "$FLAG_TOKEN" "$2" && FLAG_TOKEN=$2 ;;
    --token=*) set_global --token "$FLAG_TOKEN" "${1#*=}" && FLAG_TOKEN=${1#*=} TAKEN=1 ;;
    --workspace-id) set_global "$1" "$FLAG_WORKSPACE_ID" "$2" && FLAG_WORKSPACE_ID=$2 ;;
    --workspace-id=*) set_global --workspace-id "$FLAG_WORKSPACE_ID" "${1#*=}" && FLAG_WORKSPACE_ID=${1#*=} TAKEN=1 ;;
    --json) FLAG_JSON=yes TAKEN=1 ;;
    --compact) FLAG_COMPACT=yes TAKEN=1 ;;
    --quiet) FLAG_QUIET=yes TAKEN=1 ;;
    *) TAKEN=0 ;;
  esac
}

# set_global OPTION BEFORE VALUE: rejects a second value, because it's unclear which was meant, and an empty one, which
# usually comes from an unset variable.
set_global() {
  [ -n "$3" ] || usage_failure "$1 needs a value."
  [ -z "$2" ] || usage_failure "Use $1 only once."
}

contains() {
  case "$2" in *" "*) return 1 ;; esac
  case " $1 " in *" $2 "*) return 0 ;; esac
  return 1
}

# parse "<required> [optional]" "--options that take a value" "--that may be repeated" "--switches" "$@"
# Stores the arguments in ARGS, and the options in OPTIONS as name, value, name, value.
parse() {
  local names=$1 once=$2 values="$2 $3" switches=$4 name
  KNOWN_ARGUMENTS=$1 KNOWN_OPTIONS="$2 $4" KNOWN_LISTS=$3
  local number='^-([0-9]+|[0-9]*\.[0-9]+)([eE][+-]?[0-9]+)?$'
  shift 4
  ARGS=() OPTIONS=()
  while [ $# -gt 0 ]; do
    take_global "$@"
    if [ "$TAKEN" -gt 0 ]; then
      shift "$TAKEN"
      continue
    fi
    if [[ $1 =~ $number ]]; then
      ARGS+=("$1")
      shift
      continue
    fi
    name=${1%%=*}
    case "$1" in
      --)
        shift
        ARGS+=("$@")
        break
        ;;
      -h | --help) show_help ;;
      -?*)
        if contains "$switches" "$1"; then
          OPTIONS+=("$1" true)
        elif contains "$values" "$1"; then
          [ $# -ge 2 ] || usage_failure "$1 needs a value."
          refuse_second "$once" "$1"
          OPTIONS+=("$1" "$2")
          shift
        elif [ "$name" != "$1" ] && contains "$values" "$name"; then
          refuse_second "$once" "$name"
          OPTIONS+=("$name" "${1#*=}")
        else
          usage_failure "Unknown option $1.$(options_known | meant "$1")"
        fi
        shift
        ;;
      *)
        ARGS+=("$1")
        shift
        ;;
    esac
  done
  count_arguments "$names"
  case "$FLAG_JSON$FLAG_COMPACT$FLAG_QUIET" in
    "" | yes) ;;
    *) usage_failure "Use only one of --json, --compact, and --quiet." ;;
  esac
  require_tools
}

# Prints the options of this command, one per line, from its help.
options_known() {
  (show_help) | sed -nE 's/^ +(-h, )?(--[a-z-]+).*/\2/p'
}

# Prints the words that can follow here, one per line.
commands_known() {
  (show_help) | awk -v depth="$(printf '%s' "$COMMAND" | wc -w)" '/^  [a-z]/ { print $(depth + 1) }' | sort -u
}

# meant WORD: reads known words and prints those similar to WORD, or to the word that Backlog uses instead: " Did you mean
# list?" A wrong, missing, extra, or swapped letter counts as one mistake.
meant() {
  case "$1" in --*) ;; -*) return 0 ;; esac
  WORD=$1 awk '
    function least(a, b) { return a < b ? a : b }
    function mistakes(one, other, i, j, cost, cell, longest) {
      longest = length(one) > length(other) ? length(one) : length(other)
      if (longest < 2) return 99
      for (i = 0; i <= length(one); i++) cell[i, 0] = i
      for (j = 0; j <= length(other); j++) cell[0, j] = j
      for (j = 1; j <= length(other); j++) for (i = 1; i <= length(one); i++) {
        cost = substr(one, i, 1) == substr(other, j, 1) ? 0 : 1
        cell[i, j] = least(least(cell[i - 1, j] + 1, cell[i, j - 1] + 1), cell[i - 1, j - 1] + cost)
        if (i > 1 && j > 1 && substr(one, i, 1) == substr(other, j - 1, 1) &&
          substr(one, i - 1, 1) == substr(other, j, 1)) cell[i, j] = least(cell[i, j], cell[i - 2, j - 2] + 1)
      }
      return cell[length(one), length(other)] / longest < 0.6 ? cell[length(one), length(other)] : 99
    }
    # Returns the word that Backlog uses instead: filters and projects have labels, and tasks have tags
    function other_word(word, parts, count, i, text) {
      if (word in commands) return commands[word]
      count = split(word, parts, "-")
      for (i = 1; i <= count; i++) text = text (i > 1 ? "-" : "") (parts[i] in others ? others[parts[i]] : parts[i])
      return text
    }
    BEGIN {
      others["label"] = "tag"; others["labels"] = "tags"; others["tag"] = "label"; others["tags"] = "labels"
      commands["new"] = commands["add"] = "create"; commands["edit"] = "update"; commands["get"] = "show"
      commands["delete"] = commands["remove"] = "archive"
      other = other_word(ENVIRON["WORD"])
      dashes = substr(other, 1, 2) == "--" ? 3 : 1
      word = substr(ENVIRON["WORD"], dashes)
      other = substr(other, dashes)
      best = 3
    }
    !seen[$0]++ {
      known = substr($0, dashes)
      found = least(mistakes(word, known), mistakes(other, known))
      if (found > best) next
      if (found < best) { best = found; count = 0 }
      similar[++count] = $0
    }
    END {
      for (i = 2; i <= count; i++) for (j = i; j > 1 && similar[j] < similar[j - 1]; j--) {
        known = similar[j]; similar[j] = similar[j - 1]; similar[j - 1] = known
      }
      for (i = 1; i <= count; i++) text = text (i == 1 ? "" : i < count ? ", " : count > 2 ? ", or " : " or ") similar[i]
      if (count) printf " Did you mean %s?", text
    }'
}

# refuse_second "--options" OPTION: rejects a second value, because it's unclear which was meant.
refuse_second() {
  if contains "$1" "$2" && option "$2"; then usage_failure "Use $2 only once."; fi
}

count_arguments() {
  local names=() at
  IFS=' ' read -r -a names <<<"$1"
  for ((at = 0; at < ${#names[@]}; at++)); do
    if [ "${#ARGS[@]}" -le "$at" ] && [ "${names[at]:0:1}" = "<" ]; then
      usage_failure "Missing ${names[at]}."
    fi
  done
  [ "${#ARGS[@]}" -le "${#names[@]}" ] || usage_failure "Too many arguments. Put quotes around an argument with spaces."
}

# Sets VALUE to an option's value, the last one of a list. Fails if the option wasn't given.
option() {
  local at found=1
  VALUE=""
  for ((at = 0; at < ${#OPTIONS[@]}; at += 2)); do
    if [ "${OPTIONS[at]}" = "$1" ]; then
      VALUE=${OPTIONS[at + 1]}
      found=0
    fi
  done
  return "$found"
}

# Asks on standard error, and reads a line from standard input into ANSWER.
ask_for() {
  printf '%s' "$1" >&2
  ANSWER=""
  IFS= read -r ANSWER || [ -n "$ANSWER" ] || fail "The input ended early. Run the command again."
  trim "$ANSWER"
  ANSWER=$TRIMMED
}

ask_for_secret() {
  if [ ! -t 0 ]; then
    ask_for "$1"
    return
  fi
  printf '%s' "$1" >&2
  IFS= read -r -s ANSWER || fail "The input ended early. Run the command again."
  printf '\n' >&2
  trim "$ANSWER"
  ANSWER=$TRIMMED
}

trim() {
  TRIMMED=${1#"${1%%[![:space:]]*}"}
  TRIMMED=${TRIMMED%"${TRIMMED##*[![:space:]]}"}
}

# ---- Profiles -------------------------------------------------------------------------------------------------

# pick FLAG ENVIRONMENT PROFILE: flags override the environment, which overrides the profile.
pick() {
  PICKED=$1 PICKED_SOURCE=flag
  [ -z "$PICKED" ] || return 0
  PICKED=$2 PICKED_SOURCE=environment
  [ -z "$PICKED" ] || return 0
  PICKED=$3 PICKED_SOURCE=profile
  [ -n "$PICKED" ]
}

find_profile() {
  pick "$FLAG_PROFILE" "${BACKLOG_PROFILE:-}" "" || { PICKED=default PICKED_SOURCE=default; }
  PROFILE=$PICKED PROFILE_SOURCE=$PICKED_SOURCE
  case "$PROFILE" in
    [!A-Za-z0-9_]* | *[!A-Za-z0-9._-]*) bad_value "Use a profile name with letters, digits, dots, dashes, and underscores." ;;
  esac
  [ "${#PROFILE}" -le 64 ] ||
    bad_value "Use a profile name with letters, digits, dots, dashes, and underscores."
  local base=${XDG_CONFIG_HOME:-${HOME:+$HOME/.config}}
  if [ -z "$base" ]; then
    PROFILE_FOLDER="" CONFIG_FILE="" SECRETS_FILE="" LOCK_FOLDER=""
    if [ -z "${FLAG_TOKEN:-${BACKLOG_TOKEN:-}}" ] || [ -z "${FLAG_BASE_URL:-${BACKLOG_BASE_URL:-}}" ]; then
      require_home
    fi
    return 0
  fi
  PROFILE_FOLDER="$base/backlog/profiles/$PROFILE"
  CONFIG_FILE="$PROFILE_FOLDER/config.json"
  SECRETS_FILE="$PROFILE_FOLDER/secrets.json"
  LOCK_FOLDER="$PROFILE_FOLDER/renewal.lock"
}

# Without a home folder, a token and a server must be given, and nothing can be stored.
require_home() {
  [ -n "$PROFILE_FOLDER" ] || fail "There is no home folder. Set HOME or XDG_CONFIG_HOME."
}

# Sets HELD to the JSON object in a file, or to an empty one without a file.
read_json() {
  HELD='{}'
  [ -e "$1" ] || return 0
  [ -r "$1" ] || fail "$1 can't be read. Check the file's owner and permissions."
  HELD=$(jq -e 'objects | select(all(.[]; type == "string" and (test("\\p{Cc}") | not)))' "$1" 2>/dev/null) ||
    fail "$1 is damaged. Fix the file, or run \"backlog.sh config clear\"."
}

read_profile() {
  read_json "$CONFIG_FILE"
  {
    IFS= read -r CONFIG_BASE_URL
    IFS= read -r CONFIG_WORKSPACE_ID
    IFS= read -r CONFIG_AGENT_ID
  } < <(printf '%s' "$HELD" | jq -r '.baseUrl // "", .workspaceId // "", .agentId // ""')
  read_secrets
}

read_secrets() {
  read_json "$SECRETS_FILE"
  {
    IFS= read -r SECRET_BASE_URL
    IFS= read -r SECRET_TOKEN
    IFS= read -r SECRET_TOKEN_EXPIRES_AT
    IFS= read -r SECRET_REFRESH_TOKEN
    IFS= read -r SECRET_REFRESH_TOKEN_EXPIRES_AT
    IFS= read -r SECRET_AUTOMATION_SECRET
  } < <(printf '%s' "$HELD" | jq -r '.baseUrl // "", .token // "", .accessTokenExpiresAt // "",
      .refreshToken // "", .refreshTokenExpiresAt // "", .automationSecret // ""')
}

# Checks that the profile can be written, before the server issues a secret to store there.
require_writable() {
  local draft
  require_home
  if mkdir -p "$PROFILE_FOLDER" 2>/dev/null && draft=$(mktemp "$PROFILE_FOLDER/.draft-XXXXXX" 2>/dev/null); then
    rm -f "$draft"
    return 0
  fi
  fail "$SECRETS_FILE can't be written. Check the owner and permissions of its folder."
}

# Writes standard input to a file of the profile, through a move, so that readers never see a part.
write_profile_file() {
  local draft
  require_home
  if mkdir -p "$PROFILE_FOLDER" 2>/dev/null &&
    draft=$(mktemp "$PROFILE_FOLDER/.draft-XXXXXX" 2>/dev/null) &&
    cat >"$draft" && mv -f "$draft" "$1"; then
    return 0
  fi
  fail "$1 can't be written. Check the owner and permissions of its folder."
}

write_config() {
  jq -n --arg baseUrl "$CONFIG_BASE_URL" --arg workspaceId "$CONFIG_WORKSPACE_ID" --arg agentId "$CONFIG_AGENT_ID" \
    '{$baseUrl, $workspaceId, $agentId} | with_entries(select(.value != ""))' |
    write_profile_file "$CONFIG_FILE"
}

# Stores the server of a token that is about to be stored.
keep_server() {
  if [ "$CONFIG_BASE_URL" != "$BASE_URL" ]; then
    CONFIG_BASE_URL=$BASE_URL
    write_config
  fi
}

keep_token() {
  keep_server
  printf '%s' "$1" | jq -R --arg baseUrl "$BASE_URL" '{$baseUrl, token: .}' | write_profile_file "$SECRETS_FILE"
}

# Stores the session in the server's response.
keep_session() {
  keep_server
  jq --arg baseUrl "$BASE_URL" \
    '{$baseUrl, token: .accessToken, accessTokenExpiresAt, refreshToken, refreshTokenExpiresAt}
      | with_entries(select(.value != null))' "$WORK/answer" | write_profile_file "$SECRETS_FILE"
}

# keep_issued FIELD: stores the token in the server's response, and masks it in the output.
keep_issued() {
  keep_server
  jq --arg baseUrl "$BASE_URL" --arg field "$1" '{$baseUrl, token: .[$field]}' "$WORK/answer" |
    write_profile_file "$SECRETS_FILE"
  mask_answer "$1"
}

# Stores an automation's access token and its secret.
keep_exchanged() {
  keep_server
  printf '%s' "$1" | jq -R --arg baseUrl "$BASE_URL" --slurpfile answer "$WORK/answer" \
    '{$baseUrl, token: $answer[0].accessToken, accessTokenExpiresAt: $answer[0].expiresAt, automationSecret: .}' |
    write_profile_file "$SECRETS_FILE"
  mask_answer accessToken
}

# mask_answer FIELD: masks a stored token in the output.
mask_answer() {
  jq --arg field "$1" '.[$field] |= (split("_")[0:2] | join("_") + "_…")' "$WORK/answer" >"$WORK/masked"
  mv -f "$WORK/masked" "$WORK/answer"
}

forget_secrets() {
  require_home
  rm -f "$SECRETS_FILE" 2>/dev/null ||
    fail "$SECRETS_FILE can't be removed. Check its contents and permissions."
}

# ---- Settings -------------------------------------------------------------------------------------------------

resolve_settings() {
  find_profile
  read_profile
  pick "$FLAG_BASE_URL" "${BACKLOG_BASE_URL:-}" "$CONFIG_BASE_URL" ||
    { PICKED=$BACKLOG_DEFAULT_BASE_URL PICKED_SOURCE=default; }
  BASE_URL_SOURCE=$PICKED_SOURCE
  parse_base_url "$PICKED"
  pick "$FLAG_WORKSPACE_ID" "${BACKLOG_WORKSPACE:-}" "$CONFIG_WORKSPACE_ID" || PICKED_SOURCE=none
  WORKSPACE_ID=$PICKED WORKSPACE_ID_SOURCE=$PICKED_SOURCE
  if [ -n "$WORKSPACE_ID" ]; then parse_workspace "$WORKSPACE_ID"; fi
  # A stored token is sent only to the server that issued it
  local stored=""
  [ "$SECRET_BASE_URL" != "$BASE_URL" ] || stored=$SECRET_TOKEN
  TOKEN="" AUTH_MODE=none
  if pick "$FLAG_TOKEN" "${BACKLOG_TOKEN:-}" "$stored"; then
    parse_token "$PICKED"
  else
    PICKED_SOURCE=none
  fi
  TOKEN_SOURCE=$PICKED_SOURCE
}

# Sets BASE_URL to a server's URL without slashes at its end.
parse_base_url() {
  BASE_URL=$1
  while [ "${BASE_URL%/}" != "$BASE_URL" ]; do BASE_URL=${BASE_URL%/}; done
  local pattern='^https?://[]A-Za-z0-9.:_[-]+(/[A-Za-z0-9._~/-]*)?$'
  [[ $BASE_URL =~ $pattern ]] ||
    bad_value "Use a base URL such as https://backlog.example.com."
}

# Sets TOKEN, and AUTH_MODE by the token's prefix.
parse_token() {
  trim "$1"
  TOKEN=$TRIMMED
  case "$TOKEN" in
    *[!A-Za-z0-9_-]*) AUTH_MODE=none ;;
    blg_hat_?*) AUTH_MODE=session ;;
    blg_pat_?*) AUTH_MODE=pat ;;
    blg_aat_?*) AUTH_MODE=automation ;;
    blg_auto_?*) AUTH_MODE=automationSecret ;;
    *) AUTH_MODE=none ;;
  esac
  [ "$AUTH_MODE" != none ] ||
    bad_value "This isn't a Backlog token. Tokens start with blg_pat_, blg_auto_, blg_aat_, or blg_hat_. Copy the whole token again."
}

# Checks an agent's username or profile ID.
parse_agent() {
  local pattern='^[A-Za-z0-9._-]{1,100}$'
  [[ $1 =~ $pattern ]] ||
    bad_value "Use an agent's username or profile ID."
}

# Checks a workspace's ID or name.
parse_workspace() {
  trim "$1"
  case "$1" in
    *[[:cntrl:]]*) TRIMMED="" ;;
  esac
  if [ -z "$TRIMMED" ] || [ "${#1}" -gt 400 ]; then
    bad_value "Use a workspace's ID or name, on one line."
  fi
}

is_workspace_id() {
  local pattern='^ws_[A-Za-z0-9_-]+$'
  [[ $1 =~ $pattern ]]
}

# ---- Talking to the server ------------------------------------------------------------------------------------

# send METHOD PATH TOKEN [BODY-FILE]: sets STATUS, and REDIRECT to a redirect's target, and writes the response to
# $WORK/answer. Secrets go to curl through standard input, because every user can list a process's arguments. A .curlrc
# is ignored, because it could send the token elsewhere or write it to a file.
send() {
  local written code=0 pattern='/(\.{0,2})/'
  # Reject typed names that would change the path, such as .. or an empty name
  if [[ ${2%%\?*}/ =~ $pattern ]]; then bad_value "Enter an ID or a name instead of \"${BASH_REMATCH[1]}\"."; fi
  : >"$WORK/answer"
  written=$(
    request "$@" |
      curl -q --config - --proto '=http,https' --max-redirs 0 --silent --globoff --max-time "$PATIENCE" --output "$WORK/answer" --write-out '%{http_code} %{redirect_url}'
  ) || code=$?
  case "$code" in
    0) STATUS=${written%% *} REDIRECT=${written#* } ;;
    28) fail "$BASE_URL didn't respond within $PATIENCE seconds. Try again later." ;;
    *) unreached ;;
  esac
}

unreached() {
  fail "$BASE_URL can't be reached. Check that the server is running, or choose another server with --base-url."
}

# request METHOD PATH TOKEN [BODY-FILE]: prints the request as curl configuration.
request() {
  printf 'url = "%s%s%s"\n' "$BASE_URL" "$BELOW" "$2"
  printf 'request = "%s"\n' "$1"
  printf 'user-agent = "backlog.sh/%s"\n' "$BACKLOG_VERSION"
  printf 'header = "Accept: %s"\n' "${ACCEPT:-application/json}"
  if [ -n "$3" ]; then printf 'header = "Authorization: Bearer %s"\n' "$3"; fi
  if [ -n "$3" ] && [ "$AUTH_MODE" = automation ] && [ -n "$CONFIG_AGENT_ID" ]; then
    printf 'header = "X-Backlog-Agent: %s"\n' "$CONFIG_AGENT_ID"
  fi
  if [ -n "${4:-}" ]; then
    printf 'header = "Content-Type: application/json"\n'
    printf 'data-binary = "@%s"\n' "$4"
  fi
}

# Continues after success. Otherwise, prints the server's message and exits.
require_success() {
  [ "$STATUS" != 204 ] || return 0
  jq -e 'type == "object" or type == "array"' "$WORK/answer" >/dev/null 2>&1 || not_backlog
  case "$STATUS" in
    2??) return 0 ;;
    401) fail "$(problem)" 4 ;;
    # An invalid value, or the name of a missing record
    422) bad_value "$(problem)" ;;
  esac
  fail "$(problem)"
}

# Describes a response that isn't Backlog's. Redirects aren't followed, because the token would go along.
not_backlog() {
  local pattern='^(https?://[]A-Za-z0-9.:_[-]+)' own
  [[ $BASE_URL =~ $pattern ]] && own=${BASH_REMATCH[1]}
  if [[ $REDIRECT =~ $pattern ]] && [ "${BASH_REMATCH[1]}" != "$own" ]; then
    fail "$BASE_URL redirects to ${BASH_REMATCH[1]}. If that is your server, pass its URL with --base-url."
  fi
  fail "$BASE_URL returned status $STATUS, so it isn't a Backlog server. Check the address."
}

# Prints a problem (RFC 9457) and what to do, in one line. Replaces field names by flags and arguments: tags by --tag,
# body by <body>, taskIds by <tasks>, snoozedUntil by <until>, and relations by the flag of their kind.
problem() {
  local sent="$WORK/record.json"
  [ -e "$sent" ] || sent="$WORK/answer"
  jq -r --arg arguments "$KNOWN_ARGUMENTS" --arg options "$KNOWN_OPTIONS" --arg lists "$KNOWN_LISTS" \
    --slurpfile sent "$sent" '
    def words: split(" ") | map(select(. != ""));
    def camel: ltrimstr("--") | split("-") | .[0] + (.[1:] | map((.[:1] | ascii_upcase) + .[1:]) | join(""));
    ([($options | words[] | {(camel): .}),
      ($lists | words[] | {(camel): ., "\(camel)s": .})] | add // {}) as $typed
    | [$arguments | words[] | gsub("[][<>]"; "")] as $names
    | def typed: . as $field
        | ([$names[] | select(. == $field or . + "Id" == $field or rtrimstr("s") + "Ids" == $field
            or (((.[:1] | ascii_upcase) + .[1:]) as $ending | $field | endswith($ending)))][0])
        | if . then "<\(.)>" else $typed[$field] end;
      def field: (.path | if type == "array" then map(tostring) else [tostring] end) as $words
        | (if $words[0] == "relations" then [$sent[0].relations[$words[1] | tonumber].kind? // empty] else [] end) as $kind
        | ([$kind[], $words[] | typed // empty][0] // ($words | join("."))) as $field
        | if $field == "" then .message else "\($field): \(.message)" end;
    [
      (if (.errors // [] | length) > 0 then .errors | map(field) | join(" ")
       else .detail // .title // "The server rejected the request." end),
      (.hint // (if .retryAfter then "Try again in \(.retryAfter) seconds." else "" end))
    ] | map(select(. != "")) | join(" ") | gsub("[\\p{Cc}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+"; " ")' "$WORK/answer"
}

# ask METHOD PATH [BODY-FILE]: sends an authenticated request. Renews an expired access token once.
ask() {
  require_token
  send "$1" "$2" "$TOKEN" "${3:-}"
  if [ "$STATUS" = 401 ] && is_renewable; then
    renew "$TOKEN"
    send "$1" "$2" "$TOKEN" "${3:-}"
  fi
  require_success
}

# ask_all PATH PLURAL: requests all pages of a collection, and writes them to $WORK/answer as one. The record, which the
# caller has started, is the query.
ask_all() {
  local cursor
  : >"$WORK/pages"
  while true; do
    ask GET "$1$(query)"
    cat "$WORK/answer" >>"$WORK/pages"
    cursor=$(jq -r '.nextCursor? // ""' "$WORK/answer")
    [ -n "$cursor" ] || break
    set_text cursor "$cursor"
  done
  jq -s --arg plural "$2" 'if length == 1 then .[0] else .[-1] + {($plural): map(.[$plural]) | add} end' \
    "$WORK/pages" >"$WORK/answer"
}

# Sends a request without a token.
ask_anonymously() {
  send "$1" "$2" "" "${3:-}"
  require_success
}

print_answer() {
  print_json . "$WORK/answer"
}

# The output of --quiet: the identifiers of a record, or of the records in a response. Secrets that are shown only once
# come before IDs.
# shellcheck disable=SC2016
QUIET='
  def names:
    if type == "object" or type == "array" then
      ([.token?, .secret?, .accessToken?, .reference?, .key?, .id?, .url? | strings] | first) as $name |
      if $name then $name else .[] | names end
    else empty end;
  names | gsub("[\\p{Cc}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+"; " ")'

# tell_more JQ-ARGUMENTS: names the cursor of a list's next page, which --compact and --quiet leave out.
tell_more() {
  local cursor
  cursor=$(jq "$@" | jq -r 'if type == "object" then .nextCursor // "" else "" end')
  [ -z "$cursor" ] || printf '%s\n' "To see more, add --cursor $cursor" >&2
}

# The output of --compact: one record per line and the response's other fields, without empty fields and without IDs of
# records that are also named. Long texts are truncated, and nested records become their names.
# shellcheck disable=SC2016
COMPACT='
  def cut: if length > 120 and test("[ \n]") then .[0:119] + "…" else . end;
  def is_empty: . == null or . == false or . == "" or . == [] or . == {};
  def name_of:
    if (.reference | type) == "string" and (.title | type) == "string" then .reference + " " + .title
    else [.reference, .key, .username, .name, .title | strings] | first end;
  def short(in_passing):
    if type == "string" then cut
    elif type == "array" then map(short(true))
    elif type != "object" then .
    else
      (if in_passing then name_of else null end) as $name |
      if $name then $name | cut
      else
        . as $all | ([.reference, .key | strings] | length > 0) as $named |
        with_entries(
          select(.key as $field |
            ["version", "number", "color"] + (if $named then ["id", "url"] else [] end) | index([$field]) | not) |
          select(.key as $field | ($field | endswith("Id")) and ($all | has($field[0:-2])) | not) |
          .value |= short(true) | select(.value | is_empty | not))
      end
    end;
  def is_list: type == "array" and any(.[]; type == "object" or type == "array");
  (if type == "object" then del(.nextCursor) else . end) |
  if type == "array" then .[] | short(false)
  elif type != "object" then short(false)
  elif any(.[]; is_list) then
    (.[] | select(is_list) | .[] | short(false)),
    (with_entries(select(.value | is_list | not) | .value |= short(true) | select(.value | is_empty | not)) |
      select(. != {}))
  else
    (if length == 1 and ([.[]][0] | type == "object" or type == "array") then .[] else . end) |
    short(false) | select(is_empty | not)
  end'

# print_json JQ-ARGUMENTS: prints jq's result, in color on a terminal. Escapes characters that control a terminal or
# reverse its text as \uXXXX: C1 controls, line and paragraph separators, directional overrides, and isolates.
print_json() {
  local colors=-M text code spelled
  if [ -n "$FLAG_QUIET" ]; then
    jq "$@" | jq -r "$QUIET"
    tell_more "$@"
    return
  fi
  if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-}" != dumb ]; then colors=-C; fi
  if [ -n "$FLAG_COMPACT" ]; then text=$(jq "$@" | jq -c "$colors" "$COMPACT"); else text=$(jq "$colors" "$@"); fi
  if [ -n "$FLAG_COMPACT" ]; then tell_more "$@"; fi
  [ -n "$text" ] || return 0
  case "$text" in
    *$'\302'* | *$'\342\200'* | *$'\342\201'*)
      for code in {128..159} {8232..8238} {8294..8297}; do
        utf8 "$code"
        printf -v spelled '\\u%04x' "$code"
        text=${text//"$UTF8"/"$spelled"}
      done
      ;;
  esac
  printf '%s\n' "$text"
}

# Sets UTF8 to the bytes of a character between U+0080 and U+FFFF.
utf8() {
  local last=$(($1 % 64 + 128)) middle=$(($1 / 64 % 64 + 128)) octal
  if [ "$1" -lt 2048 ]; then
    printf -v octal '\\%o\\%o' "$(($1 / 64 + 192))" "$last"
  else
    printf -v octal '\\%o\\%o\\%o' "$(($1 / 4096 + 224))" "$middle" "$last"
  fi
  printf -v UTF8 '%b' "${octal//\\/\\0}"
}

# Prints a session. On a terminal, where others might look on, its tokens are masked.
print_session() {
  if [ -t 1 ] && [ -z "$FLAG_JSON$FLAG_COMPACT$FLAG_QUIET" ]; then
    print_json '(.accessToken, .refreshToken) |= .[0:8] + "…"' "$WORK/answer"
  else
    print_answer
  fi
}

require_token() {
  [ -z "$TOKEN" ] || return 0
  if [ -n "$SECRET_TOKEN" ] && [ -n "$SECRET_BASE_URL" ]; then
    fail "The stored token is for $SECRET_BASE_URL. Sign in to $BASE_URL with \"backlog.sh auth wizard\", or pass --token." 4
  fi
  fail "You aren't signed in. Sign in with \"backlog.sh auth wizard\", or pass --token." 4
}

require_session() {
  require_token
  [ "$AUTH_MODE" = session ] ||
    fail "This command needs a session, but another kind of token is in use. See \"backlog.sh status\"."
}

is_renewable() {
  [ "$TOKEN_SOURCE" = profile ] && [ -n "$SECRET_REFRESH_TOKEN" ]
}

# Renewing needs the refresh token that is stored when signing in.
require_renewable() {
  if is_renewable; then return; fi
  case "$TOKEN_SOURCE" in
    flag) fail "An access token from --token can't be renewed. Omit --token to renew the stored session." ;;
    environment) fail "The access token in BACKLOG_TOKEN can't be renewed. Unset BACKLOG_TOKEN to renew the stored session." ;;
    *) fail "The stored access token has no refresh token. Sign in with \"backlog.sh auth wizard\" to get a session that can be renewed." ;;
  esac
}

session_ended() {
  fail "Your session has ended. Sign in again with \"backlog.sh auth wizard\"." 4
}

# renew STALE: renews the stored session and sets TOKEN. A refresh token works only once, so one process at a time
# renews. A process that waited for another finds a token that differs from STALE, and uses it.
renew() {
  take_lock
  read_secrets
  if [ -n "$1" ] && [ -n "$SECRET_TOKEN" ] && [ "$SECRET_TOKEN" != "$1" ]; then
    TOKEN=$SECRET_TOKEN
    give_lock
    return
  fi
  [ -n "$SECRET_REFRESH_TOKEN" ] || session_ended
  printf '%s' "$SECRET_REFRESH_TOKEN" | jq -R '{refreshToken: .}' >"$WORK/refresh.json"
  send POST /auth/refresh "" "$WORK/refresh.json"
  if [ "$STATUS" = 401 ]; then
    forget_secrets
    session_ended
  fi
  require_success
  keep_session
  read_secrets
  TOKEN=$SECRET_TOKEN
  give_lock
}

# Takes the lock: a folder, because creating one is atomic.
take_lock() {
  local deadline=$((SECONDS + 70))
  require_writable
  until mkdir "$LOCK_FOLDER" 2>/dev/null; do
    [ -w "$PROFILE_FOLDER" ] || fail "$LOCK_FOLDER can't be created. Check the permissions of its folder."
    [ "$SECONDS" -lt "$deadline" ] ||
      fail "Another command is renewing this session. Wait, or remove $LOCK_FOLDER."
    if lock_is_stale; then
      rmdir "$LOCK_FOLDER" 2>/dev/null || true
    else
      sleep 0.1
    fi
  done
  LOCKED=yes
}

# Succeeds if the lock was left by a process that died: it is more than a minute old, or more than a minute in the
# future because the clock was set back.
lock_is_stale() {
  local made age
  made=$(stat -c %Y "$LOCK_FOLDER" 2>/dev/null || stat -f %m "$LOCK_FOLDER" 2>/dev/null) || return 1
  age=$(($(date +%s) - made))
  [ "${age#-}" -gt 60 ]
}

give_lock() {
  rmdir "$LOCK_FOLDER" 2>/dev/null || true
  LOCKED=""
}

# Sets WORKSPACE_ID to the selected workspace, or the server's active one, or the only one.
find_workspace() {
  if [ -n "$WORKSPACE_ID" ]; then
    find_called "$WORKSPACE_ID"
    return
  fi
  ask GET /me
  WORKSPACE_ID=$(jq -r '.workspace.id // ""' "$WORK/answer")
  [ -z "$WORKSPACE_ID" ] || return 0
  ask GET /workspaces
  case "$(jq '.workspaces | length' "$WORK/answer")" in
    0) fail "You don't have a workspace yet. Create one in the browser or with backlog.sh api POST /workspaces '{\"name\": \"Acme\"}', or ask for an invitation." ;;
    1) WORKSPACE_ID=$(jq -r '.workspaces[0].id' "$WORK/answer") ;;
    *) fail "No workspace is selected. List them with \"backlog.sh workspaces\", then run \"backlog.sh config set-workspace <workspace>\"." ;;
  esac
}

# find_called WORD: sets WORKSPACE_ID by an ID, which isn't checked, or by one of the user's workspaces' names, ignoring
# case.
find_called() {
  local called
  WORKSPACE_ID=$1
  if is_workspace_id "$1"; then return; fi
  send_all_workspaces
  called=$(jq -r --arg word "$1" '[.workspaces[] | select((.name | ascii_downcase) == ($word | ascii_downcase)) | .id]
    | join(", ")' "$WORK/answer")
  case "$called" in
    "") bad_value "You don't have a workspace named $1. List yours with \"backlog.sh workspaces\"." ;;
    *", "*) bad_value "Several workspaces are named $1. Use one of these IDs: $called." ;;
  esac
  WORKSPACE_ID=$called
}

# Writes all of the user's workspaces to $WORK/answer. Keeps the record that a command has started.
send_all_workspaces() {
  local kept=""
  if [ -e "$WORK/record.json" ]; then
    kept=yes
    mv -f "$WORK/record.json" "$WORK/record.kept"
  fi
  start_record
  ask_all /workspaces workspaces
  if [ -n "$kept" ]; then mv -f "$WORK/record.kept" "$WORK/record.json"; fi
}

# find_path COLLECTION [ID]: sets FOUND_PATH to the path of a collection in the workspace, or of one of its records.
find_path() {
  find_workspace
  FOUND_PATH=$(jq -nr --arg workspace "$WORKSPACE_ID" --arg collection "$1" --arg below "${2+/$2}" \
    '"/workspaces/\($workspace | @uri)/\($collection)" + if $below == "" then "" else "/\($below[1:] | @uri)" end')
}

# read_input: writes the text of a value given as - to $WORK/input: all of standard input, or, on a terminal with an
# editor set, the text written in the editor. On a terminal without an editor, says how to type the text.
read_input() {
  local editor=() named=${VISUAL:-${EDITOR:-}}
  IFS=$' \t\n' read -r -a editor <<<"$named"
  if [ -t 0 ] && [ "${#editor[@]}" -gt 0 ]; then
    : >"$WORK/written.md"
    "${editor[@]}" "$WORK/written.md" >/dev/tty ||
      fail "${editor[0]} can't be started here. To read the text from a file, use - < FILE."
    mv -f "$WORK/written.md" "$WORK/input"
  else
    if [ -t 0 ]; then printf 'Type the text, and press Ctrl+D on an empty line to end it.\n' >&2; fi
    cat >"$WORK/input"
  fi
}

# set_input NAME: sets a field to the text of a value given as -, without line breaks at its end. Refuses empty text,
# because a failed command before the pipe would otherwise clear the field.
set_input() {
  read_input
  grep -q '[^[:space:]]' "$WORK/input" || fail "The text is empty. Nothing was changed."
  set_field "$1" 'until(endswith("\n") | not; .[:-1])' <"$WORK/input"
}

# ---- Building requests ----------------------------------------------------------------------------------------

# Fields are collected in $WORK/record.json. Values come through standard input, because they can be long.
start_record() {
  printf '{}' >"$WORK/record.json"
}

# set_field NAME FILTER: sets a field to standard input, through a jq filter. NAME can be an option: --team-id.
set_field() {
  jq -Rs --arg name "$1" --slurpfile record "$WORK/record.json" '
    def camel: ltrimstr("--") | split("-")
      | .[0] + (.[1:] | map((.[:1] | ascii_upcase) + .[1:]) | join(""));
    $record[0] + {($name | camel): ('"$2"')}' >"$WORK/record.next"
  mv -f "$WORK/record.next" "$WORK/record.json"
}

set_text() {
  printf '%s' "$2" | set_field "$1" .
}

set_json() {
  printf '%s' "$2" | set_field "$1" fromjson
}

# set_options "--options": sets a field for each of these options that was given.
set_options() {
  local at
  for ((at = 0; at < ${#OPTIONS[@]}; at += 2)); do
    if contains "$1" "${OPTIONS[at]}"; then set_text "${OPTIONS[at]}" "${OPTIONS[at + 1]}"; fi
  done
}

# set_list OPTION FIELD: sets a field to all values of a repeated option.
set_list() {
  local at listed=()
  for ((at = 0; at < ${#OPTIONS[@]}; at += 2)); do
    if [ "${OPTIONS[at]}" = "$1" ]; then listed+=("${OPTIONS[at + 1]}"); fi
  done
  if [ "${#listed[@]}" -gt 0 ]; then
    set_json "$2" "$(printf '%s\0' "${listed[@]}" | jq -Rs 'split("\u0000")[:-1]')"
  fi
}

# Sets the field of --suspend and --unsuspend.
set_suspension() {
  if option --suspend && option --unsuspend; then
    bad_value "Use either --suspend or --unsuspend."
  fi
  if option --suspend; then set_json suspended true; fi
  if option --unsuspend; then set_json suspended false; fi
}

require_change() {
  [ "$(jq length "$WORK/record.json")" -gt 0 ] || usage_failure "Choose at least one change."
}

# Prints the record as a query: ?teamId=…&status=…, or nothing.
query() {
  jq -r 'to_entries | map("\(.key)=\(.value | @uri)") | join("&") | if . == "" then . else "?" + . end' \
    "$WORK/record.json"
}

# set_task_fields OPTIONS: sets the fields of a task from options. Reads the description from standard input if it is -.
set_task_fields() {
  set_options "$1"
  if option --description && [ "$VALUE" = - ]; then
    set_input description
  fi
  set_list --tag tags
}

# Sets the links of a new task, each with an optional title after a space, and its relations.
set_task_starts() {
  set_list --resource resources
  set_list --blocks blocks
  set_list --blocked-by blockedBy
  set_list --relates-to relatesTo
  set_list --duplicates duplicates
  set_list --duplicated-by duplicatedBy
  jq '(["blocks", "blockedBy", "relatesTo", "duplicates", "duplicatedBy"]) as $kinds
    | [$kinds[] as $kind | .[$kind][]? | {kind: $kind, taskId: .}] as $relations
    | del(.[$kinds[]])
    | if $relations == [] then . else .relations = $relations end
    | if has("resources") then .resources |= map(
        capture("^\\s*(?<url>\\S*)\\s*(?<title>(.|\n)*?)\\s*$")
        | if .title == "" then {url} else . end) else . end' \
    "$WORK/record.json" >"$WORK/record.next"
  mv -f "$WORK/record.next" "$WORK/record.json"
}

# clear_field OPTION FIELD VALUE [GIVING]: clears a field by an option. Fails if the field is also set.
clear_field() {
  option "$1" || return 0
  jq -e --arg field "$2" 'has($field) | not' "$WORK/record.json" >/dev/null ||
    bad_value "Use either ${4:---$2} or $1."
  CLEARED+=("$2" "$3")
}

# set_task_patch OPTIONS: sets and clears the fields of a task from options.
set_task_patch() {
  local at
  set_task_fields "$1"
  CLEARED=()
  clear_field --clear-description description null
  clear_field --clear-project projectId null --project-id
  clear_field --clear-milestone milestoneId null --milestone-id
  clear_field --clear-assignee assigneeId null --assignee-id
  clear_field --clear-deadline deadlineAt null --deadline-at
  clear_field --clear-parent parentId null --parent-id
  clear_field --clear-tags tags '[]' --tag
  for ((at = 0; at < ${#CLEARED[@]}; at += 2)); do set_json "${CLEARED[at]}" "${CLEARED[at + 1]}"; done
  if option --publish; then set_json draft false; fi
}

TASK_VALUES="--title --team-id --description --project-id --milestone-id --assignee-id --deadline-at --priority --status --parent-id"
TASK_STARTS="--resource --blocks --blocked-by --relates-to --duplicates --duplicated-by"
TASK_FILTERS="--team-id --not-team-id --project-id --not-project-id --milestone-id --not-milestone-id --status"
TASK_FILTERS+=" --not-status --assignee-id --not-assignee-id --label --not-label --all-labels --priority --not-priority"
TASK_FILTERS+=" --creator-id --not-creator-id --parent-id --not-parent-id --created-after --created-before"
TASK_FILTERS+=" --updated-since --updated-before --completed-after --completed-before --closed-since --deadline-at"
TASK_FILTERS+=" --not-deadline-at --deadline-after --deadline-before --q"
TASK_CLEARS="--clear-description --clear-project --clear-milestone --clear-assignee --clear-deadline --clear-parent --clear-tags"

# ---- Commands -------------------------------------------------------------------------------------------------

# Usage: backlog.sh status
# Summary: Show the profile, server, and workspace in use, and check the token
#
# Shows the source of each setting: flag, environment, profile, or default. The exit code is 1 if the server can't be
# reached, and 4 if it rejects the token.
#
# Examples:
#   backlog.sh status
#   backlog.sh status --json
cmd_status() {
  parse "" "" "" "" "$@"
  resolve_settings
  find_token_state
  print_settings
  case "$TOKEN_STATE" in
    unreached) unreached ;;
    refused) fail "$BASE_URL rejected the token." 4 ;;
  esac
}

# Prints the settings in use without asking the server, at the end of commands that change a profile.
print_status() {
  resolve_settings
  TOKEN_STATE=unasked
  [ -n "$TOKEN" ] || TOKEN_STATE=none
  print_settings
}

# Sets TOKEN_STATE by checking the token with the server, without renewing it. Secrets aren't checked.
find_token_state() {
  local now
  case "$AUTH_MODE" in
    none) TOKEN_STATE=none && return ;;
    automationSecret) TOKEN_STATE=unasked && return ;;
  esac
  STATUS=$(PATIENCE=3 send GET /me "$TOKEN" 2>/dev/null && printf '%s' "$STATUS") || STATUS=""
  case "$STATUS" in
    401)
      TOKEN_STATE=refused
      now=$(date -u +%Y-%m-%dT%H:%M:%S)
      if is_renewable && [[ ! $SECRET_TOKEN_EXPIRES_AT > $now && $SECRET_REFRESH_TOKEN_EXPIRES_AT > $now ]]; then
        TOKEN_STATE=renewable
      fi
      ;;
    2?? | 3?? | 4??) TOKEN_STATE=good ;;
    *) TOKEN_STATE=unreached ;;
  esac
}

print_settings() {
  require_home
  local expires="" refresh_expires=""
  if [ "$TOKEN_SOURCE" = profile ]; then
    expires=$SECRET_TOKEN_EXPIRES_AT refresh_expires=$SECRET_REFRESH_TOKEN_EXPIRES_AT
  fi
  jq -n \
    --arg profile "$PROFILE" --arg profileSource "$PROFILE_SOURCE" \
    --arg baseUrl "$BASE_URL" --arg baseUrlSource "$BASE_URL_SOURCE" \
    --arg workspaceId "$WORKSPACE_ID" --arg workspaceIdSource "$WORKSPACE_ID_SOURCE" \
    --arg agentId "$CONFIG_AGENT_ID" --arg authMode "$AUTH_MODE" --arg tokenSource "$TOKEN_SOURCE" --arg tokenState "$TOKEN_STATE" \
    --arg storedFor "$SECRET_BASE_URL" --arg expires "$expires" --arg refreshExpires "$refresh_expires" \
    --arg config "$CONFIG_FILE" --arg secrets "$SECRETS_FILE" '
    def known: if . == "" then null else . end;
    {
      profile: {value: $profile, source: $profileSource},
      baseUrl: {value: $baseUrl, source: $baseUrlSource},
      workspaceId: {value: ($workspaceId | known), source: $workspaceIdSource},
      agentId: {value: ($agentId | known), source: (if $agentId == "" then "none" else "profile" end)},
      $authMode,
      token: {
        source: $tokenSource,
        state: $tokenState,
        storedFor: ($storedFor | known),
        accessTokenExpiresAt: ($expires | known),
        refreshTokenExpiresAt: ($refreshExpires | known)
      },
      files: {$config, $secrets}
    }' >"$WORK/settings"
  print_json . "$WORK/settings"
}

# Usage: backlog.sh me
# Summary: Show who you're signed in as
#
# Examples:
#   backlog.sh me
#   backlog.sh me --workspace-id ws_01k0000000000000000000000
cmd_me() {
  parse "" "" "" "" "$@"
  resolve_settings
  start_record
  if [ -n "$WORKSPACE_ID" ]; then
    find_called "$WORKSPACE_ID"
    set_text workspaceId "$WORKSPACE_ID"
  fi
  ask GET "/me$(query)"
  jq --arg source "$WORKSPACE_ID_SOURCE" '. + {workspaceSource: (
    if $source != "none" then $source elif .workspace then "server" else "none" end)}' "$WORK/answer" >"$WORK/sourced"
  print_json . "$WORK/sourced"
}

# Usage: backlog.sh workspaces
# Summary: List your workspaces
#
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh workspaces
cmd_workspaces() {
  list_pages /workspaces workspaces "$@"
}

# list_pages PATH PLURAL "$@": prints a list without filters, in the workspace unless PATH starts with a slash.
list_pages() {
  local path=$1 plural=$2
  shift 2
  parse "" "--limit --cursor" "" "" "$@"
  resolve_settings
  require_token
  start_record
  set_options "--limit --cursor"
  FOUND_PATH=$path
  case "$path" in /*) ;; *) find_path "$path" ;; esac
  ask_page "$plural"
}

# Usage: backlog.sh workspace show
# Summary: Show the workspace and your role
#
# Examples:
#   backlog.sh workspace show
cmd_workspace__show() {
  parse "" "" "" "" "$@"
  resolve_settings
  find_workspace
  ask GET "/workspaces/$(jq -nr --arg id "$WORKSPACE_ID" '$id | @uri')"
  print_answer
}

# Usage: backlog.sh workspace usage
# Summary: Show the workspace's usage and limits
#
# Examples:
#   backlog.sh workspace usage
cmd_workspace__usage() {
  show_one "" usage "" "$@"
}

# Usage: backlog.sh workspace activity
# Summary: List workspace activity, newest first
#
#   --team-id <ids>    Filter by any of these teams, comma-separated
#   --after <entry>    List entries after this entry ID, oldest first ("start" lists all entries)
#   --limit <n>        Maximum number of records, up to 250 (default: 50)
#   --all              List all pages
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh workspace activity
#   backlog.sh workspace activity --team-id ENG --all
cmd_workspace__activity() {
  list_of "" activity "" activity "--team-id --after" --all "$@"
}

# Usage: backlog.sh workspace audit
# Summary: List audit entries, newest first
#
#   --kind <kind>            Filter by kind, such as member.role_changed
#   --actor-id <id>          Filter by actor: username, profile ID, or "me"
#   --interface <interface>  Interface: web, api, cli, or system
#   --since <time>           Only entries at or after this time, such as 2026-12-03 or 2026-12-03T17:00:00Z
#   --before <time>          Only entries before this time
#   --limit <n>              Maximum number of records, up to 250 (default: 50)
#   --all                    List all pages
#   --cursor <cursor>        Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh workspace audit --since 2026-12-03
#   backlog.sh workspace audit --kind member.role_changed --all
cmd_workspace__audit() {
  list_of "" audit "" entries "--kind --actor-id --interface --since --before" --all "$@"
}

# Usage: backlog.sh workspace leave <name>
# Summary: Leave the workspace
#
#   <name>  Exact name of the workspace, to confirm
#
# Examples:
#   backlog.sh workspace leave "Acme"
cmd_workspace__leave() {
  parse "<name>" "" "" "" "$@"
  start_record
  set_text name "${ARGS[0]}"
  resolve_settings
  find_path membership
  ask DELETE "$FOUND_PATH" "$WORK/record.json"
  print_json -n '{left: true}'
}

# Usage: backlog.sh workspace delete <name>
# Summary: Delete the workspace permanently
#
#   <name>  Exact name of the workspace, to confirm
#
# Examples:
#   backlog.sh workspace delete "Acme"
cmd_workspace__delete() {
  parse "<name>" "" "" "" "$@"
  start_record
  set_text name "${ARGS[0]}"
  resolve_settings
  find_workspace
  ask DELETE "/workspaces/$(jq -nr --arg id "$WORKSPACE_ID" '$id | @uri')" "$WORK/record.json"
  print_json -n '{deleted: true}'
}

# Usage: backlog.sh config set-base-url <url>
# Summary: Store the server's URL in the profile
#
#   <url>  URL of the server, such as https://backlog.example.com
#
# Examples:
#   backlog.sh config set-base-url https://backlog.example.com
cmd_config__set_base_url() {
  parse "<url>" "" "" "" "$@"
  parse_base_url "${ARGS[0]}"
  local url=$BASE_URL
  find_profile
  read_profile
  CONFIG_BASE_URL=$url
  write_config
  print_status
}

# Usage: backlog.sh config set-workspace <workspace>
# Summary: Store a workspace in the profile
#
#   <workspace>  Workspace, by ID or name, from "backlog.sh workspaces"
#
# Examples:
#   backlog.sh config set-workspace ws_01k0000000000000000000000
#   backlog.sh config set-workspace Acme
cmd_config__set_workspace() {
  parse "<workspace>" "" "" "" "$@"
  local workspace=${ARGS[0]}
  parse_workspace "$workspace"
  if ! is_workspace_id "$workspace"; then
    resolve_settings
    find_called "$workspace"
    workspace=$WORKSPACE_ID
  fi
  find_profile
  read_profile
  CONFIG_WORKSPACE_ID=$workspace
  write_config
  print_status
}

# Usage: backlog.sh config clear-workspace
# Summary: Remove the workspace from the profile
#
# Examples:
#   backlog.sh config clear-workspace
cmd_config__clear_workspace() {
  parse "" "" "" "" "$@"
  find_profile
  read_profile
  CONFIG_WORKSPACE_ID=""
  write_config
  print_status
}

# Usage: backlog.sh config clear
# Summary: Delete the profile's settings and token
#
# Examples:
#   backlog.sh config clear --profile work
cmd_config__clear() {
  parse "" "" "" "" "$@"
  find_profile
  forget_secrets
  rm -f "$CONFIG_FILE" 2>/dev/null ||
    fail "$CONFIG_FILE can't be removed. Check its contents and permissions."
  rmdir "$LOCK_FOLDER" 2>/dev/null || true
  rmdir "$PROFILE_FOLDER" 2>/dev/null || true
  print_status
}

# Usage: backlog.sh auth wizard
# Summary: Sign in step by step
#
# Examples:
#   backlog.sh auth wizard
#   backlog.sh auth wizard --base-url https://backlog.example.com
cmd_auth__wizard() {
  parse "" "" "" "" "$@"
  resolve_settings
  printf '%s\n' "Signing in to $BASE_URL" "  1  Use a code sent by email" \
    "  2  Create an account with a code sent by email" "  3  Use a token" >&2
  while :; do
    ask_for "Choose 1, 2, or 3: "
    case "$ANSWER" in
      [123]) break ;;
      *) printf '%s\n' "Enter 1, 2, or 3." >&2 ;;
    esac
  done
  case "$ANSWER" in
    1) sign_in_with_code signin ;;
    2) sign_in_with_code signup ;;
    *) sign_in_with_token ;;
  esac
  print_status
}

# Stores a token. Asks for another one while the server rejects it.
sign_in_with_token() {
  while :; do
    ask_for_secret "Token: "
    parse_token "$ANSWER"
    TOKEN_SOURCE=flag
    find_token_state
    [ "$TOKEN_STATE" = refused ] || break
    printf '%s\n' "$BASE_URL rejected this token. The token is expired, revoked, or from another server." >&2
  done
  keep_token "$TOKEN"
}

sign_in_with_code() {
  local name="" code=""
  if [ "$1" = signup ]; then
    ask_for "Your name: "
    name=$ANSWER
  fi
  ask_for "Email: "
  EMAIL=$ANSWER
  send_code "$1"
  while :; do
    while [ -z "$code" ]; do
      ask_for "Code (press Enter for a new one): "
      code=$ANSWER
      [ -n "$code" ] || send_code "$1"
    done
    start_record
    set_text email "$EMAIL"
    set_text purpose "$1"
    set_text code "$code"
    if [ "$1" = signup ]; then set_text name "$name"; fi
    require_writable
    send POST /auth/verify-otp "" "$WORK/record.json"
    case "$(refused_field)" in
      name)
        problem >&2
        ask_for "Your name: "
        name=$ANSWER
        ;;
      code)
        problem >&2
        code=""
        ;;
      *) break ;;
    esac
  done
  require_success
  keep_session
}

# send_code PURPOSE: requests a code for EMAIL. Asks for another address if this one is invalid. A code from a moment
# ago is reused.
send_code() {
  while :; do
    start_record
    set_text email "$EMAIL"
    set_text purpose "$1"
    send POST /auth/request-otp "" "$WORK/record.json"
    if [ "$(refused_field)" = email ]; then
      problem >&2
      ask_for "Email: "
      EMAIL=$ANSWER
    elif jq -e 'objects | .code == "code_cooldown"' "$WORK/answer" >/dev/null 2>&1; then
      problem >&2
      return 0
    else
      require_success
      printf '%s\n' "If this address can sign in here, a code is on its way." >&2
      return 0
    fi
  done
}

# Prints the only invalid field of a rejected request; nothing for other errors.
refused_field() {
  [ "$STATUS" = 422 ] || return 0
  jq -r '[.errors[]?.path | if type == "array" then .[0] else . end] | unique
    | if length == 1 then .[0] else empty end' "$WORK/answer" 2>/dev/null || true
}

# Usage: backlog.sh auth request-otp <email> [purpose]
# Summary: Send a sign-in code by email
#
#   <email>    Email address
#   [purpose]  Purpose: signin, or signup to create an account
#
# Examples:
#   backlog.sh auth request-otp ada@example.com
#   backlog.sh auth request-otp ada@example.com signup
cmd_auth__request_otp() {
  parse "<email> [purpose]" "" "" "" "$@"
  resolve_settings
  start_record
  set_text email "${ARGS[0]}"
  if [ "${#ARGS[@]}" -gt 1 ]; then set_text purpose "${ARGS[1]}"; fi
  ask_anonymously POST /auth/request-otp "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh auth verify-otp <email> <code>
# Summary: Sign in with a code from an email
#
#   <email>              Email address that received the code
#   <code>               Six-digit code
#   --purpose <purpose>  Purpose: signin, or signup to create an account (default: signin)
#   --label <label>      Name of the session, to identify it
#   --name <name>        Your name, to create an account
#
# Stores the session in the profile. The output contains the tokens only when piped.
#
# Examples:
#   backlog.sh auth verify-otp ada@example.com 123456 --label Laptop
cmd_auth__verify_otp() {
  parse "<email> <code>" "--purpose --label --name" "" "" "$@"
  resolve_settings
  start_record
  set_text email "${ARGS[0]}"
  set_text code "${ARGS[1]}"
  set_text purpose signin
  set_options "--purpose --label --name"
  require_writable
  ask_anonymously POST /auth/verify-otp "$WORK/record.json"
  keep_session
  print_session
}

# Usage: backlog.sh auth refresh
# Summary: Renew the stored session
#
# Other commands renew the session automatically when the access token has expired.
#
# Examples:
#   backlog.sh auth refresh
cmd_auth__refresh() {
  parse "" "" "" "" "$@"
  resolve_settings
  require_session
  require_renewable
  renew ""
  print_session
}

# Usage: backlog.sh auth revoke
# Summary: Sign out and delete the stored session
#
# Examples:
#   backlog.sh auth revoke
cmd_auth__revoke() {
  parse "" "" "" "" "$@"
  resolve_settings
  require_session
  if is_renewable; then
    printf '%s' "$SECRET_REFRESH_TOKEN" | jq -R '{refreshToken: .}' >"$WORK/refresh.json"
    send POST /auth/revoke "" "$WORK/refresh.json"
    # If the session had ended already, the profile's copy is useless
    if [ "$STATUS" = 401 ]; then forget_secrets; fi
  else
    send POST /auth/revoke "$TOKEN"
  fi
  require_success
  if [ "$TOKEN_SOURCE" = profile ]; then forget_secrets; fi
  print_answer
}

# Usage: backlog.sh auth set-token [token]
# Summary: Store a token in the profile
#
#   [token]  Token (default: read from standard input)
#
# Without an argument, the command reads the token from standard input. The token then stays off the screen and out of
# the shell's history.
#
# Examples:
#   backlog.sh auth set-token
#   backlog.sh auth set-token < token.txt
cmd_auth__set_token() {
  parse "[token]" "" "" "" "$@"
  local prompt=""
  if [ -t 0 ]; then prompt="Token: "; fi
  if [ "${#ARGS[@]}" -gt 0 ]; then ANSWER=${ARGS[0]}; else ask_for_secret "$prompt"; fi
  parse_token "$ANSWER"
  local token=$TOKEN
  resolve_settings
  keep_token "$token"
  print_status
}

# Usage: backlog.sh auth set-agent <agent>
# Summary: Act as one of the automation's agents
#
#   <agent>  Agent, by username or profile ID
#
# Applies only while an automation's access token is in use.
#
# Examples:
#   backlog.sh auth set-agent robo
#   backlog.sh auth set-agent prof_01k0000000000000000000000
cmd_auth__set_agent() {
  parse "<agent>" "" "" "" "$@"
  parse_agent "${ARGS[0]}"
  find_profile
  read_profile
  CONFIG_AGENT_ID=${ARGS[0]}
  write_config
  print_status
}

# Usage: backlog.sh auth clear-agent
# Summary: Stop acting as an agent
#
# Examples:
#   backlog.sh auth clear-agent
cmd_auth__clear_agent() {
  parse "" "" "" "" "$@"
  find_profile
  read_profile
  CONFIG_AGENT_ID=""
  write_config
  print_status
}

# Usage: backlog.sh auth exchange
# Summary: Exchange an automation's secret for an access token
#
#   --save  Store the access token in the profile and use it
#
# Examples:
#   backlog.sh auth exchange --save
cmd_auth__exchange() {
  parse "" "" "" "--save" "$@"
  resolve_settings
  require_token
  if [ "$AUTH_MODE" != automationSecret ]; then
    { [ "$TOKEN_SOURCE" = profile ] && [ -n "$SECRET_AUTOMATION_SECRET" ]; } ||
      fail "This command needs an automation's secret. Store the secret with \"backlog.sh auth set-token\", or pass --token."
    parse_token "$SECRET_AUTOMATION_SECRET"
  fi
  if option --save; then require_writable; fi
  ask POST /automation-auth/exchange
  if option --save; then keep_exchanged "$TOKEN"; fi
  print_answer
}

# Usage: backlog.sh tasks list
# Summary: List tasks
#
#   --team-id <ids>              Filter by any of these teams, comma-separated
#   --not-team-id <ids>          Exclude these teams
#   --project-id <ids>           Filter by any of these projects, or "none"
#   --not-project-id <ids>       Exclude these projects
#   --milestone-id <ids>         Filter by any of these milestones, or "none"
#   --not-milestone-id <ids>     Exclude these milestones
#   --status <statuses>          Filter by any of these statuses, comma-separated
#   --not-status <statuses>      Exclude these statuses
#   --include-drafts             Include drafts
#   --archived                   List only archived records
#   --assignee-id <ids>          Filter by any of these assignees, or "me" or "none"
#   --not-assignee-id <ids>      Exclude these assignees
#   --label <labels>             Filter by any of these labels, or "none"
#   --not-label <labels>         Exclude these labels
#   --all-labels <labels>        Filter by all of these labels
#   --priority <priorities>      Filter by any of these priorities
#   --not-priority <priorities>  Exclude these priorities
#   --creator-id <ids>           Filter by any of these creators, or "me"
#   --not-creator-id <ids>       Exclude these creators
#   --parent-id <id>             Filter by parent task; "none" lists tasks without a parent
#   --not-parent-id <none>       Use "none" to list only sub-tasks
#   --created-after <time>       Only tasks created at or after this time, such as 2026-12-03, today, 7d, or -7d
#   --created-before <time>      Only tasks created before this time
#   --updated-since <time>       Only tasks changed since this time
#   --updated-before <time>      Only tasks unchanged since this time
#   --completed-after <time>     Only tasks completed at or after this time
#   --completed-before <time>    Only tasks completed before this time
#   --closed-since <time>        Exclude tasks closed before this time
#   --deadline-at <date>         Only tasks with this deadline; "none" lists tasks without a deadline
#   --not-deadline-at <none>     Use "none" to list only tasks with a deadline
#   --deadline-after <date>      Only tasks with a deadline on or after this day
#   --deadline-before <date>     Only tasks with a deadline before this day
#   --q <text>                   Text to search for
#   --sort <order>               Order: -createdAt, createdAt, -updatedAt, updatedAt, -priority, priority, deadlineAt, -deadlineAt, or position
#   --limit <n>                  Maximum number of records, up to 250 (default: 50)
#   --all                        List all pages
#   --cursor <cursor>            Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh tasks list --assignee-id me --status planned,progressed
#   backlog.sh tasks list --team-id ENG --label Bug --sort -priority --all
#   backlog.sh tasks list --deadline-before 7d --q invoice
#   backlog.sh tasks list --status planned --all --quiet
cmd_tasks__list() {
  local values="$TASK_FILTERS --sort --limit --cursor"
  parse "" "$values" "" "--include-drafts --archived --all" "$@"
  resolve_settings
  require_token
  start_record
  set_options "$values --include-drafts --archived"
  find_path tasks
  ask_some tasks
}

# ask_some COLLECTION: requests one page with --limit and --cursor, or all pages with --all.
ask_some() {
  if option --all; then
    option --limit || set_text limit 250
    ask_all "$FOUND_PATH" "$1"
  else
    ask GET "$FOUND_PATH$(query)"
  fi
  print_answer
}

# list_of "[argument]" COLLECTION PLACE PLURAL "--options" "--switches" "$@": prints a list of the workspace, or of one of
# its records. Prints the whole list, or, if the switches have --all, one page.
list_of() {
  local argument=$1 collection=$2 place=$3 plural=$4 values="$5 --limit --cursor" switches=$6
  shift 6
  parse "$argument" "$values" "" "$switches" "$@"
  resolve_settings
  require_token
  start_record
  set_options "$values ${switches/--all/}"
  find_path "$collection" ${ARGS[0]+"${ARGS[0]}"}
  FOUND_PATH="$FOUND_PATH$place"
  if contains "$switches" --all; then ask_some "$plural"; else ask_page "$plural"; fi
}

# show_one "[argument]" COLLECTION PLACE "$@": prints one response of the workspace, or of one of its records.
show_one() {
  local argument=$1 collection=$2 place=$3
  shift 3
  parse "$argument" "" "" "" "$@"
  resolve_settings
  find_path "$collection" ${ARGS[0]+"${ARGS[0]}"}
  ask GET "$FOUND_PATH$place"
  print_answer
}

# Usage: backlog.sh tasks create --title <title> --team-id <id>
# Summary: Create a task
#
#   --title <title>         Title (required)
#   --team-id <id>          Team, by key, name, or ID (required)
#   --description <text>    Description in Markdown; - reads standard input or opens $EDITOR
#   --project-id <id>       Project, by ID, key, or name
#   --milestone-id <id>     Milestone of the project
#   --assignee-id <id>      Assignee, by profile ID, username, or name
#   --deadline-at <date>    Deadline, such as 2026-12-03; a time is converted to its day
#   --priority <priority>   Priority: none, low, medium, high, or urgent
#   --status <status>       Status: backlogged, planned, progressed, completed, or cancelled
#   --parent-id <id>        Parent task, by ID or reference
#   --tag <label>           Label, by name or ID (repeatable)
#   --template-id <id>      Task template that fills in the other fields
#   --resource <link>       Link URL, followed by a space and a title (repeatable)
#   --blocks <task>         Task that this task blocks, by ID or reference (repeatable)
#   --blocked-by <task>     Task that blocks this task, by ID or reference (repeatable)
#   --relates-to <task>     Task related to this task, by ID or reference (repeatable)
#   --duplicates <task>     Task that this task duplicates, by ID or reference (repeatable)
#   --duplicated-by <task>  Task that duplicates this task, by ID or reference (repeatable)
#   --draft                 Create the task as a draft
#
# Examples:
#   backlog.sh tasks create --team-id ENG --title "Mend the gate" --priority high --tag Bug
#   backlog.sh tasks create --team-id ENG --title "Plan the week" --description - < plan.md
cmd_tasks__create() {
  local values="$TASK_VALUES --template-id"
  parse "" "$values" "--tag $TASK_STARTS" "--draft" "$@"
  option --title || usage_failure "--title is required."
  option --team-id || usage_failure "--team-id is required."
  start_record
  set_task_fields "$values"
  set_task_starts
  if option --draft; then set_json draft true; fi
  resolve_settings
  find_path tasks
  ask POST "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks update <task>
# Summary: Update a task
#
#   <task>                   Task, by ID or reference, such as ENG-123
#   --title <title>          Title
#   --team-id <id>           Team, by key, name, or ID
#   --description <text>     Description in Markdown; - reads standard input or opens $EDITOR
#   --project-id <id>        Project, by ID, key, or name
#   --milestone-id <id>      Milestone of the project
#   --assignee-id <id>       Assignee, by profile ID, username, or name
#   --deadline-at <date>     Deadline, such as 2026-12-03; a time is converted to its day
#   --priority <priority>    Priority: none, low, medium, high, or urgent
#   --status <status>        Status: backlogged, planned, progressed, completed, or cancelled
#   --parent-id <id>         Parent task, by ID or reference
#   --tag <label>            Label, by name or ID; replaces the current labels (repeatable)
#   --state-id <id>          State of the team's workflow, which also sets the status
#   --before <task>          Place the task above another task in the manual order
#   --after <task>           Place the task below another task in the manual order
#   --clear-description      Remove the description
#   --clear-project          Remove the task from its project
#   --clear-milestone        Remove the task from its milestone
#   --clear-assignee         Unassign the task
#   --clear-deadline         Remove the deadline
#   --clear-parent           Remove the parent task
#   --clear-tags             Remove all labels
#   --publish                Publish a draft
#   --before-sibling <task>  Place the task above another sub-task of the same parent
#   --after-sibling <task>   Place the task below another sub-task of the same parent
#   --since-version <n>      Fail if someone has changed one of the same fields since this version
#
# Examples:
#   backlog.sh tasks update ENG-123 --status completed
#   backlog.sh tasks update ENG-123 --assignee-id me --deadline-at 2026-12-03 --clear-project
cmd_tasks__update() {
  local number='^[0-9]+$' values="$TASK_VALUES --state-id --before --after --before-sibling --after-sibling"
  parse "<task>" "$values --since-version" "--tag" "$TASK_CLEARS --publish" "$@"
  start_record
  set_task_patch "$values"
  require_change
  if option --since-version; then
    [[ $VALUE =~ $number ]] || bad_value "--since-version must be a whole number, 0 or greater."
    set_json sinceVersion "$VALUE"
  fi
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks update-many <tasks>
# Summary: Update several tasks (all or nothing)
#
#   <tasks>                Task IDs or references, comma-separated, such as ENG-123,ENG-124
#   --title <title>        Title
#   --team-id <id>         Team, by key, name, or ID
#   --description <text>   Description in Markdown; - reads standard input or opens $EDITOR
#   --project-id <id>      Project, by ID, key, or name
#   --milestone-id <id>    Milestone of the project
#   --assignee-id <id>     Assignee, by profile ID, username, or name
#   --deadline-at <date>   Deadline, such as 2026-12-03; a time is converted to its day
#   --priority <priority>  Priority: none, low, medium, high, or urgent
#   --status <status>      Status: backlogged, planned, progressed, completed, or cancelled
#   --parent-id <id>       Parent task, by ID or reference
#   --tag <label>          Label, by name or ID; replaces the current labels (repeatable)
#   --state-id <id>        State of the team's workflow, which also sets the status
#   --before <task>        Place the task above another task in the manual order
#   --after <task>         Place the task below another task in the manual order
#   --clear-description    Remove the description
#   --clear-project        Remove the task from its project
#   --clear-milestone      Remove the task from its milestone
#   --clear-assignee       Unassign the task
#   --clear-deadline       Remove the deadline
#   --clear-parent         Remove the parent task
#   --clear-tags           Remove all labels
#   --publish              Publish a draft
#   --add-tag <label>      Label to add to each task (repeatable)
#   --remove-tag <label>   Label to remove from each task (repeatable)
#   --archive              Archive the tasks, or discard drafts
#   --restore              Restore archived tasks
#
# Examples:
#   backlog.sh tasks update-many ENG-123,ENG-124 --status planned --add-tag Bug
cmd_tasks__update_many() {
  local values="$TASK_VALUES --state-id --before --after"
  parse "<tasks>" "$values" "--tag --add-tag --remove-tag" "$TASK_CLEARS --publish --archive --restore" "$@"
  start_record
  set_task_patch "$values"
  set_list --add-tag addTags
  set_list --remove-tag removeTags
  if option --archive && option --restore; then bad_value "Use either --archive or --restore."; fi
  if option --archive; then set_json archived true; fi
  if option --restore; then set_json archived false; fi
  require_change
  put_tasks '{patch: .}'
  resolve_settings
  find_path tasks
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# put_tasks FILTER: builds the request from the tasks in the argument and the record.
put_tasks() {
  jq --arg tasks "${ARGS[0]}" "{taskIds: (\$tasks / \",\" | map(gsub(\"^ +| +$\"; \"\")))} + ($1)" \
    "$WORK/record.json" >"$WORK/record.next"
  mv -f "$WORK/record.next" "$WORK/record.json"
}

# Usage: backlog.sh tasks follow <tasks>
# Summary: Follow several tasks (all or nothing)
#
#   <tasks>  Task IDs or references, comma-separated, such as ENG-123,ENG-124
#
# Examples:
#   backlog.sh tasks follow ENG-123,ENG-124
cmd_tasks__follow() {
  change_own tasks /follow '{following: true}' "$@"
}

# Usage: backlog.sh tasks unfollow <tasks>
# Summary: Unfollow several tasks (all or nothing)
#
#   <tasks>  Task IDs or references, comma-separated, such as ENG-123,ENG-124
#
# Examples:
#   backlog.sh tasks unfollow ENG-123
cmd_tasks__unfollow() {
  change_own tasks /follow '{following: false}' "$@"
}

# change_own LIST PATH SENT "$@": changes several tasks for the user.
change_own() {
  local list=$1 path=$2 sent=$3
  shift 3
  parse "<tasks>" "" "" "" "$@"
  start_record
  put_tasks "$sent"
  resolve_settings
  find_path "$list"
  ask PATCH "$FOUND_PATH$path" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks tick <task> <words>
# Summary: Check a checkbox in a task's description
#
#   <task>    Task, by ID or reference, such as ENG-123
#   <words>   Text beside the checkbox
#   --untick  Uncheck the checkbox
#
# Examples:
#   backlog.sh tasks tick ENG-123 "Tell the neighbors"
cmd_tasks__tick() {
  parse "<task> <words>" "" "" "--untick" "$@"
  start_record
  set_text words "${ARGS[1]}"
  if option --untick; then set_json "done" false; else set_json "done" true; fi
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask POST "$FOUND_PATH/tick" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks split <task>
# Summary: Turn a list in a task's description into sub-tasks
#
#   <task>         Task, by ID or reference, such as ENG-123
#   --from <line>  First line of the description to convert (default: 1)
#   --to <line>    Last line of the description to convert (default: the last line)
#
# Examples:
#   backlog.sh tasks split ENG-123 --from 4 --to 9
cmd_tasks__split() {
  local end number='^(0|[1-9][0-9]{0,8})$'
  parse "<task>" "--from --to" "" "" "$@"
  start_record
  for end in from to; do
    option "--$end" || continue
    [[ $VALUE =~ $number ]] || bad_value "--$end must be a whole number, 0 or greater."
    set_json "$end" "$VALUE"
  done
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask POST "$FOUND_PATH/sub-tasks" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks undo <task>
# Summary: Undo your last change to a task, and to other tasks changed at the same time
#
#   <task>   Task, such as ENG-123, to undo your last change except comments; or an activity entry, such as act_…
#   --alone  Undo the change to this task only
#
# Examples:
#   backlog.sh tasks undo ENG-123
cmd_tasks__undo() {
  local archived
  parse "<task>" "" "" "--alone" "$@"
  start_record
  if option --alone; then set_json "alone" true; fi
  resolve_settings
  find_path activity "${ARGS[0]}"
  ask POST "$FOUND_PATH/undo" "$WORK/record.json"
  print_answer
  archived=$(jq -r '[.tasks[] | select(.archivedAt) | .reference] | join(", ")' "$WORK/answer")
  if [ -n "$archived" ]; then printf 'This undo archived %s. To reverse it, undo again.\n' "$archived" >&2; fi
}

# Usage: backlog.sh tasks show <task>
# Summary: Show a task with its activity and comments
#
#   <task>  Task, by ID or reference, such as ENG-123
#
# Examples:
#   backlog.sh tasks show ENG-123
cmd_tasks__show() {
  show_one "<task>" tasks "" "$@"
}

# Usage: backlog.sh tasks drafts
# Summary: List drafts, newest first
#
#   --team-id <ids>              Filter by any of these teams, comma-separated
#   --not-team-id <ids>          Exclude these teams
#   --project-id <ids>           Filter by any of these projects, or "none"
#   --not-project-id <ids>       Exclude these projects
#   --milestone-id <ids>         Filter by any of these milestones, or "none"
#   --not-milestone-id <ids>     Exclude these milestones
#   --status <statuses>          Filter by any of these statuses, comma-separated
#   --not-status <statuses>      Exclude these statuses
#   --assignee-id <ids>          Filter by any of these assignees, or "me" or "none"
#   --not-assignee-id <ids>      Exclude these assignees
#   --label <labels>             Filter by any of these labels, or "none"
#   --not-label <labels>         Exclude these labels
#   --all-labels <labels>        Filter by all of these labels
#   --priority <priorities>      Filter by any of these priorities
#   --not-priority <priorities>  Exclude these priorities
#   --creator-id <ids>           Filter by any of these creators, or "me"
#   --not-creator-id <ids>       Exclude these creators
#   --parent-id <id>             Filter by parent task; "none" lists tasks without a parent
#   --not-parent-id <none>       Use "none" to list only sub-tasks
#   --created-after <time>       Only tasks created at or after this time, such as 2026-12-03, today, 7d, or -7d
#   --created-before <time>      Only tasks created before this time
#   --updated-since <time>       Only tasks changed since this time
#   --updated-before <time>      Only tasks unchanged since this time
#   --completed-after <time>     Only tasks completed at or after this time
#   --completed-before <time>    Only tasks completed before this time
#   --closed-since <time>        Exclude tasks closed before this time
#   --deadline-at <date>         Only tasks with this deadline; "none" lists tasks without a deadline
#   --not-deadline-at <none>     Use "none" to list only tasks with a deadline
#   --deadline-after <date>      Only tasks with a deadline on or after this day
#   --deadline-before <date>     Only tasks with a deadline before this day
#   --q <text>                   Text to search for
#   --limit <n>                  Maximum number of records, up to 250 (default: 50)
#   --all                        List all pages
#   --cursor <cursor>            Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh tasks drafts
#   backlog.sh tasks drafts --creator-id me --all
cmd_tasks__drafts() {
  list_of "" drafts "" tasks "$TASK_FILTERS" --all "$@"
}

# Usage: backlog.sh tasks activity <task>
# Summary: List a task's activity, newest first
#
#   <task>             Task, by ID or reference, such as ENG-123
#   --limit <n>        Maximum number of records, up to 250 (default: 50)
#   --all              List all pages
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh tasks activity ENG-123
#   backlog.sh tasks activity ENG-123 --all
cmd_tasks__activity() {
  list_of "<task>" tasks /activity activity "" --all "$@"
}

# Usage: backlog.sh tasks comments <task>
# Summary: List a task's comments
#
#   <task>             Task, by ID or reference, such as ENG-123
#   --sort <order>     Order: createdAt or -createdAt
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh tasks comments ENG-123
#   backlog.sh tasks comments ENG-123 --sort -createdAt --limit 5
cmd_tasks__comments() {
  list_of "<task>" tasks /comments comments --sort "" "$@"
}

# Usage: backlog.sh tasks approvals <task>
# Summary: List a task's approval requests, newest first
#
#   <task>             Task, by ID or reference, such as ENG-123
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh tasks approvals ENG-123
cmd_tasks__approvals() {
  list_of "<task>" tasks /approvals approvals "" "" "$@"
}

# Usage: backlog.sh tasks resources <task>
# Summary: List a task's links
#
#   <task>             Task, by ID or reference, such as ENG-123
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh tasks resources ENG-123
cmd_tasks__resources() {
  list_of "<task>" tasks /resources resources "" "" "$@"
}

# Usage: backlog.sh tasks add-resource <task> <url> [title]
# Summary: Add a link to a task
#
#   <task>   Task, by ID or reference, such as ENG-123
#   <url>    URL or host, such as https://example.com or mailto:ada@example.com
#   [title]  Title (default: the URL's host or email address)
#
# Examples:
#   backlog.sh tasks add-resource ENG-123 https://example.com/plan "The plan"
cmd_tasks__add_resource() {
  parse "<task> <url> [title]" "" "" "" "$@"
  start_record
  set_text url "${ARGS[1]}"
  if [ "${#ARGS[@]}" -gt 2 ]; then set_text title "${ARGS[2]}"; fi
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask POST "$FOUND_PATH/resources" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks update-resource <task> <resource>
# Summary: Update a link on a task
#
#   <task>           Task, by ID or reference, such as ENG-123
#   <resource>       Link ID, such as res_…
#   --url <url>      URL or host, such as https://example.com or mailto:ada@example.com
#   --title <title>  Title
#
# Examples:
#   backlog.sh tasks update-resource ENG-123 res_01k0000000000000000000000 --title "The plan"
cmd_tasks__update_resource() {
  parse "<task> <resource>" "--url --title" "" "" "$@"
  start_record
  set_options "--url --title"
  require_change
  resolve_settings
  find_below tasks resources
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks remove-resource <task> <resource>
# Summary: Remove a link from a task
#
#   <task>      Task, by ID or reference, such as ENG-123
#   <resource>  Link ID, such as res_…
#
# Examples:
#   backlog.sh tasks remove-resource ENG-123 res_01k0000000000000000000000
cmd_tasks__remove_resource() {
  parse "<task> <resource>" "" "" "" "$@"
  resolve_settings
  find_below tasks resources
  ask DELETE "$FOUND_PATH"
  print_json -n '{removed: true}'
}

# Usage: backlog.sh tasks edit-comment <task> <comment> [body]
# Summary: Edit one of your comments
#
#   <task>     Task, by ID or reference, such as ENG-123
#   <comment>  Comment ID, such as com_…
#   [body]     New text in Markdown (default: standard input or $EDITOR)
#
# Examples:
#   backlog.sh tasks edit-comment ENG-123 com_01k0000000000000000000000 "Done, and tested"
cmd_tasks__edit_comment() {
  parse "<task> <comment> [body]" "" "" "" "$@"
  start_body 2
  resolve_settings
  find_below tasks comments
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks delete-comment <task> <comment>
# Summary: Delete a comment
#
#   <task>     Task, by ID or reference, such as ENG-123
#   <comment>  Comment ID, such as com_…
#
# Examples:
#   backlog.sh tasks delete-comment ENG-123 com_01k0000000000000000000000
cmd_tasks__delete_comment() {
  parse "<task> <comment>" "" "" "" "$@"
  resolve_settings
  find_below tasks comments
  ask DELETE "$FOUND_PATH"
  print_json -n '{deleted: true}'
}

# find_below COLLECTION PLACE: sets FOUND_PATH to the second argument's path below the first argument's record.
find_below() {
  find_path "$1" "${ARGS[0]}"
  FOUND_PATH="$FOUND_PATH/$2/$(jq -nr --arg id "${ARGS[1]}" '$id | @uri')"
}

# Usage: backlog.sh tasks relate <task> <kind> <other>
# Summary: Add a relation between two tasks
#
#   <task>   Task, by ID or reference, such as ENG-123
#   <kind>   Kind of relation: blocks, blockedBy, relatesTo, duplicates, or duplicatedBy
#   <other>  Other task, by ID or reference
#
# Examples:
#   backlog.sh tasks relate ENG-123 blocks ENG-124
cmd_tasks__relate() {
  change_relation PUT "$@"
}

# Usage: backlog.sh tasks unrelate <task> <kind> <other>
# Summary: Remove a relation between two tasks
#
#   <task>   Task, by ID or reference, such as ENG-123
#   <kind>   Kind of relation: blocks, blockedBy, relatesTo, duplicates, or duplicatedBy
#   <other>  Other task, by ID or reference
#
# Examples:
#   backlog.sh tasks unrelate ENG-123 blocks ENG-124
cmd_tasks__unrelate() {
  change_relation DELETE "$@"
}

# change_relation METHOD WORD...: adds or removes a relation.
change_relation() {
  local method=$1
  parse "<task> <kind> <other>" "" "" "" "${@:2}"
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask "$method" "$FOUND_PATH/relations/$(jq -nr --arg kind "${ARGS[1]}" --arg other "${ARGS[2]}" \
    '"\($kind | @uri)/\($other | @uri)"')"
  print_answer
}

# Usage: backlog.sh tasks archive <task>
# Summary: Archive a task, or discard a draft
#
#   <task>  Task, by ID or reference, such as ENG-123
#
# Examples:
#   backlog.sh tasks archive ENG-123
cmd_tasks__archive() {
  shelve tasks "<task>" DELETE "" "$@"
}

# Usage: backlog.sh tasks restore <task>
# Summary: Restore an archived task
#
#   <task>  Task, by ID or reference, such as ENG-123
#
# Examples:
#   backlog.sh tasks restore ENG-123
cmd_tasks__restore() {
  shelve tasks "<task>" POST /restore "$@"
}

# Usage: backlog.sh tasks comment <task> [body]
# Summary: Comment on a task
#
#   <task>  Task, by ID or reference, such as ENG-123
#   [body]  Text in Markdown (default: standard input or $EDITOR)
#
# Examples:
#   backlog.sh tasks comment ENG-123 "Done, have a look"
#   backlog.sh tasks comment ENG-123 - < notes.md
cmd_tasks__comment() {
  parse "<task> [body]" "" "" "" "$@"
  start_body
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask POST "$FOUND_PATH/comments" "$WORK/record.json"
  print_answer
}

# start_body [AT]: starts a record with the text of an argument (default: the second). Reads standard input if it is -.
start_body() {
  local at=${1:-1} text=-
  if [ "${#ARGS[@]}" -gt "$at" ]; then text=${ARGS[at]}; fi
  start_record
  if [ "$text" = - ]; then
    set_input body
  else
    set_text body "$text"
  fi
}

# Usage: backlog.sh inbox list
# Summary: List your notifications
#
#   --unread            Only unread notifications
#   --snoozed           List only snoozed notifications
#   --archived          List only archived notifications
#   --reason <reasons>  Filter by reason, comma-separated, such as mention,approval
#   --limit <n>         Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>   Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh inbox list
#   backlog.sh inbox list --reason mention,approval
cmd_inbox__list() {
  local part
  parse "" "--reason --limit --cursor" "" "--unread --snoozed --archived" "$@"
  resolve_settings
  require_token
  start_record
  set_options "--reason --limit --cursor"
  for part in unread snoozed archived; do
    if option "--$part"; then set_json "$part" true; fi
  done
  find_path inbox
  ask_page notifications
}

# Usage: backlog.sh inbox count
# Summary: Count unread and snoozed notifications, up to 100 per kind
#
# Examples:
#   backlog.sh inbox count
cmd_inbox__count() {
  parse "" "" "" "" "$@"
  resolve_settings
  find_path inbox counts
  ask GET "$FOUND_PATH"
  print_answer
}

# Usage: backlog.sh inbox read <notification>
# Summary: Mark a notification as read
#
#   <notification>  Notification ID, such as note_…
#
# Examples:
#   backlog.sh inbox read note_01k0000000000000000000000
cmd_inbox__read() {
  mark_notification read true "$@"
}

# Usage: backlog.sh inbox unread <notification>
# Summary: Mark a notification as unread
#
#   <notification>  Notification ID, such as note_…
#
# Examples:
#   backlog.sh inbox unread note_01k0000000000000000000000
cmd_inbox__unread() {
  mark_notification read false "$@"
}

# Usage: backlog.sh inbox archive <notification>
# Summary: Archive a notification until something new happens
#
#   <notification>  Notification ID, such as note_…
#
# Examples:
#   backlog.sh inbox archive note_01k0000000000000000000000
cmd_inbox__archive() {
  mark_notification archived true "$@"
}

# Usage: backlog.sh inbox restore <notification>
# Summary: Restore an archived notification
#
#   <notification>  Notification ID, such as note_…
#
# Examples:
#   backlog.sh inbox restore note_01k0000000000000000000000
cmd_inbox__restore() {
  mark_notification archived false "$@"
}

# Usage: backlog.sh inbox unsnooze <notification>
# Summary: Unsnooze a notification
#
#   <notification>  Notification ID, such as note_…
#
# Examples:
#   backlog.sh inbox unsnooze note_01k0000000000000000000000
cmd_inbox__unsnooze() {
  mark_notification snoozedUntil null "$@"
}

# mark_notification FIELD VALUE "$@"
mark_notification() {
  local field=$1 value=$2
  shift 2
  parse "<notification>" "" "" "" "$@"
  start_record
  set_json "$field" "$value"
  resolve_settings
  find_path inbox "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh inbox snooze <notification> <until>
# Summary: Snooze a notification
#
#   <notification>  Notification ID, such as note_…
#   <until>         Time the snooze ends: 3h, tomorrow, "mon 14:00", or 2026-12-03T09:00:00Z
#
# Examples:
#   backlog.sh inbox snooze note_01kkgqt880ec68mygyx05sdq3r "mon 14:00"
cmd_inbox__snooze() {
  parse "<notification> <until>" "" "" "" "$@"
  start_record
  set_text snoozedUntil "${ARGS[1]}"
  resolve_settings
  find_path inbox "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh inbox follow <notification>
# Summary: Follow a notification's task, or subscribe to its view
#
#   <notification>  Notification ID, such as note_…
#
# Examples:
#   backlog.sh inbox follow note_01k0000000000000000000000
cmd_inbox__follow() {
  choose_following PUT true "$@"
}

# Usage: backlog.sh inbox unfollow <notification>
# Summary: Unfollow a notification's task, or unsubscribe from its view
#
#   <notification>  Notification ID, such as note_…
#
# Examples:
#   backlog.sh inbox unfollow note_01k0000000000000000000000
cmd_inbox__unfollow() {
  choose_following DELETE false "$@"
}

# choose_following METHOD ANSWER "$@"
choose_following() {
  local method=$1 following=$2
  shift 2
  parse "<notification>" "" "" "" "$@"
  resolve_settings
  find_path inbox "${ARGS[0]}"
  ask "$method" "$FOUND_PATH/follow"
  print_json -n "{following: $following}"
}

# Usage: backlog.sh inbox read-all
# Summary: Mark all notifications as read
#
#   --reason <reasons>  Filter by reason, comma-separated, such as mention,approval
#
# Examples:
#   backlog.sh inbox read-all
cmd_inbox__read_all() {
  parse "" "--reason" "" "" "$@"
  start_record
  if option --reason; then
    printf '%s' "$VALUE" | set_field reason 'split(",") | map(gsub("^\\s+|\\s+$"; ""))'
  fi
  resolve_settings
  find_path inbox
  ask POST "$FOUND_PATH/read-all" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh inbox unread-all --read-at <time>
# Summary: Undo marking all notifications as read
#
#   --read-at <time>  readAt value from the read-all response (required)
#
# Examples:
#   backlog.sh inbox unread-all --read-at 2026-12-03T09:00:00.000Z
cmd_inbox__unread_all() {
  parse "" "--read-at" "" "" "$@"
  option --read-at || usage_failure "--read-at is required."
  start_record
  set_text readAt "$VALUE"
  resolve_settings
  find_path inbox
  ask POST "$FOUND_PATH/unread-all" "$WORK/record.json"
  print_json -n '{unread: true}'
}

# Usage: backlog.sh invitations list
# Summary: List your pending invitations
#
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh invitations list
cmd_invitations__list() {
  list_pages /invitations invitations "$@"
}

# Usage: backlog.sh invitations accept <invitation>
# Summary: Accept an invitation to a workspace
#
#   <invitation>  Invitation, by ID or by the workspace's name
#
# Examples:
#   backlog.sh invitations accept inv_01k0000000000000000000000
cmd_invitations__accept() {
  answer_invitation accept "$@"
}

# Usage: backlog.sh invitations decline <invitation>
# Summary: Decline an invitation to a workspace
#
#   <invitation>  Invitation, by ID or by the workspace's name
#
# Examples:
#   backlog.sh invitations decline inv_01k0000000000000000000000
cmd_invitations__decline() {
  answer_invitation decline "$@"
}

# answer_invitation ANSWER "$@"
answer_invitation() {
  local answer=$1
  shift
  parse "<invitation>" "" "" "" "$@"
  resolve_settings
  ask POST "/invitations/$(jq -nr --arg id "${ARGS[0]}" '$id | @uri')/$answer"
  print_answer
}

# Usage: backlog.sh approvals list
# Summary: List approval requests
#
#   --mine             Only requests for your approval
#   --state <state>    Filter by state: open, approved, declined, or withdrawn
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh approvals list
cmd_approvals__list() {
  list_of "" approvals "" approvals --state --mine "$@"
}

# Usage: backlog.sh approvals show <approval>
# Summary: Show an approval request
#
#   <approval>  Approval request ID, such as appr_…
#
# Examples:
#   backlog.sh approvals show appr_01k0000000000000000000000
cmd_approvals__show() {
  show_one "<approval>" approvals "" "$@"
}

# Usage: backlog.sh approvals ask <task> <approver> <body>
# Summary: Request approval from a person on a task
#
#   <task>      Task, by ID or reference, such as ENG-123
#   <approver>  Approver, by username, name, or profile ID
#   <body>      Text of the approval request, in Markdown; - reads standard input or opens $EDITOR
#
# Examples:
#   backlog.sh approvals ask ENG-123 prof_01k0000000000000000000000 "Can we deploy this?"
cmd_approvals__ask() {
  parse "<task> <approver> <body>" "" "" "" "$@"
  start_body 2
  set_text approverId "${ARGS[1]}"
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask POST "$FOUND_PATH/approvals" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh approvals approve <approval>
# Summary: Approve a request
#
#   <approval>        Approval request ID, such as appr_…
#   --comment <text>  Comment in Markdown; - reads standard input or opens $EDITOR
#
# Examples:
#   backlog.sh approvals approve appr_01k0000000000000000000000
cmd_approvals__approve() {
  decide_approval approved "$@"
}

# Usage: backlog.sh approvals decline <approval>
# Summary: Decline a request
#
#   <approval>        Approval request ID, such as appr_…
#   --comment <text>  Comment in Markdown; - reads standard input or opens $EDITOR
#
# Examples:
#   backlog.sh approvals decline appr_01k0000000000000000000000
cmd_approvals__decline() {
  decide_approval declined "$@"
}

# decide_approval DECISION "$@"
decide_approval() {
  local decision=$1
  shift
  parse "<approval>" "--comment" "" "" "$@"
  start_record
  set_text decision "$decision"
  if option --comment && [ "$VALUE" = - ]; then
    set_input comment
  else
    set_options --comment
  fi
  resolve_settings
  find_path approvals "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh approvals withdraw <approval>
# Summary: Withdraw an approval request
#
#   <approval>  Approval request ID, such as appr_…
#
# Examples:
#   backlog.sh approvals withdraw appr_01k0000000000000000000000
cmd_approvals__withdraw() {
  parse "<approval>" "" "" "" "$@"
  resolve_settings
  find_path approvals "${ARGS[0]}"
  ask DELETE "$FOUND_PATH"
  [ -s "$WORK/answer" ] || printf null >"$WORK/answer"
  print_answer
}

# Usage: backlog.sh unsent list
# Summary: List your draft comments
#
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh unsent list
cmd_unsent__list() {
  list_pages unsent-comments unsentComments "$@"
}

# Usage: backlog.sh unsent show <task>
# Summary: Show your draft comment on a task
#
#   <task>  Task, by ID or reference, such as ENG-123
#
# Examples:
#   backlog.sh unsent show ENG-123
cmd_unsent__show() {
  show_one "<task>" tasks /unsent-comment "$@"
}

# Usage: backlog.sh unsent keep <task> <body>
# Summary: Save a draft comment on a task
#
#   <task>  Task, by ID or reference, such as ENG-123
#   <body>  Text in Markdown; - reads standard input or opens $EDITOR
#
# Examples:
#   backlog.sh unsent keep ENG-123 "What if the gate were blue?"
cmd_unsent__keep() {
  parse "<task> <body>" "" "" "" "$@"
  start_body
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask PUT "$FOUND_PATH/unsent-comment" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh unsent discard <task>
# Summary: Discard your draft comment on a task
#
#   <task>  Task, by ID or reference, such as ENG-123
#
# Examples:
#   backlog.sh unsent discard ENG-123
cmd_unsent__discard() {
  parse "<task>" "" "" "" "$@"
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask DELETE "$FOUND_PATH/unsent-comment"
  print_json -n '{unsent: false}'
}

# Usage: backlog.sh teams list
# Summary: List teams
#
#   --q <text>          Text to search for
#   --include-archived  Include archived records
#   --limit <n>         Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>   Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh teams list
cmd_teams__list() {
  parse "" "--q --limit --cursor" "" "--include-archived" "$@"
  resolve_settings
  require_token
  start_record
  set_options "--q --include-archived --limit --cursor"
  find_path teams
  ask_page teams
}

# Usage: backlog.sh teams show <team>
# Summary: Show a team with its members
#
#   <team>  Team, by key, name, or ID
#
# Examples:
#   backlog.sh teams show ENG
cmd_teams__show() {
  show_one "<team>" teams "" "$@"
}

# Usage: backlog.sh teams open-tasks
# Summary: Count each team's open tasks by status
#
#   --team-id <id>  Filter by team
#
# Examples:
#   backlog.sh teams open-tasks --team-id ENG
cmd_teams__open_tasks() {
  parse "" "--team-id" "" "" "$@"
  resolve_settings
  start_record
  set_options --team-id
  find_path open-tasks
  ask GET "$FOUND_PATH$(query)"
  print_answer
}

# Usage: backlog.sh teams add-member <team> <member>
# Summary: Add a member to a team, or change their role
#
#   <team>         Team, by key, name, or ID
#   <member>       Member, by username, name, profile ID, or "me"
#   --role <role>  Role: lead, member, or commentator
#
# Examples:
#   backlog.sh teams add-member ENG bea
#   backlog.sh teams add-member ENG bea --role lead
cmd_teams__add_member() {
  parse "<team> <member>" "--role" "" "" "$@"
  start_record
  set_text role member
  set_options --role
  resolve_settings
  find_below teams members
  ask PUT "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh teams remove-member <team> <member>
# Summary: Remove a member from a team, or leave a team
#
#   <team>    Team, by key, name, or ID
#   <member>  Member, by username, name, profile ID, or "me"
#
# Examples:
#   backlog.sh teams remove-member ENG bea
cmd_teams__remove_member() {
  parse "<team> <member>" "" "" "" "$@"
  resolve_settings
  find_below teams members
  ask DELETE "$FOUND_PATH"
  [ -s "$WORK/answer" ] || printf null >"$WORK/answer"
  print_answer
}

# Usage: backlog.sh members list
# Summary: List people and agents
#
#   --role <role>      Role: owner, admin, or member
#   --kind <kind>      Kind: human or agent
#   --team-id <id>     Filter by team
#   --q <text>         Text to search for
#   --include-removed  Include former members
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh members list
cmd_members__list() {
  cmd_admin__members__list "$@"
}

# Usage: backlog.sh members show <member>
# Summary: Show a person or agent
#
#   <member>  Member, by username, name, or profile ID
#
# Examples:
#   backlog.sh members show bea
cmd_members__show() {
  show_one "<member>" members "" "$@"
}

# Usage: backlog.sh members activity <member>
# Summary: List a member's recent activity, newest first
#
#   <member>           Member, by username, name, or profile ID
#   --limit <n>        Maximum number of records, up to 250 (default: 50)
#   --all              List all pages
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh members activity bea
cmd_members__activity() {
  list_of "<member>" members /activity activity "" --all "$@"
}

# Usage: backlog.sh members work <member>
# Summary: Count a member's open tasks and projects
#
#   <member>  Member, by username, name, or profile ID
#
# Examples:
#   backlog.sh members work bea
cmd_members__work() {
  show_one "<member>" members /work "$@"
}

# Usage: backlog.sh projects list
# Summary: List projects
#
#   --status <statuses>      Filter by any of these statuses, comma-separated
#   --lead-id <id>           Filter by lead, or "me" or "none"
#   --member-id <id>         Filter by member, or "me"
#   --team-id <id>           Filter by team
#   --label <label>          Filter by label
#   --health <healths>       Filter by health in the latest update: onTrack, atRisk, offTrack, or none
#   --priority <priorities>  Filter by any of these priorities
#   --updated-since <time>   Only projects changed since this time, such as 2026-12-03 or 2026-12-03T17:00:00Z
#   --q <text>               Text to search for
#   --sort <order>           Order: -createdAt, createdAt, -updatedAt, name, -priority, or targetDate
#   --archived               List only archived records
#   --include-archived       Include archived records
#   --limit <n>              Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>        Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh projects list --status active
cmd_projects__list() {
  local values="--status --lead-id --member-id --team-id --label --health --priority --updated-since --q --sort"
  values="$values --limit --cursor"
  parse "" "$values" "" "--archived --include-archived" "$@"
  resolve_settings
  require_token
  start_record
  set_options "$values --archived --include-archived"
  find_path projects
  ask_page projects
}

# Usage: backlog.sh projects roadmap
# Summary: List projects with dates, by start date
#
#   --from <day>         Only projects with a target date on or after this day, such as 2026-12-03
#   --to <day>           Only projects that start on or before this day
#   --undated            List only projects without dates
#   --status <statuses>  Filter by any of these statuses, comma-separated
#   --lead-id <id>       Filter by lead, or "me" or "none"
#   --team-id <id>       Filter by team
#   --label <label>      Filter by label
#   --limit <n>          Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>    Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh projects roadmap
#   backlog.sh projects roadmap --from 2026-12-03 --team-id ENG
cmd_projects__roadmap() {
  list_of "" roadmap "" projects "--from --to --status --lead-id --team-id --label" --undated "$@"
}

# Usage: backlog.sh projects show <project>
# Summary: Show a project with its activity
#
#   <project>  Project, by ID, key, or name
#
# Examples:
#   backlog.sh projects show WEB
cmd_projects__show() {
  show_one "<project>" projects "" "$@"
}

# Usage: backlog.sh projects activity <project>
# Summary: List a project's activity, newest first
#
#   <project>          Project, by ID, key, or name
#   --limit <n>        Maximum number of records, up to 250 (default: 50)
#   --all              List all pages
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh projects activity WEB
cmd_projects__activity() {
  list_of "<project>" projects /activity activity "" --all "$@"
}

# Usage: backlog.sh projects progress <project>
# Summary: Show a project's daily progress and its forecast
#
#   <project>      Project, by ID, key, or name
#   --since <day>  First day, such as 2026-12-03 (default: the first task's day)
#
# Examples:
#   backlog.sh projects progress WEB --since 2026-12-03
cmd_projects__progress() {
  parse "<project>" "--since" "" "" "$@"
  resolve_settings
  start_record
  set_options --since
  find_path projects "${ARGS[0]}"
  ask GET "$FOUND_PATH/progress$(query)"
  print_answer
}

# Usage: backlog.sh projects milestones <project>
# Summary: List a project's milestones
#
#   <project>           Project, by ID, key, or name
#   --include-archived  Include archived records
#   --limit <n>         Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>   Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh projects milestones WEB
cmd_projects__milestones() {
  list_of "<project>" projects /milestones milestones "" --include-archived "$@"
}

# Usage: backlog.sh projects updates <project>
# Summary: List a project's updates, newest first
#
#   <project>          Project, by ID, key, or name
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh projects updates WEB
#   backlog.sh projects updates WEB --limit 1
cmd_projects__updates() {
  list_of "<project>" projects /updates updates "" "" "$@"
}

PROJECT_VALUES="--name --key --summary --description --lead-id --priority --status --start-date --target-date"
PROJECT_LISTS="--member-id --team-id --label"
PROJECT_CLEARS="--clear-summary --clear-description --clear-lead --clear-status --clear-start-date --clear-target-date"

# Sets the fields of a project from options. Reads the description from standard input if it is -.
set_project_fields() {
  set_options "$PROJECT_VALUES"
  if option --description && [ "$VALUE" = - ]; then set_input description; fi
  set_list --member-id memberIds
  set_list --team-id teamIds
  set_list --label labels
}

# Usage: backlog.sh projects create --name <name>
# Summary: Create a project
#
#   --name <name>          Name (required)
#   --key <key>            Key, such as WEB
#   --summary <text>       Summary, in one line
#   --description <text>   Description in Markdown; - reads standard input or opens $EDITOR
#   --lead-id <id>         Lead, by profile ID, username, name, or "me"
#   --member-id <id>       Member of the project, by profile ID, username, or name (repeatable)
#   --team-id <id>         Team of the project (repeatable)
#   --label <label>        Project label (repeatable)
#   --priority <priority>  Priority: none, low, medium, high, or urgent
#   --status <status>      Status: backlog, planned, active, completed, or cancelled
#   --start-date <day>     Start date, such as 2026-12-03
#   --target-date <day>    Target date
#   --template-id <id>     Project template that fills in the other fields
#
# Examples:
#   backlog.sh projects create --name "New website" --team-id ENG --target-date 2026-12-03
cmd_projects__create() {
  parse "" "$PROJECT_VALUES --template-id" "$PROJECT_LISTS" "" "$@"
  option --name || usage_failure "--name is required."
  start_record
  set_project_fields
  set_options --template-id
  resolve_settings
  find_path projects
  ask POST "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh projects update <project>
# Summary: Update a project
#
#   <project>              Project, by ID, key, or name
#   --name <name>          Name
#   --key <key>            Key, such as WEB
#   --summary <text>       Summary, in one line
#   --description <text>   Description in Markdown; - reads standard input or opens $EDITOR
#   --lead-id <id>         Lead, by profile ID, username, name, or "me"
#   --member-id <id>       Member, by profile ID, username, or name; replaces the current members (repeatable)
#   --team-id <id>         Team of the project; replaces the current teams (repeatable)
#   --label <label>        Project label; replaces the current labels (repeatable)
#   --priority <priority>  Priority: none, low, medium, high, or urgent
#   --status <status>      Status: backlog, planned, active, completed, or cancelled
#   --start-date <day>     Start date, such as 2026-12-03
#   --target-date <day>    Target date
#   --clear-summary        Remove the summary
#   --clear-description    Remove the description
#   --clear-lead           Remove the lead
#   --clear-status         Derive the status from the project's tasks
#   --clear-start-date     Remove the start date
#   --clear-target-date    Remove the target date
#
# Examples:
#   backlog.sh projects update WEB --lead-id me --clear-target-date
cmd_projects__update() {
  local at
  parse "<project>" "$PROJECT_VALUES" "$PROJECT_LISTS" "$PROJECT_CLEARS" "$@"
  start_record
  set_project_fields
  CLEARED=()
  clear_field --clear-summary summary null
  clear_field --clear-description description null
  clear_field --clear-lead leadId null --lead-id
  clear_field --clear-status status null
  clear_field --clear-start-date startDate null --start-date
  clear_field --clear-target-date targetDate null --target-date
  for ((at = 0; at < ${#CLEARED[@]}; at += 2)); do set_json "${CLEARED[at]}" "${CLEARED[at + 1]}"; done
  require_change
  resolve_settings
  find_path projects "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh projects report <project> <health> [body]
# Summary: Post a project update
#
#   <project>  Project, by ID, key, or name
#   <health>   Health: onTrack, atRisk, or offTrack
#   [body]     Text in Markdown (default: standard input or $EDITOR)
#
# Examples:
#   backlog.sh projects report WEB onTrack "The gate is up"
#   backlog.sh projects report WEB atRisk - < report.md
cmd_projects__report() {
  parse "<project> <health> [body]" "" "" "" "$@"
  start_body 2
  set_text health "${ARGS[1]}"
  resolve_settings
  find_path projects "${ARGS[0]}"
  ask POST "$FOUND_PATH/updates" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh projects add-milestone <project> <name>
# Summary: Add a milestone to a project
#
#   <project>             Project, by ID, key, or name
#   <name>                Name of the milestone
#   --description <text>  Description
#   --target-date <day>   Target date, such as 2026-12-03
#
# Examples:
#   backlog.sh projects add-milestone WEB "First half" --target-date 2026-12-03
cmd_projects__add_milestone() {
  parse "<project> <name>" "--description --target-date" "" "" "$@"
  start_record
  set_text name "${ARGS[1]}"
  set_options "--description --target-date"
  resolve_settings
  find_path projects "${ARGS[0]}"
  ask POST "$FOUND_PATH/milestones" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh projects archive <project>
# Summary: Archive a project
#
#   <project>  Project, by ID, key, or name
#
# Examples:
#   backlog.sh projects archive WEB
cmd_projects__archive() {
  shelve projects "<project>" DELETE "" "$@"
}

# Usage: backlog.sh projects restore <project>
# Summary: Restore an archived project
#
#   <project>  Project, by ID, key, or name
#
# Examples:
#   backlog.sh projects restore WEB
cmd_projects__restore() {
  shelve projects "<project>" POST /restore "$@"
}

# shelve COLLECTION "<argument>" METHOD PLACE "$@": archives or restores a record, and prints it.
shelve() {
  local collection=$1 argument=$2 method=$3 place=$4
  shift 4
  parse "$argument" "" "" "" "$@"
  resolve_settings
  find_path "$collection" "${ARGS[0]}"
  ask "$method" "$FOUND_PATH$place"
  [ -s "$WORK/answer" ] || printf null >"$WORK/answer"
  print_answer
}

# Usage: backlog.sh labels list
# Summary: List task or project labels
#
#   --projects         Use project labels instead of task labels
#   --archived         Include archived records
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh labels list
#   backlog.sh labels list --projects
cmd_labels__list() {
  local plural=labels
  parse "" "--limit --cursor" "" "--projects --archived" "$@"
  resolve_settings
  require_token
  start_record
  set_options "--limit --cursor"
  if option --archived; then set_json includeArchived true; fi
  find_labels
  if option --projects; then plural=projectLabels; fi
  ask_page "$plural"
}

# Usage: backlog.sh labels show <label>
# Summary: Show a label
#
#   <label>     Label, by ID or name
#   --projects  Use a project label instead of a task label
#
# Examples:
#   backlog.sh labels show Bug
cmd_labels__show() {
  parse "<label>" "" "" "--projects" "$@"
  resolve_settings
  find_labels "${ARGS[0]}"
  ask GET "$FOUND_PATH"
  print_answer
}

# Usage: backlog.sh labels uses
# Summary: Count the tasks or projects with each label
#
#   --projects  Use project labels instead of task labels
#
# Examples:
#   backlog.sh labels uses
#   backlog.sh labels uses --projects
cmd_labels__uses() {
  parse "" "" "" "--projects" "$@"
  resolve_settings
  find_labels
  ask GET "$FOUND_PATH/uses"
  print_answer
}

# Usage: backlog.sh labels create <name>
# Summary: Create a label
#
#   <name>                Name
#   --projects            Use a project label instead of a task label
#   --color <color>       Color: gray, red, orange, yellow, green, teal, blue, indigo, purple, or pink
#   --description <text>  Description, such as when to use the label
#
# Examples:
#   backlog.sh labels create Security --color red
cmd_labels__create() {
  parse "<name>" "--color --description" "" "--projects" "$@"
  start_record
  set_text name "${ARGS[0]}"
  set_options "--color --description"
  resolve_settings
  find_labels
  ask POST "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh labels update <label>
# Summary: Update a label
#
#   <label>               Label, by ID or name
#   --projects            Use a project label instead of a task label
#   --name <name>         New name
#   --color <color>       Color: gray, red, orange, yellow, green, teal, blue, indigo, purple, or pink
#   --description <text>  Description, such as when to use the label
#
# Examples:
#   backlog.sh labels update Bug --name Defect
cmd_labels__update() {
  parse "<label>" "--name --color --description" "" "--projects" "$@"
  start_record
  set_options "--name --color --description"
  require_change
  resolve_settings
  find_labels "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh labels archive <label>
# Summary: Archive a label without removing it from tasks and projects
#
#   <label>     Label, by ID or name
#   --projects  Use a project label instead of a task label
#
# Examples:
#   backlog.sh labels archive label_01k0000000000000000000000
cmd_labels__archive() {
  parse "<label>" "" "" "--projects" "$@"
  resolve_settings
  find_labels "${ARGS[0]}"
  ask DELETE "$FOUND_PATH"
  [ -s "$WORK/answer" ] || printf null >"$WORK/answer"
  print_answer
}

# Usage: backlog.sh labels restore <label>
# Summary: Restore an archived label
#
#   <label>     Label, by ID or name
#   --projects  Use a project label instead of a task label
#
# Examples:
#   backlog.sh labels restore label_01k0000000000000000000000
cmd_labels__restore() {
  parse "<label>" "" "" "--projects" "$@"
  resolve_settings
  find_labels "${ARGS[0]}"
  ask POST "$FOUND_PATH/restore"
  print_answer
}

# Usage: backlog.sh labels merge <label> <into>
# Summary: Merge a label into another
#
#   <label>     Label, by ID or name
#   <into>      Label to merge into, by ID or name
#   --projects  Use project labels instead of task labels
#
# Examples:
#   backlog.sh labels merge Defect Bug
cmd_labels__merge() {
  parse "<label> <into>" "" "" "--projects" "$@"
  start_record
  set_text into "${ARGS[1]}"
  resolve_settings
  find_labels "${ARGS[0]}"
  ask POST "$FOUND_PATH/merge" "$WORK/record.json"
  print_answer
}

# Sets FOUND_PATH to the path of the task or project labels, or of one of them.
find_labels() {
  if option --projects; then find_path project-labels "$@"; else find_path labels "$@"; fi
}

# Usage: backlog.sh views list
# Summary: List saved views
#
#   --kind <kind>       Kind: task or project
#   --scope <scope>     Scope: personal, team, project, or workspace
#   --team-id <id>      Filter by team
#   --project-id <id>   Filter by project
#   --q <text>          Text to search for
#   --include-archived  Include archived records
#   --limit <n>         Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>   Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh views list --scope personal
cmd_views__list() {
  local values="--kind --scope --team-id --project-id --q --limit --cursor"
  parse "" "$values" "" "--include-archived" "$@"
  resolve_settings
  require_token
  start_record
  set_options "$values"
  if option --include-archived; then set_json includeArchived true; fi
  find_path views
  ask_page views
}

# Usage: backlog.sh views show <view>
# Summary: Show a saved view
#
#   <view>  View, by ID, key, or name
#
# Examples:
#   backlog.sh views show mine-by-deadline-635qm
cmd_views__show() {
  act_on_view GET "" "$@"
}

# Usage: backlog.sh views tasks <view>
# Summary: List the tasks in a view
#
#   <view>             View, by ID, key, or name
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh views tasks mine-by-deadline-635qm
cmd_views__tasks() {
  list_of "<view>" views /tasks tasks "" "" "$@"
}

# Usage: backlog.sh views projects <view>
# Summary: List the projects in a view
#
#   <view>             View, by ID, key, or name
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh views projects projects-by-target-9k2fm
cmd_views__projects() {
  list_of "<view>" views /projects projects "" "" "$@"
}

# ask_page COLLECTION: requests one page with --limit or --cursor, or else all pages.
ask_page() {
  if option --limit || option --cursor; then
    ask GET "$FOUND_PATH$(query)"
  else
    ask_all "$FOUND_PATH" "$1"
  fi
  print_answer
}

VIEW_TEXTS="--description --scope --team-id --project-id --layout --grouping --subgrouping --sorting --sub-tasks --density"
VIEW_VALUES="$VIEW_TEXTS --filters --hidden"

# Sets the fields of a view from options.
set_view_fields() {
  set_options "--name --kind $VIEW_TEXTS"
  if option --filters; then
    printf '%s' "$VALUE" | set_field filters 'split("&")
      | map(select(. != "") | split("=") | {(.[0]): (.[1:] | join("="))}) | add // {}'
  fi
  if option --hidden; then
    printf '%s' "$VALUE" | set_field hidden 'split(",") | map(select(. != ""))'
  fi
}

# Usage: backlog.sh views create --name <name>
# Summary: Create a view
#
#   --name <name>             Name (required)
#   --kind <kind>             Kind: task or project
#   --description <text>      Description
#   --scope <scope>           Scope: personal, team, project, or workspace
#   --team-id <id>            Team of the view
#   --project-id <id>         Project of the view
#   --layout <layout>         Layout: list or board
#   --filters <filters>       Filters, as in a list's URL, such as label=Bug&status=planned
#   --grouping <grouping>     Grouping, such as status, assignee, or none
#   --subgrouping <grouping>  Second grouping, within each group
#   --sorting <sort>          Sort order, such as -createdAt, -priority, or deadlineAt
#   --sub-tasks <place>       Placement of sub-tasks: beside or below
#   --hidden <parts>          Parts of rows to hide, comma-separated (an empty value shows all parts)
#   --density <density>       Density: comfortable or compact
#
# Examples:
#   backlog.sh views create --name "My bugs" --filters "label=Bug&assigneeId=me"
cmd_views__create() {
  parse "" "--name --kind $VIEW_VALUES" "" "" "$@"
  option --name || usage_failure "--name is required."
  start_record
  set_view_fields
  resolve_settings
  find_path views
  ask POST "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh views update <view>
# Summary: Update a view
#
#   <view>                    View, by ID, key, or name
#   --name <name>             Name
#   --description <text>      Description
#   --scope <scope>           Scope: personal, team, project, or workspace
#   --team-id <id>            Team of the view
#   --project-id <id>         Project of the view
#   --layout <layout>         Layout: list or board
#   --filters <filters>       Filters, as in a list's URL, such as label=Bug&status=planned
#   --grouping <grouping>     Grouping, such as status, assignee, or none
#   --subgrouping <grouping>  Second grouping, within each group
#   --sorting <sort>          Sort order, such as -createdAt, -priority, or deadlineAt
#   --sub-tasks <place>       Placement of sub-tasks: beside or below
#   --hidden <parts>          Parts of rows to hide, comma-separated (an empty value shows all parts)
#   --density <density>       Density: comfortable or compact
#   --clear-description       Remove the description
#
# Examples:
#   backlog.sh views update mine-by-deadline-635qm --sorting deadlineAt
cmd_views__update() {
  parse "<view>" "--name $VIEW_VALUES" "" "--clear-description" "$@"
  start_record
  if option --clear-description; then
    if option --description; then bad_value "Use either --description or --clear-description."; fi
    set_json description null
  fi
  set_view_fields
  require_change
  resolve_settings
  find_path views "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh views undo <view>
# Summary: Undo your last change to a view
#
#   <view>  View, by ID, key, or name
#
# Examples:
#   backlog.sh views undo mine-by-deadline-635qm
cmd_views__undo() {
  act_on_view POST /undo "$@"
}

# Usage: backlog.sh views archive <view>
# Summary: Archive a view
#
#   <view>  View, by ID, key, or name
#
# Examples:
#   backlog.sh views archive mine-by-deadline-635qm
cmd_views__archive() {
  act_on_view DELETE "" "$@"
}

# Usage: backlog.sh views restore <view>
# Summary: Restore an archived view
#
#   <view>  View, by ID, key, or name
#
# Examples:
#   backlog.sh views restore mine-by-deadline-635qm
cmd_views__restore() {
  act_on_view POST /restore "$@"
}

# Usage: backlog.sh views subscribe <view>
# Summary: Subscribe to a view
#
#   <view>  View, by ID, key, or name
#
# Examples:
#   backlog.sh views subscribe mine-by-deadline-635qm
cmd_views__subscribe() {
  act_on_view PUT /subscription "$@"
}

# Usage: backlog.sh views unsubscribe <view>
# Summary: Unsubscribe from a view
#
#   <view>  View, by ID, key, or name
#
# Examples:
#   backlog.sh views unsubscribe mine-by-deadline-635qm
cmd_views__unsubscribe() {
  act_on_view DELETE /subscription "$@"
}

# act_on_view METHOD PLACE "$@": performs an action on a view, and prints the view.
act_on_view() {
  local method=$1 place=$2
  shift 2
  parse "<view>" "" "" "" "$@"
  resolve_settings
  find_path views "${ARGS[0]}"
  ask "$method" "$FOUND_PATH$place"
  [ -s "$WORK/answer" ] || printf null >"$WORK/answer"
  print_answer
}

# Usage: backlog.sh templates list
# Summary: List task or project templates
#
#   --projects          Use project templates instead of task templates
#   --include-archived  Include archived records
#   --limit <n>         Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>   Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh templates list
#   backlog.sh templates list --projects
cmd_templates__list() {
  local kind=task
  parse "" "--limit --cursor" "" "--projects --include-archived" "$@"
  resolve_settings
  require_token
  start_record
  set_options "--include-archived --limit --cursor"
  if option --projects; then kind=project; fi
  find_path "$kind-templates"
  ask_page "${kind}Templates"
}

# Usage: backlog.sh templates show <template>
# Summary: Show a template
#
#   <template>  Template, by ID (task templates also by name)
#   --projects  Use a project template instead of a task template
#
# Examples:
#   backlog.sh templates show Repair
#   backlog.sh templates show ptmpl_01k0000000000000000000000 --projects
cmd_templates__show() {
  local kind=task
  parse "<template>" "" "" "--projects" "$@"
  resolve_settings
  if option --projects; then kind=project; fi
  find_path "$kind-templates" "${ARGS[0]}"
  ask GET "$FOUND_PATH"
  print_answer
}

# Usage: backlog.sh workflows list
# Summary: List workflows with their states
#
#   --include-archived  Include archived records
#   --limit <n>         Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>   Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh workflows list
cmd_workflows__list() {
  list_of "" workflows "" workflows "" --include-archived "$@"
}

# Usage: backlog.sh workflows show <workflow>
# Summary: Show a workflow with its states
#
#   <workflow>  Workflow, by ID or name
#
# Examples:
#   backlog.sh workflows show Default
cmd_workflows__show() {
  show_one "<workflow>" workflows "" "$@"
}

# Usage: backlog.sh favorites list
# Summary: List your favorites in the order you set
#
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh favorites list
cmd_favorites__list() {
  list_pages favorites favorites "$@"
}

# Usage: backlog.sh favorites add <kind> <id>
# Summary: Add or move a favorite
#
#   <kind>          Kind of record: task, project, view, or team
#   <id>            Record, by ID, key, reference, or name
#   --position <n>  Position, starting at 0 (by default, a new favorite comes first)
#
# Examples:
#   backlog.sh favorites add task ENG-123
#   backlog.sh favorites add project WEB --position 0
cmd_favorites__add() {
  local number='^(0|[1-9][0-9]{0,5})$'
  parse "<kind> <id>" "--position" "" "" "$@"
  start_record
  if option --position; then
    [[ $VALUE =~ $number ]] || bad_value "--position must be a whole number, 0 or greater."
    set_json position "$VALUE"
  fi
  resolve_settings
  find_favorite
  ask PUT "$FOUND_PATH" "$WORK/record.json"
  print_json -n '{favorite: true}'
}

# Usage: backlog.sh favorites add-tasks <tasks>
# Summary: Add several tasks to your favorites (all or nothing)
#
#   <tasks>  Task IDs or references, comma-separated, such as ENG-123,ENG-124
#
# Examples:
#   backlog.sh favorites add-tasks ENG-123,ENG-124
cmd_favorites__add_tasks() {
  change_own favorites /tasks '{favorite: true}' "$@"
}

# Usage: backlog.sh favorites remove-tasks <tasks>
# Summary: Remove several tasks from your favorites (all or nothing)
#
#   <tasks>  Task IDs or references, comma-separated, such as ENG-123,ENG-124
#
# Examples:
#   backlog.sh favorites remove-tasks ENG-123,ENG-124
cmd_favorites__remove_tasks() {
  change_own favorites /tasks '{favorite: false}' "$@"
}

# Usage: backlog.sh favorites remove <kind> <id>
# Summary: Remove a favorite
#
#   <kind>  Kind of record: task, project, view, or team
#   <id>    Record, by ID, key, reference, or name
#
# Examples:
#   backlog.sh favorites remove task ENG-123
cmd_favorites__remove() {
  parse "<kind> <id>" "" "" "" "$@"
  resolve_settings
  find_favorite
  ask DELETE "$FOUND_PATH"
  print_json -n '{favorite: false}'
}

# Sets FOUND_PATH to the path of the favorite in the arguments.
find_favorite() {
  find_path favorites "${ARGS[0]}"
  FOUND_PATH="$FOUND_PATH/$(jq -nr --arg id "${ARGS[1]}" '$id | @uri')"
}

# Usage: backlog.sh sessions list
# Summary: List your sessions
#
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh sessions list
cmd_sessions__list() {
  list_pages /sessions sessions "$@"
}

# Usage: backlog.sh sessions revoke <session>
# Summary: End a session
#
#   <session>  Session ID
#
# Examples:
#   backlog.sh sessions revoke sess_01k0000000000000000000000
cmd_sessions__revoke() {
  parse "<session>" "" "" "" "$@"
  resolve_settings
  ask DELETE "/sessions/$(jq -nr --arg id "${ARGS[0]}" '$id | @uri')"
  print_json -n '{revoked: true}'
}

# Usage: backlog.sh sessions revoke-others
# Summary: End all your other sessions
#
# Examples:
#   backlog.sh sessions revoke-others
cmd_sessions__revoke_others() {
  parse "" "" "" "" "$@"
  resolve_settings
  ask POST /sessions/revoke-others
  print_answer
}

# Usage: backlog.sh pat list
# Summary: List your personal access tokens
#
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh pat list
cmd_pat__list() {
  list_pages /personal-access-tokens credentials "$@"
}

# Usage: backlog.sh pat create --label <label>
# Summary: Create a personal access token and show it once
#
#   --label <label>        Name of the token (required)
#   --scope <scope>        Scope, such as tasks.read (repeatable)
#   --expires-in-days <n>  Days until the token expires, or "never" (default: 90)
#   --use                  Store the token in the profile and use it, instead of showing it
#
# Examples:
#   backlog.sh pat create --label "Build server" --scope tasks.read --expires-in-days 30
cmd_pat__create() {
  local days='^([1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-5]|never)$'
  parse "" "--label --expires-in-days" "--scope" "--use" "$@"
  option --label || usage_failure "--label is required."
  start_record
  set_options --label
  set_list --scope scopes
  if option --expires-in-days; then
    [[ $VALUE =~ $days ]] || bad_value "--expires-in-days must be a whole number from 1 to 365, or never."
    set_json expiresInDays "${VALUE/never/null}"
  fi
  resolve_settings
  if option --use; then require_writable; fi
  ask POST /personal-access-tokens "$WORK/record.json"
  if option --use; then keep_issued token; fi
  print_answer
}

# Usage: backlog.sh pat revoke <credentialId>
# Summary: Revoke a personal access token
#
#   <credentialId>  Token, by ID or label, from "backlog.sh pat list"
#
# Examples:
#   backlog.sh pat revoke cred_01k0000000000000000000000
#   backlog.sh pat revoke "Build server"
cmd_pat__revoke() {
  parse "<credentialId>" "" "" "" "$@"
  resolve_settings
  ask DELETE "/personal-access-tokens/$(jq -nr --arg id "${ARGS[0]}" '$id | @uri')"
  print_json -n '{revoked: true}'
}

# Usage: backlog.sh admin members list
# Summary: List people and agents
#
#   --role <role>      Role: owner, admin, or member
#   --kind <kind>      Kind: human or agent
#   --team-id <id>     Filter by team
#   --q <text>         Text to search for
#   --include-removed  Include former members
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh admin members list
cmd_admin__members__list() {
  local values="--role --kind --team-id --q --limit --cursor"
  parse "" "$values" "" "--include-removed" "$@"
  resolve_settings
  require_token
  start_record
  set_options "$values --include-removed"
  find_path members
  ask_page members
}

# Usage: backlog.sh admin members update <member>
# Summary: Change a member's role, or suspend them
#
#   <member>       Member, by username, name, or profile ID
#   --role <role>  Role: owner, admin, or member
#   --suspend      Suspend the member, but keep their work
#   --unsuspend    Unsuspend the member
#
# Examples:
#   backlog.sh admin members update bea --role admin
cmd_admin__members__update() {
  parse "<member>" "--role" "" "--suspend --unsuspend" "$@"
  start_record
  set_options --role
  set_suspension
  require_change
  resolve_settings
  find_path members "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh admin members remove <member>
# Summary: Remove a member, but keep their work and name
#
#   <member>  Member, by username, name, or profile ID
#
# Examples:
#   backlog.sh admin members remove bea
cmd_admin__members__remove() {
  shelve members "<member>" DELETE "" "$@"
}

# Usage: backlog.sh admin invitations list
# Summary: List invitations
#
#   --status <status>  Status: pending, accepted, declined, revoked, or expired
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh admin invitations list
#   backlog.sh admin invitations list --status pending
cmd_admin__invitations__list() {
  list_of "" invitations "" invitations --status "" "$@"
}

# Usage: backlog.sh admin invitations create
# Summary: Invite several people by email (all or nothing)
#
#   --email <address>   Email address to invite (repeatable)
#   --role <role>       Role: owner, admin, or member
#   --team-id <id>      Team to add the person to (repeatable)
#   --team-role <role>  Role: lead, member, or commentator
#
# Examples:
#   backlog.sh admin invitations create --email bea@example.com
cmd_admin__invitations__create() {
  parse "" "--role --team-role" "--email --team-id" "" "$@"
  start_record
  option --email || usage_failure "--email is required."
  set_list --email emails
  set_options --role
  set_invited_teams
  resolve_settings
  find_path invitations
  ask POST "$FOUND_PATH/many" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh admin invitations resend <invitation>
# Summary: Resend an invitation and renew it for 14 days
#
#   <invitation>  Invitation ID
#
# Examples:
#   backlog.sh admin invitations resend inv_01k0000000000000000000000
cmd_admin__invitations__resend() {
  shelve invitations "<invitation>" POST /resend "$@"
}

# Usage: backlog.sh admin invitations revoke <invitation>
# Summary: Revoke an invitation
#
#   <invitation>  Invitation ID
#
# Examples:
#   backlog.sh admin invitations revoke inv_01k0000000000000000000000
cmd_admin__invitations__revoke() {
  shelve invitations "<invitation>" DELETE "" "$@"
}

# Sets the teams of an invitation, all with the same role.
set_invited_teams() {
  local role=""
  option --team-id || return 0
  if option --team-role; then role=$VALUE; fi
  set_list --team-id teams
  jq --arg role "$role" '.teams |= map({teamId: .} + (if $role == "" then {} else {role: $role} end))' \
    "$WORK/record.json" >"$WORK/record.next"
  mv -f "$WORK/record.next" "$WORK/record.json"
}

# Usage: backlog.sh admin automations list
# Summary: List automations
#
#   --limit <n>        Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>  Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh admin automations list
cmd_admin__automations__list() {
  list_pages automations automations "$@"
}

# Usage: backlog.sh admin automations show <automation>
# Summary: Show an automation
#
#   <automation>  Automation, by ID or name
#
# Examples:
#   backlog.sh admin automations show auto_01k0000000000000000000000
cmd_admin__automations__show() {
  show_one "<automation>" automations "" "$@"
}

# Usage: backlog.sh admin automations create --name <name>
# Summary: Create an automation and show its secret once
#
#   --name <name>               Name (required)
#   --description <text>        Description
#   --provider-type <type>      Provider, such as github
#   --team-id <id>              Team to grant access to (repeatable)
#   --scope <scope>             Scope, such as tasks.read (repeatable)
#   --credential-label <label>  Name of the secret
#   --use                       Store the secret in the profile and use it, instead of showing it
#
# Examples:
#   backlog.sh admin automations create --name Deployer --scope tasks.read --scope tasks.write --use
cmd_admin__automations__create() {
  local texts="--name --description --provider-type --credential-label"
  parse "" "$texts" "--team-id --scope" "--use" "$@"
  option --name || usage_failure "--name is required."
  start_record
  set_options "$texts"
  set_list --team-id teamIds
  set_list --scope scopes
  resolve_settings
  find_path automations
  if option --use; then require_writable; fi
  ask POST "$FOUND_PATH" "$WORK/record.json"
  if option --use; then keep_issued secret; fi
  print_answer
}

# Usage: backlog.sh admin automations update <automation>
# Summary: Update an automation
#
#   <automation>          Automation, by ID or name
#   --name <name>         Name
#   --description <text>  Description
#   --clear-description   Remove the description
#   --team-id <id>        Team to grant access to; replaces the current teams (repeatable)
#   --scope <scope>       Scope, such as tasks.read; replaces the current scopes (repeatable)
#   --suspend             Suspend the automation
#   --unsuspend           Unsuspend the automation
#
# Examples:
#   backlog.sh admin automations update auto_01k0000000000000000000000 --suspend
cmd_admin__automations__update() {
  parse "<automation>" "--name --description" "--team-id --scope" "--clear-description --suspend --unsuspend" "$@"
  start_record
  set_options "--name --description"
  if option --clear-description; then
    if option --description; then bad_value "Use either --description or --clear-description."; fi
    set_json description null
  fi
  set_list --team-id teamIds
  set_list --scope scopes
  set_suspension
  require_change
  resolve_settings
  find_path automations "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh admin automations rotate <automation>
# Summary: Rotate an automation's secret and show the new secret once
#
#   <automation>                Automation, by ID or name
#   --credential-label <label>  Name of the new secret
#   --use                       Store the secret in the profile and use it, instead of showing it
#
# Examples:
#   backlog.sh admin automations rotate auto_01k0000000000000000000000 --use
cmd_admin__automations__rotate() {
  parse "<automation>" "--credential-label" "" "--use" "$@"
  start_record
  set_options --credential-label
  resolve_settings
  find_path automations "${ARGS[0]}"
  if option --use; then require_writable; fi
  ask POST "$FOUND_PATH/rotate-secret" "$WORK/record.json"
  if option --use; then keep_issued secret; fi
  print_answer
}

# Usage: backlog.sh admin agents list
# Summary: List agents
#
#   --automation-id <id>  Filter by automation
#   --limit <n>           Maximum number of records, up to 250 (default: all)
#   --cursor <cursor>     Cursor of the next page, from nextCursor
#
# Examples:
#   backlog.sh admin agents list
cmd_admin__agents__list() {
  parse "" "--automation-id --installation-id --limit --cursor" "" "" "$@"
  resolve_settings
  require_token
  start_record
  set_automation
  set_options "--limit --cursor"
  find_path agents
  ask_page agents
}

# Usage: backlog.sh admin agents show <agent>
# Summary: Show an agent
#
#   <agent>  Agent, by ID, username, or name
#
# Examples:
#   backlog.sh admin agents show agent_01k0000000000000000000000
cmd_admin__agents__show() {
  show_one "<agent>" agents "" "$@"
}

# Sets the automation from either name of its option.
set_automation() {
  if option --installation-id; then
    set_text automationId "$VALUE"
    if option --automation-id; then usage_failure "Use --automation-id only once."; fi
  fi
  set_options --automation-id
}

# Usage: backlog.sh admin agents create --automation-id <id> --name <name>
# Summary: Create an agent for an automation
#
#   --automation-id <id>  Automation the agent belongs to (required)
#   --name <name>         Name (required)
#   --team-id <id>        Team to grant access to (repeatable)
#   --role <role>         Role: member or commentator
#   --use                 Act as the new agent
#
# Examples:
#   backlog.sh admin agents create --automation-id auto_01k0000000000000000000000 --name Robo
cmd_admin__agents__create() {
  parse "" "--automation-id --installation-id --name --role" "--team-id" "--use" "$@"
  start_record
  set_automation
  if ! option --automation-id && ! option --installation-id; then usage_failure "--automation-id is required."; fi
  option --name || usage_failure "--name is required."
  set_options "--name --role"
  set_list --team-id teamIds
  resolve_settings
  find_path agents
  if option --use; then require_writable; fi
  ask POST "$FOUND_PATH" "$WORK/record.json"
  if option --use; then
    CONFIG_AGENT_ID=$(jq -r '.agent.profileId // ""' "$WORK/answer")
    write_config
  fi
  print_answer
}

# Usage: backlog.sh admin agents update <agent>
# Summary: Update an agent
#
#   <agent>         Agent, by ID, username, or name
#   --name <name>   Name
#   --team-id <id>  Team to grant access to; replaces the current teams (repeatable)
#   --role <role>   Role: member or commentator
#   --suspend       Suspend the agent
#   --unsuspend     Unsuspend the agent
#
# Examples:
#   backlog.sh admin agents update agent_01k0000000000000000000000 --role commentator
cmd_admin__agents__update() {
  parse "<agent>" "--name --role" "--team-id" "--suspend --unsuspend" "$@"
  start_record
  set_options "--name --role"
  set_list --team-id teamIds
  set_suspension
  require_change
  resolve_settings
  find_path agents "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh search <q>
# Summary: Search for tasks, projects, people, teams, and views
#
#   <q>              Search text; prefix with @ for people, $ for projects, or # for tasks
#   --scope <kinds>  Kinds: all, tasks, projects, people, teams, or views
#   --limit <n>      Maximum number of results, up to 50 (default: 20)
#
# Examples:
#   backlog.sh search "broken gate"
#   backlog.sh search "@bea" --scope people
cmd_search() {
  parse "<q>" "--scope --limit" "" "" "$@"
  resolve_settings
  start_record
  set_text q "${ARGS[0]}"
  set_options "--scope --limit"
  find_path search
  ask GET "$FOUND_PATH$(query)"
  print_answer
}

# Usage: backlog.sh open <what>
# Summary: Open a task or project in the browser, or print its URL when piped
#
#   <what>  Task or project, by ID, reference, or key, such as ENG-123 or WEB
#
# Examples:
#   backlog.sh open ENG-123
#   backlog.sh open WEB
cmd_open() {
  parse "<what>" "" "" "" "$@"
  local noun=projects opener=xdg-open pattern='^task_|-[0-9]+$'
  if [[ ${ARGS[0]} =~ $pattern ]]; then noun=tasks; fi
  resolve_settings
  find_path "$noun" "${ARGS[0]}"
  ask GET "$FOUND_PATH"
  jq '{url: ((.task // .project).url // "")}' "$WORK/answer" >"$WORK/url"
  if [ -t 1 ] && [ -z "$FLAG_JSON$FLAG_COMPACT$FLAG_QUIET" ] && jq -e '.url | test("^https?:")' "$WORK/url" >/dev/null; then
    if command -v open >/dev/null 2>&1 && [ "$(uname -s)" = Darwin ]; then opener=open; fi
    "$opener" "$(jq -r .url "$WORK/url")" >/dev/null 2>&1 ||
      printf '%s\n' "Can't open a browser. Open the URL yourself." >&2
  fi
  print_json . "$WORK/url"
}

# Usage: backlog.sh prime
# Summary: Print instructions for an agent: profile, terms, commands, and tasks
#
# Examples:
#   backlog.sh prime
cmd_prime() {
  local shortly
  parse "" "" "" "" "$@"
  resolve_settings
  start_record
  if [ -n "$WORKSPACE_ID" ]; then
    find_called "$WORKSPACE_ID"
    set_text workspaceId "$WORKSPACE_ID"
  fi
  ask GET "/me$(query)"
  mv -f "$WORK/answer" "$WORK/me"
  find_path teams
  ask GET "$FOUND_PATH?limit=20"
  mv -f "$WORK/answer" "$WORK/teams"
  find_path tasks
  ask GET "$FOUND_PATH?assigneeId=me&status=planned%2Cprogressed&sort=-priority&limit=10"
  shortly='def short: (. // "") | tostring | gsub("[\\p{Cc}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+"; " ") | .[:100];'
  printf '# Backlog\n\n'
  jq -r "$shortly"'
    "You are \(((.member.name // .viewer.name) | short) | if . == "" then "an automation" else . end)"
    + (if .member.username then " (@\(.member.username | short))" else "" end)
    + (if .member.role then ", \(.member.role | short)" else "" end) + ", in \(.workspace.name | short).",
    "Scopes of your token (\(.principal.tokenKind | short)): \([.principal.scopes[]? | short] | join(", "))."' "$WORK/me"
  cat <<'EOF'

## Terms

- A task has a reference (ENG-123, usable wherever an ID is), a team, a title, a status, and a priority.
  It can have a description in Markdown, project, milestone, assignee, deadline, parent, and tags.
- Statuses: backlogged, planned, progressed, completed, cancelled.
  Priorities: none, low, medium, high, urgent.
- Lists hide a draft until it is published. Archived records can be restored.
- Refer to teams and projects by key or name, and to people by username or name. "me" is you.
EOF
  jq -r "$shortly"' "- Teams: \([.teams[] | "\(.key | short) (\(.name | short))"] | join(", "))."' "$WORK/teams"
  cat <<'EOF'

## Commands (after the program's name)

- tasks list --assignee-id me --status planned,progressed
- tasks show ENG-123
- tasks create --team-id ENG --title "Mend the gate" --description - < text.md
- tasks update ENG-123 --status progressed --assignee-id me
- tasks comment ENG-123 "What I found"
- tasks update-many ENG-123,ENG-124 --add-tag Bug
- tasks undo ENG-123 (undoes your last change to the task, except comments)
- projects list --status active
- inbox list
- search "broken gate"
- help topics (lists guides)

Every command has --help with examples. When piped, every command except this one and help prints JSON.
--compact prints one record per line, --quiet only references and IDs.
Exit codes: 0 success, 1 failure, 2 invalid use, 4 not signed in. Errors say what to do.

## Ready for you

EOF
  jq -r "$shortly"'
    if .tasks == [] then "No open tasks are assigned to you." else .tasks[]
      | "- \(.reference | short) (\(.status), \(.priority)\(if .deadlineAt then ", deadline \(.deadlineAt)" else "" end)) \(.title | short)"
    end' "$WORK/answer"
}

# Usage: backlog.sh watch
# Summary: Stream changes to tasks and projects, one per line, until stopped
#
#   --team-id <ids>  Filter by any of these teams, comma-separated
#   --count <n>      Stop after this many lines
#
# Examples:
#   backlog.sh watch --team-id ENG
#   backlog.sh watch --count 1
cmd_watch() {
  parse "" "--team-id --count" "" "" "$@"
  local number='^(0|[1-9][0-9]{0,8})$'
  LEFT=-1
  if option --count; then
    [[ $VALUE =~ $number ]] || bad_value "--count must be a whole number, 0 or greater."
    LEFT=$VALUE
  fi
  [ "$LEFT" -ne 0 ] || return 0
  resolve_settings
  require_token
  start_record
  set_options --team-id
  find_path activity
  follow "$FOUND_PATH$(query)"
}

# follow PATH: prints each event of a stream once, across lost connections and restarts of the server. Ends after LEFT
# events. The first connection isn't retried.
follow() {
  local rest=1 opened="" cut=""
  LAST_EVENT=""
  while true; do
    if open_stream "$1"; then
      if [ -n "$cut" ]; then printf '%s can be reached again.\n' "$BASE_URL" >&2; fi
      opened=yes cut="" rest=1
      hear
      [ "$LEFT" -ne 0 ] || return 0
      close_stream
    elif [ "$STATUS" = 401 ] && is_renewable; then
      renew "$TOKEN"
      continue
    else
      case "$opened$STATUS" in
        yes | yes408 | yes429 | yes50[0234])
          if [ -z "$cut" ]; then printf "%s can't be reached. Retrying…\n" "$BASE_URL" >&2; fi
          cut=yes
          ;;
        "") unreached ;;
        *)
          require_success
          fail "$BASE_URL doesn't stream changes. The server might be an older version."
          ;;
      esac
    fi
    sleep "$rest"
    rest=$((rest * 2))
    [ "$rest" -le 30 ] || rest=30
  done
}

# open_stream PATH: opens a stream after LAST_EVENT, at descriptor 3. Without a stream, fails and sets STATUS, which is
# empty without a response, and writes the response to $WORK/answer.
open_stream() {
  local first=""
  STATUS="" REDIRECT=""
  rm -f "$WORK/stream"
  mkfifo "$WORK/stream"
  # Open both ends at once, because bash 3.2 stops waiting for the other one when a child process ends
  exec 4<>"$WORK/stream"
  exec 3<"$WORK/stream"
  : >"$WORK/head"
  : >"$WORK/answer"
  {
    ACCEPT=text/event-stream request GET "$1" "$TOKEN"
    if [ -n "$LAST_EVENT" ]; then printf 'header = "Last-Event-ID: %s"\n' "$LAST_EVENT"; fi
  } | curl -q --config - --proto '=http,https' --max-redirs 0 --silent --no-buffer --globoff --connect-timeout "$PATIENCE" --dump-header "$WORK/head" >&4 2>/dev/null 3<&- 4>&- &
  STREAMING=$!
  exec 4>&-
  # Skip the stream's first line, the reconnection time
  IFS= read -r -t "$PATIENCE" first <&3 || true
  STATUS=$(sed -nE 's/^HTTP[^ ]* ([0-9]{3}).*/\1/p' "$WORK/head" | tail -n 1)
  if [ "$STATUS" = 200 ] && grep -qi '^content-type: *text/event-stream' "$WORK/head"; then return 0; fi
  REDIRECT=$(sed -nE 's/^[Ll]ocation: *([^[:space:]]*).*/\1/p' "$WORK/head" | tail -n 1)
  if [ -n "$STATUS" ]; then
    {
      printf '%s\n' "$first"
      head -c 1000000 <&3
    } >"$WORK/answer"
  fi
  close_stream
  return 1
}

close_stream() {
  exec 3<&-
  kill "$STREAMING" 2>/dev/null || true
  wait "$STREAMING" 2>/dev/null || true
  STREAMING=""
}

# Prints the events of an open stream until it ends. The server sends something every 20 seconds, so a minute of silence
# means a lost connection.
hear() {
  local line id="" event="" data=""
  while IFS= read -r -t 60 line <&3; do
    line=${line%$'\r'}
    case "$line" in
      "id: "*) id=${line#id: } ;;
      "event: "*) event=${line#event: } ;;
      "data: "*) data=${line#data: } ;;
      "")
        if [ -n "$data" ] && [ -z "$event" ]; then
          printf '%s' "$data" >"$WORK/change"
          jq -e '.kind | type == "string"' "$WORK/change" >/dev/null 2>&1 ||
            fail "$BASE_URL sent an unknown event. Check the address."
          print_json -c . "$WORK/change"
          LEFT=$((LEFT - 1))
        fi
        case "$id" in
          "" | *[!A-Za-z0-9_-]*) ;;
          *) LAST_EVENT=$id ;;
        esac
        [ "$LEFT" -ne 0 ] || return 0
        id="" event="" data=""
        ;;
    esac
  done
}

# Usage: backlog.sh api <method> <path> [json]
# Summary: Make an authenticated API request
#
#   <method>  HTTP method: GET, POST, PATCH, PUT, or DELETE
#   <path>    Path after /api/v1; {workspaceId} is the current workspace
#   [json]    Request body, a JSON object; - reads standard input
#
# Examples:
#   backlog.sh api GET /me
#   backlog.sh api GET '/workspaces/{workspaceId}/tasks?status=planned&limit=5'
#   backlog.sh api POST '/workspaces/{workspaceId}/labels' '{"name": "Security"}'
cmd_api() {
  parse "<method> <path> [json]" "" "" "" "$@"
  local method path=${ARGS[1]} body="" pattern=$'^/[A-Za-z0-9/_.~%?&=:@!$\'()*+,;{}-]*$'
  method=$(printf '%s' "${ARGS[0]}" | tr '[:lower:]' '[:upper:]')
  case "$method" in
    GET | POST | PATCH | PUT | DELETE) ;;
    *) bad_value "Use GET, POST, PATCH, PUT, or DELETE as the method." ;;
  esac
  if [ "${#ARGS[@]}" -gt 2 ]; then
    body="$WORK/body.json"
    if [ "${ARGS[2]}" = - ]; then read_input && body="$WORK/input"; else printf '%s' "${ARGS[2]}" >"$body"; fi
    [ "$(jq -s 'length == 1 and (.[0] | type) == "object"' "$body" 2>/dev/null)" = true ] ||
      bad_value "Use a JSON object as the body, such as '{\"title\": \"Mend the gate\"}'."
    [ "$method" != GET ] || bad_value "A GET request can't have a body. Put the values in the query string."
  fi
  resolve_settings
  [[ $path =~ $pattern ]] ||
    bad_value "Use a path that starts with a slash, such as /me, and encode special characters, such as %20."
  case "$path" in
    *"{workspaceId}"*)
      find_path ""
      FOUND_PATH=${FOUND_PATH#/workspaces/}
      path=${path//"{workspaceId}"/"${FOUND_PATH%/}"}
      ;;
  esac
  ask "$method" "$path" "$body"
  [ -s "$WORK/answer" ] || printf null >"$WORK/answer"
  print_answer
}

# Usage: backlog.sh help <topic>
# Summary: Print a guide from the docs, or a command's help
#
#   <topic>  Command, or guide by path or last part of the path; "topics" lists all guides
#
# Examples:
#   backlog.sh help topics
#   backlog.sh help cli/task/create
cmd_help() {
  parse "<topic>" "" "" "" "$@"
  local topic=${ARGS[0]} paths similar
  resolve_settings
  BELOW=/docs
  read_docs /llms.txt
  sed -nE 's|^- \[(.+)\]\([^ ]*/docs/([^ ]+)\.md\): .*|\2 \1|p' "$WORK/answer" >"$WORK/topics"
  if [ "$topic" = topics ]; then
    sed -E 's/^([^ ]+) /- \1: /' "$WORK/topics" | print_text
    return
  fi
  topic=${topic#/}
  topic=${topic#docs/}
  topic=${topic%.md}
  paths=$(ASKED=$topic awk '
    $1 == ENVIRON["ASKED"] { own = $1; exit }
    { ending = "/" ENVIRON["ASKED"] }
    length($1) > length(ending) && substr($1, length($1) - length(ending) + 1) == ending {
      if ($1 ~ /^cli\//) own = own (own ? ", " : "") $1
      else found = found (found ? ", " : "") $1
    }
    END { print own ? own : found }' "$WORK/topics")
  case "$paths" in
    "")
      COMMAND=""
      similar=$(commands_known | meant "${ARGS[0]}")
      bad_value "There is no command or topic \"${ARGS[0]}\".$similar List commands with \"backlog.sh --help\", and topics with \"backlog.sh help topics\"."
      ;;
    *,*) bad_value "Several topics end with \"${ARGS[0]}\". Use one of these: $paths." ;;
  esac
  read_docs "/$paths.md"
  print_text <"$WORK/answer"
}

# read_docs PATH: writes a file of the server's docs to $WORK/answer.
read_docs() {
  ACCEPT="text/markdown, text/plain" send GET "$1" ""
  [ "$STATUS" = 200 ] ||
    fail "$BASE_URL returned status $STATUS instead of its docs. Open $BASE_URL/docs in a browser."
}

# Prints text without characters that control a terminal or reverse its text.
print_text() {
  jq -Rr 'gsub("(?!\t)[\\p{Cc}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+"; "")'
}

# ---- Help -----------------------------------------------------------------------------------------------------

# Prints help from the comments in this file: one command's, or the list of commands.
show_help() {
  local script=${BASH_SOURCE[0]} function=cmd
  [ -r "$script" ] || fail "To show help, the script must be in a file. Save the script to a file, and run that file."
  if [ -n "$COMMAND" ]; then
    function="cmd_${COMMAND// /__}"
    function=${function//-/_}
  fi
  if declare -F "$function" >/dev/null; then
    awk -v start="$function() {" '
      $0 == start { printf "%s", block; exit }
      /^#/ { line = $0; sub(/^# ?/, "", line); sub(/^Summary: /, "\n", line); block = block line "\n"; next }
      { block = "" }' "$script"
  else
    printf 'Usage: backlog.sh%s <command>\n\nCommands:\n' "${COMMAND:+ $COMMAND}"
    awk -v prefix="backlog.sh ${COMMAND:+$COMMAND }" '
      /^# Usage: / { usage = substr($0, 10); sub(/ [-<[].*/, "", usage) }
      /^# Summary: / && index(usage " ", prefix) == 1 { printf "  %-26s%s\n", substr(usage, 12), substr($0, 12) }' "$script"
    printf '\nYou can also type ls for list, and view for show.\n'
  fi
  cat <<'EOF'

Global flags:
  --profile <name>     Use this profile instead of the default
  --base-url <url>     Use this server
  --token <token>      Use this token instead of the stored token
  --workspace-id <id>  Use this workspace, by ID or name
  --json               Print JSON (the default)
  --compact            Print one JSON record per line, without empty or long fields
  --quiet              Print only references and IDs, one per line
  -h, --help           Show this help
EOF
  exit 0
}

# ---- Finding the command --------------------------------------------------------------------------------------

# has_group FUNCTION: succeeds if a command starts with these words. compgen is missing in some builds of bash.
has_group() {
  case "$(declare -F)" in *" $1__"*) ;; *) return 1 ;; esac
}

# Succeeds for `help` with a command, such as `help tasks list` or `help "tasks list"`. One other word is a topic.
asks_command_help() {
  [ "${1:-}" = help ] || return 1
  [ $# -gt 1 ] || return 0
  case "$2" in
    -*) return 1 ;;
    *" "*) return 0 ;;
    *[!a-z-]*) ;;
    *) if declare -F "cmd_${2//-/_}" >/dev/null || has_group "cmd_${2//-/_}"; then return 0; fi ;;
  esac
  case "${3:--}" in -*) return 1 ;; esac
}

main() {
  local function=cmd name words=()
  if asks_command_help "$@"; then
    shift
    IFS=' ' read -r -a words <<<"${1:-}"
    if [ "${#words[@]}" -gt 0 ]; then
      shift
      set -- "${words[@]}" "$@"
    fi
    set -- "$@" --help
  fi
  while [ $# -gt 0 ]; do
    take_global "$@"
    if [ "$TAKEN" -gt 0 ]; then
      shift "$TAKEN"
      continue
    fi
    case "$1" in
      -h | --help) show_help ;;
      --version)
        printf '%s\n' "$BACKLOG_VERSION"
        return
        ;;
      -*) usage_failure "Unknown option $1.$(options_known | meant "$1")" ;;
    esac
    if [ -n "$COMMAND" ]; then
      # Other accepted names of commands, as in similar tools
      case "$1" in
        ls) name=list ;;
        view) name=show ;;
        *) name="" ;;
      esac
      if [ -n "$name" ] && declare -F "${function}__$name" >/dev/null; then
        shift
        set -- "$name" "$@"
      fi
    fi
    function="${function}${COMMAND:+_}_${1//-/_}"
    case "$1" in
      *[!a-z-]*) function=none ;;
    esac
    if ! declare -F "$function" >/dev/null && ! has_group "$function"; then
      usage_failure "Unknown command \"${COMMAND:+$COMMAND }$1\".$(commands_known | meant "$1")"
    fi
    COMMAND="${COMMAND:+$COMMAND }$1"
    shift
    if declare -F "$function" >/dev/null; then
      "$function" "$@"
      return
    fi
  done
  show_help
}

main "$@"
