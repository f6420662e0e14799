#!/usr/bin/env bash
#
# Backlog from the terminal: one file, which needs bash (3.2 or newer), curl and jq.
#
# A command is a function: `tasks list` is cmd_tasks__list. The comment above it is its help, and `main`, at the
# end, finds it. Everything that is printed on standard output is JSON. Exit codes: 0 done, 1 failed, 2 used
# wrongly, 4 not signed in. What is kept in a profile is shared with the binary, `backlog`. NO_COLOR turns the colours
# of a terminal off (https://no-color.org).

set -euo pipefail
set -f # no word is ever a pattern for files
export LC_ALL=C
umask 077

BACKLOG_VERSION="0.1.0"
BACKLOG_DEFAULT_BASE_URL="http://localhost:5173"

KNOWN_ARGUMENTS="" KNOWN_OPTIONS="" KNOWN_LISTS="" # what the command takes, for sentences about it
COMMAND=""   # what was typed after backlog.sh: "tasks list"
PATIENCE=30  # how many seconds the server may take
WORK=""      # a temporary folder for what goes to the server and comes back
STREAMING="" # the curl that listens to a stream
LOCKED=""    # whether this process holds the profile's lock
FLAG_PROFILE="" FLAG_BASE_URL="" FLAG_TOKEN="" FLAG_WORKSPACE_ID="" FLAG_JSON="" FLAG_COMPACT="" FLAG_QUIET=""

# ---- Failing ------------------------------------------------------------------------------------------------

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
      fail "backlog.sh needs $tool, which is not installed; install it (apt install $tool, brew install $tool) and run this again."
  done
  WORK=$(mktemp -d "${TMPDIR:-/tmp}/backlog.XXXXXX") ||
    fail "No temporary folder can be made; point TMPDIR at a place that can be written."
}

# ---- Reading the command line -------------------------------------------------------------------------------

# Takes one option that every command has: sets TAKEN to how many words it was, 0 when it is none of them.
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

# set_global OPTION BEFORE VALUE: refuses a second value, since nobody could tell which was meant, and an empty one,
# which is a variable that wasn't set.
set_global() {
  [ -n "$3" ] || usage_failure "$1 needs a value."
  [ -z "$2" ] || usage_failure "Give $1 once."
}

contains() {
  case "$2" in *" "*) return 1 ;; esac
  case " $1 " in *" $2 "*) return 0 ;; esac
  return 1
}

# parse "<required> [optional]" "--options that take a value" "--that may be repeated" "--switches" "$@"
# Leaves the arguments in ARGS, and the options in OPTIONS as name, value, name, value.
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
    *) usage_failure "Give --json, --compact or --quiet, one of them." ;;
  esac
  require_tools
}

# The options that may stand here, a line each: those that help shows.
options_known() {
  (show_help) | sed -nE 's/^ +(-h, )?(--[a-z-]+).*/\2/p'
}

# The words that may come next here, a line each.
commands_known() {
  (show_help) | awk -v depth="$(printf '%s' "$COMMAND" | wc -w)" '/^  [a-z]/ { print $(depth + 1) }' | sort -u
}

# meant WORD: reads the words that are known, and says those that WORD is nearly written like: " Did you mean list?"
# Two letters that changed places are one mistake, as one that is wrong, missing or too many is.
meant() {
  case "$1" in --*) ;; -*) return 0 ;; esac
  WORD=$1 awk '
    function least(a, b) { return a < b ? a : b }
    function mistakes(one, other, i, j, cost, cell) {
      if (length(one) - length(other) > 3 || length(other) - length(one) > 3) return 99
      for (i = 0; i <= length(one); i++) cell[i, 0] = i
      for (j = 0; j <= length(other); j++) cell[0, j] = j
      for (j = 1; j <= length(other); j++) for (i = 1; i <= length(one); i++) {
        cost = substr(one, i, 1) == substr(other, j, 1) ? 0 : 1
        cell[i, j] = least(least(cell[i - 1, j] + 1, cell[i, j - 1] + 1), cell[i - 1, j - 1] + cost)
        if (i > 1 && j > 1 && substr(one, i, 1) == substr(other, j - 1, 1) &&
          substr(one, i - 1, 1) == substr(other, j, 1)) cell[i, j] = least(cell[i, j], cell[i - 2, j - 2] + 1)
      }
      return cell[length(one), length(other)]
    }
    BEGIN { word = ENVIRON["WORD"]; dashes = substr(word, 1, 2) == "--" ? 3 : 1; word = substr(word, dashes); best = 3 }
    !seen[$0]++ {
      known = substr($0, dashes)
      longest = length(word) > length(known) ? length(word) : length(known)
      found = mistakes(word, known)
      if (longest < 2 || (longest - found) / longest <= 0.4 || found > best) next
      if (found < best) { best = found; count = 0 }
      similar[++count] = $0
    }
    END {
      for (i = 2; i <= count; i++) for (j = i; j > 1 && similar[j] < similar[j - 1]; j--) {
        known = similar[j]; similar[j] = similar[j - 1]; similar[j - 1] = known
      }
      for (i = 1; i <= count; i++) text = text (i == 1 ? "" : i == count ? " or " : ", ") similar[i]
      if (count) printf " Did you mean %s?", text
    }'
}

# refuse_second "--options" OPTION: nobody could tell which of two values was meant.
refuse_second() {
  if contains "$1" "$2" && option "$2"; then usage_failure "Give $2 once."; fi
}

count_arguments() {
  local names=() at
  IFS=' ' read -r -a names <<<"$1"
  for ((at = 0; at < ${#names[@]}; at++)); do
    if [ "${#ARGS[@]}" -le "$at" ] && [ "${names[at]:0:1}" = "<" ]; then
      usage_failure "Missing ${names[at]}."
    fi
  done
  [ "${#ARGS[@]}" -le "${#names[@]}" ] || usage_failure "Too many arguments; one with spaces in it stands in quotes."
}

# The value of an option, the last one of a list, in VALUE; fails when it was not given.
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

# Asks on standard error and reads a line from standard input into ANSWER.
ask_for() {
  printf '%s' "$1" >&2
  ANSWER=""
  IFS= read -r ANSWER || [ -n "$ANSWER" ] || fail "The input ended; run it again."
  trim "$ANSWER"
  ANSWER=$TRIMMED
}

ask_for_secret() {
  if [ ! -t 0 ]; then
    ask_for "$1"
    return
  fi
  printf '%s' "$1" >&2
  IFS= read -r -s ANSWER || fail "The input ended; run it again."
  printf '\n' >&2
  trim "$ANSWER"
  ANSWER=$TRIMMED
}

trim() {
  TRIMMED=${1#"${1%%[![:space:]]*}"}
  TRIMMED=${TRIMMED%"${TRIMMED##*[![:space:]]}"}
}

# ---- Profiles -----------------------------------------------------------------------------------------------

# Flags beat the environment, which beats the profile: pick FLAG ENVIRONMENT PROFILE
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
    [!A-Za-z0-9_]* | *[!A-Za-z0-9._-]*) bad_value "A profile's name is made of letters, digits, dots, dashes and underscores." ;;
  esac
  [ "${#PROFILE}" -le 64 ] ||
    bad_value "A profile's name is made of letters, digits, dots, dashes and underscores."
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

# A profile is not read where a token and a server are given, but kept nowhere without a home.
require_home() {
  [ -n "$PROFILE_FOLDER" ] || fail "No home folder is known; set HOME or XDG_CONFIG_HOME."
}

# The JSON object in a file, in HELD; an empty one when there is no file.
read_json() {
  HELD='{}'
  [ -e "$1" ] || return 0
  [ -r "$1" ] || fail "$1 can't be read; check who owns it and its permissions."
  HELD=$(jq -e 'objects | select(all(.[]; type == "string" and (test("\\p{Cc}") | not)))' "$1" 2>/dev/null) ||
    fail "$1 can't be understood; mend it, or run \"backlog.sh config clear\"."
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

# Makes sure that the profile can be written, before the server gives a secret that is to be kept there.
require_writable() {
  local draft
  require_home
  if mkdir -p "$PROFILE_FOLDER" 2>/dev/null && draft=$(mktemp "$PROFILE_FOLDER/.draft-XXXXXX" 2>/dev/null); then
    rm -f "$draft"
    return 0
  fi
  fail "$SECRETS_FILE can't be written; check who owns its folder and its permissions."
}

# Writes standard input to a file of the profile. A move replaces it at once: nobody reads half of one.
write_profile_file() {
  local draft
  require_home
  if mkdir -p "$PROFILE_FOLDER" 2>/dev/null &&
    draft=$(mktemp "$PROFILE_FOLDER/.draft-XXXXXX" 2>/dev/null) &&
    cat >"$draft" && mv -f "$draft" "$1"; then
    return 0
  fi
  fail "$1 can't be written; check who owns its folder and its permissions."
}

write_config() {
  jq -n --arg baseUrl "$CONFIG_BASE_URL" --arg workspaceId "$CONFIG_WORKSPACE_ID" --arg agentId "$CONFIG_AGENT_ID" \
    '{$baseUrl, $workspaceId, $agentId} | with_entries(select(.value != ""))' |
    write_profile_file "$CONFIG_FILE"
}

# Remembers the server that a token about to be kept belongs to.
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

# Keeps the session that the server just answered with.
keep_session() {
  keep_server
  jq --arg baseUrl "$BASE_URL" \
    '{$baseUrl, token: .accessToken, accessTokenExpiresAt, refreshToken, refreshTokenExpiresAt}
      | with_entries(select(.value != null))' "$WORK/answer" | write_profile_file "$SECRETS_FILE"
}

# keep_issued FIELD: keeps a token that the server just answered with, and leaves its kind alone in the answer.
keep_issued() {
  keep_server
  jq --arg baseUrl "$BASE_URL" --arg field "$1" '{$baseUrl, token: .[$field]}' "$WORK/answer" |
    write_profile_file "$SECRETS_FILE"
  mask_answer "$1"
}

# Keeps an automation's access token beside the secret that it was exchanged for.
keep_exchanged() {
  keep_server
  printf '%s' "$1" | jq -R --arg baseUrl "$BASE_URL" --slurpfile answer "$WORK/answer" \
    '{$baseUrl, token: $answer[0].accessToken, accessTokenExpiresAt: $answer[0].expiresAt, automationSecret: .}' |
    write_profile_file "$SECRETS_FILE"
  mask_answer accessToken
}

# What was kept need not be shown.
mask_answer() {
  jq --arg field "$1" '.[$field] |= (split("_")[0:2] | join("_") + "_…")' "$WORK/answer" >"$WORK/masked"
  mv -f "$WORK/masked" "$WORK/answer"
}

forget_secrets() {
  require_home
  rm -f "$SECRETS_FILE" 2>/dev/null ||
    fail "$SECRETS_FILE can't be removed; check what is in it and its permissions."
}

# ---- Settings -----------------------------------------------------------------------------------------------

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
  # A stored token is for the server that gave it; no other one gets to see it.
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

# A server's address without slashes at its end, in BASE_URL.
parse_base_url() {
  BASE_URL=$1
  while [ "${BASE_URL%/}" != "$BASE_URL" ]; do BASE_URL=${BASE_URL%/}; done
  local pattern='^https?://[]A-Za-z0-9.:_[-]+(/[A-Za-z0-9._~/-]*)?$'
  [[ $BASE_URL =~ $pattern ]] ||
    bad_value "A base URL looks like https://backlog.example.com; give one of that kind."
}

# Reads the kind of a token off its prefix: sets TOKEN and AUTH_MODE.
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
    bad_value "That is not a Backlog token; one starts with blg_pat_, blg_auto_, blg_aat_ or blg_hat_. Copy it again, whole."
}

# What an agent is named by: its username, or its profile's id.
parse_agent() {
  local pattern='^[A-Za-z0-9._-]{1,100}$'
  [[ $1 =~ $pattern ]] ||
    bad_value "An agent is named by its username or its profile's id; copy it again, whole."
}

# What a workspace is called by: its id, or its name.
parse_workspace() {
  trim "$1"
  case "$1" in
    *[[:cntrl:]]*) TRIMMED="" ;;
  esac
  if [ -z "$TRIMMED" ] || [ "${#1}" -gt 400 ]; then
    bad_value "A workspace is named by its id or its name, in one line; copy it again, whole."
  fi
}

is_workspace_id() {
  local pattern='^ws_[A-Za-z0-9_-]+$'
  [[ $1 =~ $pattern ]]
}

# ---- Talking to the server ----------------------------------------------------------------------------------

# send METHOD PATH TOKEN [BODY-FILE]: leaves the status in STATUS, where it sends one on to in REDIRECT, and the answer
# in $WORK/answer.
# What is secret goes to curl over its standard input, since anybody on the machine can list arguments. What stands in
# a .curlrc is for other uses: it could send the token elsewhere, or write it to a file.
send() {
  local written code=0 pattern='/(\.{0,2})/'
  # What was typed for a name must not lead to another path: .. would, and nothing at all.
  if [[ ${2%%\?*}/ =~ $pattern ]]; then bad_value "Nothing is called \"${BASH_REMATCH[1]}\"; give an id or a name."; fi
  : >"$WORK/answer"
  written=$(
    request "$@" |
      curl -q --config - --proto '=http,https' --max-redirs 0 --silent --globoff --max-time "$PATIENCE" --output "$WORK/answer" --write-out '%{http_code} %{redirect_url}'
  ) || code=$?
  case "$code" in
    0) STATUS=${written%% *} REDIRECT=${written#* } ;;
    28) fail "$BASE_URL didn't answer within $PATIENCE seconds. Try again later." ;;
    *) unreached ;;
  esac
}

unreached() {
  fail "$BASE_URL can't be reached. Check that the server runs, or choose another one with --base-url."
}

# request METHOD PATH TOKEN [BODY-FILE]: prints it as curl reads it.
request() {
  printf 'url = "%s/api/v1%s"\n' "$BASE_URL" "$2"
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

# Goes on when the server did what was asked; else says what it said.
require_success() {
  [ "$STATUS" != 204 ] || return 0
  jq -e 'type == "object" or type == "array"' "$WORK/answer" >/dev/null 2>&1 || not_backlog
  case "$STATUS" in
    2??) return 0 ;;
    401) fail "$(problem)" 4 ;;
    # Whatever a value can't be used for, be it that it names nothing.
    422) bad_value "$(problem)" ;;
  esac
  fail "$(problem)"
}

# A redirect isn't followed, since the token would go along; where it leads to another server it is told.
not_backlog() {
  local pattern='^(https?://[]A-Za-z0-9.:_[-]+)' own
  [[ $BASE_URL =~ $pattern ]] && own=${BASH_REMATCH[1]}
  if [[ $REDIRECT =~ $pattern ]] && [ "${BASH_REMATCH[1]}" != "$own" ]; then
    fail "$BASE_URL sends one on to ${BASH_REMATCH[1]}. If that is your server, name it with --base-url."
  fi
  fail "$BASE_URL answered with status $STATUS, which is not Backlog's way. Check the address."
}

# What went wrong and what to do next, from problem details (RFC 9457), in one line. A field is told as it is typed: tags
# as --tag, body as <body>, taskIds as <tasks>, snoozedUntil as <until>; a relation, which was sent with its kind, by that.
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
       else .detail // .title // "The server refused." end),
      (.hint // (if .retryAfter then "Try again in \(.retryAfter) seconds." else "" end))
    ] | map(select(. != "")) | join(" ") | gsub("[\\p{Cc}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+"; " ")' "$WORK/answer"
}

# ask METHOD PATH [BODY-FILE]: asks as whoever is signed in. An access token that ran out is renewed once.
ask() {
  require_token
  send "$1" "$2" "$TOKEN" "${3:-}"
  if [ "$STATUS" = 401 ] && is_renewable; then
    renew "$TOKEN"
    send "$1" "$2" "$TOKEN" "${3:-}"
  fi
  require_success
}

# ask_all PATH PLURAL: asks for a whole collection, page after page, and leaves it in $WORK/answer as one.
# The record, which the caller has started, narrows it as a query.
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

# Asks what needs nobody signed in.
ask_anonymously() {
  send "$1" "$2" "" "${3:-}"
  require_success
}

print_answer() {
  print_json . "$WORK/answer"
}

# How --quiet tells an answer: the names of a record, or of the records that it holds; of what has none, nothing. What is
# handed out only once is in place of an id.
# shellcheck disable=SC2016
QUIET='
  def names:
    if type == "object" or type == "array" then
      ([.token?, .secret?, .accessToken?, .reference?, .key?, .id? | strings] | first) as $name |
      if $name then $name else .[] | names end
    else empty end;
  names | gsub("[\\p{Cc}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+"; " ")'

# How --compact does: its records, a line each, and what else it says, without what is empty and ids of what stands there
# by name; long texts are cut, and other records are named.
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

# print_json JQ-ARGUMENTS: what jq makes of them, in colour on a terminal. What could steer a terminal or turn its text
# around is spelled out as \uXXXX: C1 controls, ends of lines and paragraphs, directional overrides and isolates.
print_json() {
  local colours=-M text code spelled
  if [ -n "$FLAG_QUIET" ]; then
    jq "$@" | jq -r "$QUIET"
    return
  fi
  if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-}" != dumb ]; then colours=-C; fi
  if [ -n "$FLAG_COMPACT" ]; then text=$(jq "$@" | jq -c "$colours" "$COMPACT"); else text=$(jq "$colours" "$@"); fi
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

# The bytes of a character between U+0080 and U+FFFF, in UTF8.
utf8() {
  local last=$(($1 % 64 + 128)) middle=$(($1 / 64 % 64 + 128)) octal
  if [ "$1" -lt 2048 ]; then
    printf -v octal '\\%o\\%o' "$(($1 / 64 + 192))" "$last"
  else
    printf -v octal '\\%o\\%o\\%o' "$(($1 / 4096 + 224))" "$middle" "$last"
  fi
  printf -v UTF8 '%b' "${octal//\\/\\0}"
}

# A session's tokens go into a pipe or a file; a terminal, which others may see, gets their kind alone.
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
  fail "You are not signed in. Sign in with \"backlog.sh auth wizard\", or pass --token." 4
}

require_session() {
  require_token
  [ "$AUTH_MODE" = session ] ||
    fail "This works for a session alone, and another kind of token is in use; see \"backlog.sh status\"."
}

is_renewable() {
  [ "$TOKEN_SOURCE" = profile ] && [ -n "$SECRET_REFRESH_TOKEN" ]
}

# An access token alone can't be renewed: that takes the refresh token which signing in keeps beside it.
require_renewable() {
  if is_renewable; then return; fi
  case "$TOKEN_SOURCE" in
    flag) fail "An access token that --token gives can't be renewed; leave it out to renew the stored session." ;;
    environment) fail "The access token in BACKLOG_TOKEN can't be renewed; unset it to renew the stored session." ;;
    *) fail "The stored access token came without a refresh token; sign in with \"backlog.sh auth wizard\" for a session that can be renewed." ;;
  esac
}

session_ended() {
  fail "Your session has ended. Sign in again with \"backlog.sh auth wizard\"." 4
}

# renew STALE: renews the stored session and leaves its access token in TOKEN. Refresh tokens work once, so one
# process at a time does it; one that waited for another finds a token that is not STALE, and uses that.
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

# Making a folder either succeeds or finds it there: that is the lock.
take_lock() {
  local deadline=$((SECONDS + 70))
  require_writable
  until mkdir "$LOCK_FOLDER" 2>/dev/null; do
    [ -w "$PROFILE_FOLDER" ] || fail "$LOCK_FOLDER can't be made; check the permissions of its folder."
    [ "$SECONDS" -lt "$deadline" ] ||
      fail "Another command is renewing this session; wait, or remove $LOCK_FOLDER."
    if lock_is_stale; then
      rmdir "$LOCK_FOLDER" 2>/dev/null || true
    else
      sleep 0.1
    fi
  done
  LOCKED=yes
}

# Whether the lock was left behind: it was made more than a minute ago, or, where the clock was set back since, will be
# more than a minute from now.
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

# The workspace to work in, in WORKSPACE_ID: the one chosen, else the one that the server takes to be active, else
# the only one.
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
    0) fail "You are in no workspace yet. Make one in the browser, or have somebody invite you." ;;
    1) WORKSPACE_ID=$(jq -r '.workspaces[0].id' "$WORK/answer") ;;
    *) fail "No workspace is chosen. Choose one of \"backlog.sh workspaces\" with \"backlog.sh config set-workspace <workspace>\"." ;;
  esac
}

# find_called WORD: the id of a workspace of one's own, in WORKSPACE_ID. An id is taken as it is; a name counts in any case.
find_called() {
  local called
  WORKSPACE_ID=$1
  if is_workspace_id "$1"; then return; fi
  send_all_workspaces
  called=$(jq -r --arg word "$1" '[.workspaces[] | select((.name | ascii_downcase) == ($word | ascii_downcase)) | .id]
    | join(", ")' "$WORK/answer")
  case "$called" in
    "") bad_value "There is no workspace $1 here. Choose one of \"backlog.sh workspaces\"." ;;
    *", "*) bad_value "Several workspaces are called $1: name one of $called." ;;
  esac
  WORKSPACE_ID=$called
}

# All of one's workspaces, in $WORK/answer; what a command has begun to make of its record stays.
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

# find_path COLLECTION [ID]: the path of a collection of the workspace, or of one of its records, in FOUND_PATH.
find_path() {
  find_workspace
  FOUND_PATH=$(jq -nr --arg workspace "$WORKSPACE_ID" --arg collection "$1" --arg below "${2+/$2}" \
    '"/workspaces/\($workspace | @uri)/\($collection)" + if $below == "" then "" else "/\($below[1:] | @uri)" end')
}

# read_input: what a value given as - stands for, in $WORK/input, without line breaks at its end: all of standard input,
# or, where somebody sits at a terminal and names an editor, what they write in that.
read_input() {
  local editor=() named=${VISUAL:-${EDITOR:-}}
  IFS=$' \t\n' read -r -a editor <<<"$named"
  if [ -t 0 ] && [ "${#editor[@]}" -gt 0 ]; then
    : >"$WORK/written.md"
    "${editor[@]}" "$WORK/written.md" >/dev/tty ||
      fail "${editor[0]} can't be used here; give the text as -, with < and a file."
    grep -q '[^[:space:]]' "$WORK/written.md" || fail "Nothing was written, so nothing was done."
    mv -f "$WORK/written.md" "$WORK/input"
  else
    cat >"$WORK/input"
  fi
}

# set_input NAME: a field from what - stands for.
set_input() {
  read_input
  set_field "$1" 'until(endswith("\n") | not; .[:-1])' <"$WORK/input"
}

# ---- Building what is sent ----------------------------------------------------------------------------------

# A record grows field by field in $WORK/record.json. Values come over standard input: they may be long.
start_record() {
  printf '{}' >"$WORK/record.json"
}

# set_field NAME FILTER: the value is standard input, through a jq filter. NAME may be an option's: --team-id.
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

# Every option that was given and is among those named, as text.
set_options() {
  local at
  for ((at = 0; at < ${#OPTIONS[@]}; at += 2)); do
    if contains "$1" "${OPTIONS[at]}"; then set_text "${OPTIONS[at]}" "${OPTIONS[at + 1]}"; fi
  done
}

# set_list OPTION FIELD: every value of an option that may be repeated, as a list.
set_list() {
  local at listed=()
  for ((at = 0; at < ${#OPTIONS[@]}; at += 2)); do
    if [ "${OPTIONS[at]}" = "$1" ]; then listed+=("${OPTIONS[at + 1]}"); fi
  done
  if [ "${#listed[@]}" -gt 0 ]; then
    set_json "$2" "$(printf '%s\0' "${listed[@]}" | jq -Rs 'split("\u0000")[:-1]')"
  fi
}

# What --suspend and --unsuspend say together.
set_suspension() {
  if option --suspend && option --unsuspend; then
    bad_value "Either suspend it or unsuspend it, not both."
  fi
  if option --suspend; then set_json suspended true; fi
  if option --unsuspend; then set_json suspended false; fi
}

require_change() {
  [ "$(jq length "$WORK/record.json")" -gt 0 ] || usage_failure "Nothing to change was given."
}

# The record as a query: ?teamId=…&status=…, or nothing.
query() {
  jq -r 'to_entries | map("\(.key)=\(.value | @uri)") | join("&") | if . == "" then . else "?" + . end' \
    "$WORK/record.json"
}

# set_task_fields OPTIONS: the fields of a task that options gave. A description of - is standard input, without the line
# breaks at its end.
set_task_fields() {
  set_options "$1"
  if option --description && [ "$VALUE" = - ]; then
    set_input description
  fi
  set_list --tag tags
}

# What a new task starts with besides its fields: its links, each with its title after a space, and its relations.
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

# clear_field OPTION FIELD VALUE [GIVING]: what an option takes away; a field can't be set in the same breath.
clear_field() {
  option "$1" || return 0
  jq -e --arg field "$2" 'has($field) | not' "$WORK/record.json" >/dev/null ||
    bad_value "Give ${4:---$2} or $1, not both."
  CLEARED+=("$2" "$3")
}

# set_task_patch OPTIONS: the fields of a task that options gave, and those that they took away.
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

# ---- Commands -----------------------------------------------------------------------------------------------

# Usage: backlog.sh status
# Summary: Show which profile, server, workspace and token are in use, and whether it works
#
# Each setting comes with its source: flag, environment, profile or default.
#
# Examples:
#   backlog.sh status
#   backlog.sh status --json
cmd_status() {
  parse "" "" "" "" "$@"
  resolve_settings
  find_token_state
  print_settings
}

# What is in use now; commands that change a profile end with it, and ask nobody.
print_status() {
  resolve_settings
  TOKEN_STATE=unasked
  [ -n "$TOKEN" ] || TOKEN_STATE=none
  print_settings
}

# Whether the server takes the token in use, in TOKEN_STATE; nothing is renewed by that. A secret is good for an exchange
# alone, so that nobody is asked about it.
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
# Summary: Show who you are to the server
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
# Summary: List the workspaces you belong to
#
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh workspaces
cmd_workspaces() {
  list_pages /workspaces workspaces "$@"
}

# list_pages PATH PLURAL "$@": a list that is narrowed by nothing, of the workspace unless PATH begins with a slash.
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
# Summary: Show the workspace, and what you are in it
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
# Summary: Count what the workspace has, and what it may have
#
# Examples:
#   backlog.sh workspace usage
cmd_workspace__usage() {
  show_one "" usage "" "$@"
}

# Usage: backlog.sh workspace activity
# Summary: List what happened to tasks and projects, newest first
#
#   --team-id <ids>    Of any of these teams; several are separated by commas
#   --after <entry>    What came after this entry, oldest first; start is before all
#   --limit <n>        At most so many, 50 without it, 250 at most
#   --all              Every page, as one
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh workspace activity
#   backlog.sh workspace activity --team-id ENG --all
cmd_workspace__activity() {
  list_of "" activity "" activity "--team-id --after" --all "$@"
}

# Usage: backlog.sh workspace audit
# Summary: List security-relevant acts, newest first
#
#   --kind <kind>      Of this kind: member.role_changed
#   --actor-id <id>    By whom, a username or profile id; me is understood
#   --door <door>      web, api, cli or system
#   --since <time>     At this time or later: 2026-12-03 or 2026-12-03T17:00:00Z
#   --before <time>    Before this time
#   --limit <n>        At most so many, 50 without it, 250 at most
#   --all              Every page, as one
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh workspace audit --since 2026-12-03
#   backlog.sh workspace audit --kind member.role_changed --all
cmd_workspace__audit() {
  list_of "" audit "" entries "--kind --actor-id --door --since --before" --all "$@"
}

# Usage: backlog.sh workspace leave <name>
# Summary: Leave the workspace, by its name
#
#   <name>  The workspace's name, as it is written
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
# Summary: Delete the workspace for good, by its name
#
#   <name>  The workspace's name, as it is written
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
# Summary: Remember a server's address
#
#   <url>  Where the server answers: https://backlog.example.com
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
# Summary: Remember a workspace to work in
#
#   <workspace>  Its id or name, as "backlog.sh workspaces" lists it
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
# Summary: Forget the remembered workspace
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
# Summary: Forget everything about the profile, its token included
#
# Examples:
#   backlog.sh config clear --profile work
cmd_config__clear() {
  parse "" "" "" "" "$@"
  find_profile
  forget_secrets
  rm -f "$CONFIG_FILE" 2>/dev/null ||
    fail "$CONFIG_FILE can't be removed; check what is in it and its permissions."
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
  printf '%s\n' "Signing in to $BASE_URL" "  1  with a code sent by email" \
    "  2  as somebody new, with a code sent by email" "  3  with a token" >&2
  while :; do
    ask_for "Choose 1, 2 or 3: "
    case "$ANSWER" in
      [123]) break ;;
      *) printf '%s\n' "That is none of them." >&2 ;;
    esac
  done
  case "$ANSWER" in
    1) sign_in_with_code signin ;;
    2) sign_in_with_code signup ;;
    *) sign_in_with_token ;;
  esac
  print_status
}

# Keeps a token, and asks for another one as long as the server refuses it.
sign_in_with_token() {
  while :; do
    ask_for_secret "Token: "
    parse_token "$ANSWER"
    TOKEN_SOURCE=flag
    find_token_state
    [ "$TOKEN_STATE" = refused ] || break
    printf '%s\n' "$BASE_URL refuses that token; it has ended, or is another server's." >&2
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
      ask_for "Code, or nothing for a new one: "
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

# send_code PURPOSE: has a code sent to EMAIL, and asks again for an address that is none. One that was sent a moment ago
# will do.
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
      printf '%s\n' "If that address can be used here, a code is on its way." >&2
      return 0
    fi
  done
}

# The one field that the server refused; nothing where it was something else.
refused_field() {
  [ "$STATUS" = 422 ] || return 0
  jq -r '[.errors[]?.path | if type == "array" then .[0] else . end] | unique
    | if length == 1 then .[0] else empty end' "$WORK/answer" 2>/dev/null || true
}

# Usage: backlog.sh auth request-otp <email> [purpose]
# Summary: Have a sign-in code sent by email
#
#   <email>    Where to send it
#   [purpose]  signin, or signup for somebody new
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
# Summary: Sign in with the code from the email
#
#   <email>              Where it was sent
#   <code>               The six digits
#   --purpose <purpose>  signin, or signup for somebody new (default: signin)
#   --label <label>      How the list of sessions should call this one
#   --name <name>        The name of somebody new
#
# The session is kept in the profile. The answer holds its tokens when it goes into a pipe or a file.
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
# Commands do this by themselves when the access token has run out.
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
# Summary: End the session, and forget it
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
    # A session that had ended already is forgotten too: that is what was wanted.
    if [ "$STATUS" = 401 ]; then forget_secrets; fi
  else
    send POST /auth/revoke "$TOKEN"
  fi
  require_success
  if [ "$TOKEN_SOURCE" = profile ]; then forget_secrets; fi
  print_answer
}

# Usage: backlog.sh auth set-token [token]
# Summary: Keep a token in the profile
#
#   [token]  The token; read from standard input when left out
#
# Without an argument the token is read from standard input, so that it shows up neither on the screen nor in the
# shell's history.
#
# Examples:
#   backlog.sh auth set-token
#   backlog.sh auth set-token < token.txt
cmd_auth__set_token() {
  parse "[token]" "" "" "" "$@"
  if [ "${#ARGS[@]}" -gt 0 ]; then ANSWER=${ARGS[0]}; else ask_for_secret "Token: "; fi
  parse_token "$ANSWER"
  local token=$TOKEN
  resolve_settings
  keep_token "$token"
  print_status
}

# Usage: backlog.sh auth set-agent <agent>
# Summary: Act as one of the automation's agents
#
#   <agent>  The agent's username, or its profile's id
#
# <agent> is its username, or its profile's id.
# It counts while an automation's access token is in use; people act as themselves.
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
# Summary: Get an access token for an automation's secret
#
#   --save  Keep the access token in the profile, and use it from now on
#
# Examples:
#   backlog.sh auth exchange --save
cmd_auth__exchange() {
  parse "" "" "" "--save" "$@"
  resolve_settings
  require_token
  if [ "$AUTH_MODE" != automationSecret ]; then
    { [ "$TOKEN_SOURCE" = profile ] && [ -n "$SECRET_AUTOMATION_SECRET" ]; } ||
      fail "This takes an automation's secret. Keep it with \"backlog.sh auth set-token\", or pass --token."
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
#   --team-id <ids>              Of any of these teams; several are separated by commas
#   --not-team-id <ids>          Of none of these teams
#   --project-id <ids>           Of any of these projects; none is understood
#   --not-project-id <ids>       Of none of these projects
#   --milestone-id <ids>         Of any of these milestones; none is understood
#   --not-milestone-id <ids>     Of none of these milestones
#   --status <statuses>          With any of these statuses; several are separated by commas
#   --not-status <statuses>      With none of these statuses
#   --include-drafts             Drafts too
#   --archived                   Archived ones, in place of the others
#   --assignee-id <ids>          Of any of these profiles; me and none are understood
#   --not-assignee-id <ids>      Of none of these profiles
#   --label <labels>             With any of these labels; none is understood
#   --not-label <labels>         With none of these labels
#   --all-labels <labels>        With each of these labels
#   --priority <priorities>      With any of these priorities
#   --not-priority <priorities>  With none of these priorities
#   --creator-id <ids>           Made by any of these profiles; me is understood
#   --not-creator-id <ids>       Made by none of these profiles
#   --parent-id <id>             Below this task; with none, below no other
#   --not-parent-id <none>       With none, below another task
#   --created-after <time>       Made at this time or later: 2026-12-03, today, 7d or -7d
#   --created-before <time>      Made before this time
#   --updated-since <time>       Changed since this time
#   --updated-before <time>      Unchanged since this time
#   --completed-after <time>     Completed at this time or later
#   --completed-before <time>    Completed before this time
#   --closed-since <time>        Of closed ones only those closed since then
#   --deadline-at <date>         Due on this day; with none, without a deadline
#   --not-deadline-at <none>     With none, with a deadline
#   --deadline-after <date>      Due on this day or later
#   --deadline-before <date>     Due before this day
#   --q <text>                   With these words
#   --sort <order>               -createdAt, createdAt, -updatedAt, updatedAt, -priority, priority, deadlineAt, -deadlineAt or position
#   --limit <n>                  At most so many, 50 without it, 250 at most
#   --all                        Every page, as one
#   --cursor <cursor>            The page after the one that gave this as nextCursor
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

# ask_some COLLECTION: the one page that --limit and --cursor ask for, or with --all every one.
ask_some() {
  if option --all; then
    option --limit || set_text limit 250
    ask_all "$FOUND_PATH" "$1"
  else
    ask GET "$FOUND_PATH$(query)"
  fi
  print_answer
}

# list_of "[argument]" COLLECTION PLACE PLURAL "--options" "--switches" "$@": a list of the workspace, or what lies at a
# place below one of its records. It is printed whole, or with --all among the switches page by page.
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

# show_one "[argument]" COLLECTION PLACE "$@": what is read whole, or lies at a place below a record.
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
#   --title <title>         What to do, in one line (required)
#   --team-id <id>          The team that does it (required)
#   --description <text>    What it is about, in Markdown; - reads it from standard input or $EDITOR
#   --project-id <id>       The project it belongs to
#   --milestone-id <id>     The project's milestone
#   --assignee-id <id>      The profile of whoever does it
#   --deadline-at <date>    The day it is due: 2026-12-03; a time means its day
#   --priority <priority>   none, low, medium, high or urgent
#   --status <status>       backlogged, planned, progressed, completed or cancelled
#   --parent-id <id>        The task it is a part of
#   --tag <label>           A label's name or id; repeat it for several
#   --template-id <id>      The task template that fills what isn't given
#   --resource <link>       A link, and after a space what it is called; repeat it for several
#   --blocks <task>         A task that it blocks, by id or reference; repeat it for several
#   --blocked-by <task>     A task that blocks it, by id or reference; repeat it for several
#   --relates-to <task>     A task that it has to do with, by id or reference; repeat it for several
#   --duplicates <task>     A task that it says again, by id or reference; repeat it for several
#   --duplicated-by <task>  A task that says it again, by id or reference; repeat it for several
#   --draft                 Keep it as a draft
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
# Summary: Change a task
#
#   <task>                   The task's id or reference: ENG-123
#   --title <title>          What to do, in one line
#   --team-id <id>           The team that does it
#   --description <text>     What it is about, in Markdown; - reads it from standard input or $EDITOR
#   --project-id <id>        The project it belongs to
#   --milestone-id <id>      The project's milestone
#   --assignee-id <id>       The profile of whoever does it
#   --deadline-at <date>     The day it is due: 2026-12-03; a time means its day
#   --priority <priority>    none, low, medium, high or urgent
#   --status <status>        backlogged, planned, progressed, completed or cancelled
#   --parent-id <id>         The task it is a part of
#   --tag <label>            A label's name or id; repeat it for several
#   --state-id <id>          A state of the team's workflow; its status comes along
#   --before <task>          Directly above this task in the team's order by hand
#   --after <task>           Directly below it
#   --clear-description      Take the description away
#   --clear-project          Take it out of its project
#   --clear-milestone        Take it out of its milestone
#   --clear-assignee         Leave it to nobody
#   --clear-deadline         Take the deadline away
#   --clear-parent           Make it stand alone
#   --clear-tags             Take every label away
#   --publish                Make a draft a task
#   --before-sibling <task>  Directly above this one of its parent's sub-tasks
#   --after-sibling <task>   Directly below it
#   --since-version <n>      Refuse it where one of the same fields was changed since that
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
    [[ $VALUE =~ $number ]] || bad_value "--since-version takes a whole number from 0; give one."
    set_json sinceVersion "$VALUE"
  fi
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks update-many <tasks>
# Summary: Change many tasks in the same way: all of them, or none
#
#   <tasks>                Ids or references, separated by commas: ENG-123,ENG-124
#   --title <title>        What to do, in one line
#   --team-id <id>         The team that does it
#   --description <text>   What it is about, in Markdown; - reads it from standard input or $EDITOR
#   --project-id <id>      The project it belongs to
#   --milestone-id <id>    The project's milestone
#   --assignee-id <id>     The profile of whoever does it
#   --deadline-at <date>   The day it is due: 2026-12-03; a time means its day
#   --priority <priority>  none, low, medium, high or urgent
#   --status <status>      backlogged, planned, progressed, completed or cancelled
#   --parent-id <id>       The task it is a part of
#   --tag <label>          A label's name or id; repeat it for several
#   --state-id <id>        A state of the team's workflow; its status comes along
#   --before <task>        Directly above this task in the team's order by hand
#   --after <task>         Directly below it
#   --clear-description    Take the description away
#   --clear-project        Take it out of its project
#   --clear-milestone      Take it out of its milestone
#   --clear-assignee       Leave it to nobody
#   --clear-deadline       Take the deadline away
#   --clear-parent         Make it stand alone
#   --clear-tags           Take every label away
#   --publish              Make a draft a task
#   --add-tag <label>      A label that each gets besides its own; repeat it for several
#   --remove-tag <label>   A label that is taken from each; repeat it for several
#   --archive              Archive them, or discard drafts
#   --restore              Bring archived ones back
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
  if option --archive && option --restore; then bad_value "Either archive them or restore them, not both."; fi
  if option --archive; then set_json archived true; fi
  if option --restore; then set_json archived false; fi
  require_change
  put_tasks '{patch: .}'
  resolve_settings
  find_path tasks
  ask PATCH "$FOUND_PATH" "$WORK/record.json"
  print_answer
}

# put_tasks FILTER: what is sent beside the tasks that the argument names, made of the record.
put_tasks() {
  jq --arg tasks "${ARGS[0]}" "{taskIds: (\$tasks / \",\" | map(gsub(\"^ +| +$\"; \"\")))} + ($1)" \
    "$WORK/record.json" >"$WORK/record.next"
  mv -f "$WORK/record.next" "$WORK/record.json"
}

# Usage: backlog.sh tasks follow <tasks>
# Summary: Follow tasks: all of them, or none
#
#   <tasks>  Ids or references, separated by commas: ENG-123,ENG-124
#
# Examples:
#   backlog.sh tasks follow ENG-123,ENG-124
cmd_tasks__follow() {
  change_own tasks /follow '{following: true}' "$@"
}

# Usage: backlog.sh tasks unfollow <tasks>
# Summary: Stop following tasks: all of them, or none
#
#   <tasks>  Ids or references, separated by commas: ENG-123,ENG-124
#
# Examples:
#   backlog.sh tasks unfollow ENG-123
cmd_tasks__unfollow() {
  change_own tasks /follow '{following: false}' "$@"
}

# change_own LIST PATH SENT "$@": does something with several tasks for oneself.
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
# Summary: Tick a box of a checklist in a task's description
#
#   <task>    The task's id or reference: ENG-123
#   <words>   What stands beside the box
#   --untick  Take the tick away
#
# Examples:
#   backlog.sh tasks tick ENG-123 "Tell the neighbours"
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
# Summary: Make sub-tasks of a list in a task's description
#
#   <task>         The task's id or reference: ENG-123
#   --from <line>  The first line of the description to look at; 1 without it
#   --to <line>    The last line; the last of all without it
#
# Examples:
#   backlog.sh tasks split ENG-123 --from 4 --to 9
cmd_tasks__split() {
  local end number='^(0|[1-9][0-9]{0,8})$'
  parse "<task>" "--from --to" "" "" "$@"
  start_record
  for end in from to; do
    option "--$end" || continue
    [[ $VALUE =~ $number ]] || bad_value "--$end takes a whole number from 0; give one."
    set_json "$end" "$VALUE"
  done
  resolve_settings
  find_path tasks "${ARGS[0]}"
  ask POST "$FOUND_PATH/sub-tasks" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks undo <task>
# Summary: Take back what you did last to a task, and to others with it
#
#   <task>   A task's id or reference, or an entry of history: ENG-123, act_…
#   --alone  Only what was done to this task, where it was done to others too
#
# Examples:
#   backlog.sh tasks undo ENG-123
cmd_tasks__undo() {
  parse "<task>" "" "" "--alone" "$@"
  start_record
  if option --alone; then set_json "alone" true; fi
  resolve_settings
  find_path activity "${ARGS[0]}"
  ask POST "$FOUND_PATH/undo" "$WORK/record.json"
  print_answer
}

# Usage: backlog.sh tasks show <task>
# Summary: Show a task with what happened to it
#
#   <task>  The task's id or reference: ENG-123
#
# Examples:
#   backlog.sh tasks show ENG-123
cmd_tasks__show() {
  show_one "<task>" tasks "" "$@"
}

# Usage: backlog.sh tasks drafts
# Summary: List drafts that you see, newest first
#
#   --team-id <ids>              Of any of these teams; several are separated by commas
#   --not-team-id <ids>          Of none of these teams
#   --project-id <ids>           Of any of these projects; none is understood
#   --not-project-id <ids>       Of none of these projects
#   --milestone-id <ids>         Of any of these milestones; none is understood
#   --not-milestone-id <ids>     Of none of these milestones
#   --status <statuses>          With any of these statuses; several are separated by commas
#   --not-status <statuses>      With none of these statuses
#   --assignee-id <ids>          Of any of these profiles; me and none are understood
#   --not-assignee-id <ids>      Of none of these profiles
#   --label <labels>             With any of these labels; none is understood
#   --not-label <labels>         With none of these labels
#   --all-labels <labels>        With each of these labels
#   --priority <priorities>      With any of these priorities
#   --not-priority <priorities>  With none of these priorities
#   --creator-id <ids>           Made by any of these profiles; me is understood
#   --not-creator-id <ids>       Made by none of these profiles
#   --parent-id <id>             Below this task; with none, below no other
#   --not-parent-id <none>       With none, below another task
#   --created-after <time>       Made at this time or later: 2026-12-03, today, 7d or -7d
#   --created-before <time>      Made before this time
#   --updated-since <time>       Changed since this time
#   --updated-before <time>      Unchanged since this time
#   --completed-after <time>     Completed at this time or later
#   --completed-before <time>    Completed before this time
#   --closed-since <time>        Of closed ones only those closed since then
#   --deadline-at <date>         Due on this day; with none, without a deadline
#   --not-deadline-at <none>     With none, with a deadline
#   --deadline-after <date>      Due on this day or later
#   --deadline-before <date>     Due before this day
#   --q <text>                   With these words
#   --limit <n>                  At most so many, 50 without it, 250 at most
#   --all                        Every page, as one
#   --cursor <cursor>            The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh tasks drafts
#   backlog.sh tasks drafts --creator-id me --all
cmd_tasks__drafts() {
  list_of "" drafts "" tasks "$TASK_FILTERS" --all "$@"
}

# Usage: backlog.sh tasks activity <task>
# Summary: List what happened to a task, newest first
#
#   <task>             The task's id or reference: ENG-123
#   --limit <n>        At most so many, 50 without it, 250 at most
#   --all              Every page, as one
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh tasks activity ENG-123
#   backlog.sh tasks activity ENG-123 --all
cmd_tasks__activity() {
  list_of "<task>" tasks /activity activity "" --all "$@"
}

# Usage: backlog.sh tasks comments <task>
# Summary: List what was said about a task
#
#   <task>             The task's id or reference: ENG-123
#   --sort <order>     createdAt or -createdAt
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh tasks comments ENG-123
#   backlog.sh tasks comments ENG-123 --sort -createdAt --limit 5
cmd_tasks__comments() {
  list_of "<task>" tasks /comments comments --sort "" "$@"
}

# Usage: backlog.sh tasks approvals <task>
# Summary: List a task's requests for approval, newest first
#
#   <task>             The task's id or reference: ENG-123
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh tasks approvals ENG-123
cmd_tasks__approvals() {
  list_of "<task>" tasks /approvals approvals "" "" "$@"
}

# Usage: backlog.sh tasks resources <task>
# Summary: List the links on a task
#
#   <task>             The task's id or reference: ENG-123
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh tasks resources ENG-123
cmd_tasks__resources() {
  list_of "<task>" tasks /resources resources "" "" "$@"
}

# Usage: backlog.sh tasks add-resource <task> <url> [title]
# Summary: Put a link on a task
#
#   <task>   The task's id or reference: ENG-123
#   <url>    Where it leads: https://…, mailto:…, or a host
#   [title]  What it is called; its host without it
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
# Summary: Change where a link on a task leads, or its title
#
#   <task>           The task's id or reference: ENG-123
#   <resource>       The link's id: res_…
#   --url <url>      Where it leads: https://…, mailto:…, or a host
#   --title <title>  What it is called
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
# Summary: Take a link off a task
#
#   <task>      The task's id or reference: ENG-123
#   <resource>  The link's id: res_…
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
# Summary: Change a comment of yours
#
#   <task>     The task's id or reference: ENG-123
#   <comment>  The comment's id: com_…
#   [body]     What it says now, in Markdown; - or nothing: standard input, or $EDITOR
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
#   <task>     The task's id or reference: ENG-123
#   <comment>  The comment's id: com_…
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

# find_below COLLECTION PLACE: the path of what the second argument names below what the first one does, in FOUND_PATH.
find_below() {
  find_path "$1" "${ARGS[0]}"
  FOUND_PATH="$FOUND_PATH/$2/$(jq -nr --arg id "${ARGS[1]}" '$id | @uri')"
}

# Usage: backlog.sh tasks relate <task> <kind> <other>
# Summary: Relate a task to another
#
#   <task>   The task's id or reference: ENG-123
#   <kind>   How it stands to the other one: blocks, blockedBy, relatesTo, duplicates or duplicatedBy
#   <other>  The other task's id or reference
#
# Examples:
#   backlog.sh tasks relate ENG-123 blocks ENG-124
cmd_tasks__relate() {
  change_relation PUT "$@"
}

# Usage: backlog.sh tasks unrelate <task> <kind> <other>
# Summary: Take a relation to another task away
#
#   <task>   The task's id or reference: ENG-123
#   <kind>   How it stands to the other one: blocks, blockedBy, relatesTo, duplicates or duplicatedBy
#   <other>  The other task's id or reference
#
# Examples:
#   backlog.sh tasks unrelate ENG-123 blocks ENG-124
cmd_tasks__unrelate() {
  change_relation DELETE "$@"
}

# change_relation METHOD WORD...: how a task stands to another.
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
#   <task>  The task's id or reference: ENG-123
#
# Examples:
#   backlog.sh tasks archive ENG-123
cmd_tasks__archive() {
  shelve tasks "<task>" DELETE "" "$@"
}

# Usage: backlog.sh tasks restore <task>
# Summary: Bring an archived task back
#
#   <task>  The task's id or reference: ENG-123
#
# Examples:
#   backlog.sh tasks restore ENG-123
cmd_tasks__restore() {
  shelve tasks "<task>" POST /restore "$@"
}

# Usage: backlog.sh tasks comment <task> [body]
# Summary: Comment on a task
#
#   <task>  The task's id or reference: ENG-123
#   [body]  What to say, in Markdown; - or nothing: standard input, or $EDITOR
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

# start_body [AT]: the body that an argument is, the second unless said otherwise; - is standard input, without the line
# breaks at its end.
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
# Summary: List what is in your inbox
#
#   --unread            Only what is unread
#   --snoozed           What is snoozed, in place of what isn't
#   --archived          What is archived, in place of what isn't
#   --reason <reasons>  Only those with one of these reasons, with commas between: mention,approval
#   --limit <n>         At most so many, 250 at most; all without it
#   --cursor <cursor>   The page after the one that gave this as nextCursor
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
# Summary: Count what there is of each part of your inbox, each up to 100
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
#   <notification>  The notification's id: note_…
#
# Examples:
#   backlog.sh inbox read note_01k0000000000000000000000
cmd_inbox__read() {
  mark_notification read true "$@"
}

# Usage: backlog.sh inbox unread <notification>
# Summary: Mark a notification as unread
#
#   <notification>  The notification's id: note_…
#
# Examples:
#   backlog.sh inbox unread note_01k0000000000000000000000
cmd_inbox__unread() {
  mark_notification read false "$@"
}

# Usage: backlog.sh inbox archive <notification>
# Summary: Put a notification away until something new happens
#
#   <notification>  The notification's id: note_…
#
# Examples:
#   backlog.sh inbox archive note_01k0000000000000000000000
cmd_inbox__archive() {
  mark_notification archived true "$@"
}

# Usage: backlog.sh inbox restore <notification>
# Summary: Bring a notification back from the archive
#
#   <notification>  The notification's id: note_…
#
# Examples:
#   backlog.sh inbox restore note_01k0000000000000000000000
cmd_inbox__restore() {
  mark_notification archived false "$@"
}

# Usage: backlog.sh inbox unsnooze <notification>
# Summary: Bring back a notification that was put off
#
#   <notification>  The notification's id: note_…
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
# Summary: Put a notification off: it comes back unread
#
#   <notification>  The notification's id: note_…
#   <until>         When it comes back: tomorrow, "mon 14:00", 3h, 2026-12-03T09:00:00Z
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
# Summary: Hear of a notification's task or view again
#
#   <notification>  The notification's id: note_…
#
# Examples:
#   backlog.sh inbox follow note_01k0000000000000000000000
cmd_inbox__follow() {
  choose_following PUT true "$@"
}

# Usage: backlog.sh inbox unfollow <notification>
# Summary: Hear no more of a notification's task or view
#
#   <notification>  The notification's id: note_…
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
# Summary: Mark everything in your inbox as read
#
#   --reason <reasons>  Only those with one of these reasons, with commas between: mention,approval
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
# Summary: Mark what was read in one act as unread again
#
#   --read-at <time>  The readAt that read-all answered (required)
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
# Summary: List the invitations that wait for your answer
#
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh invitations list
cmd_invitations__list() {
  list_pages /invitations invitations "$@"
}

# Usage: backlog.sh invitations accept <invitation>
# Summary: Accept an invitation to a workspace
#
#   <invitation>  The invitation's id, or the workspace's name
#
# Examples:
#   backlog.sh invitations accept inv_01k0000000000000000000000
cmd_invitations__accept() {
  answer_invitation accept "$@"
}

# Usage: backlog.sh invitations decline <invitation>
# Summary: Decline an invitation to a workspace
#
#   <invitation>  The invitation's id, or the workspace's name
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
# Summary: List requests for approval
#
#   --mine             Only what you are asked to approve
#   --state <state>    Only what is open, approved, declined or withdrawn
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh approvals list
cmd_approvals__list() {
  list_of "" approvals "" approvals --state --mine "$@"
}

# Usage: backlog.sh approvals show <approval>
# Summary: Show a request for approval
#
#   <approval>  The request's id: appr_…
#
# Examples:
#   backlog.sh approvals show appr_01k0000000000000000000000
cmd_approvals__show() {
  show_one "<approval>" approvals "" "$@"
}

# Usage: backlog.sh approvals ask <task> <approver> <body>
# Summary: Ask a person to approve something on a task
#
#   <task>      The task's id or reference: ENG-123
#   <approver>  The person's username, name or profile id
#   <body>      What is to be approved, in Markdown; - reads it from standard input or $EDITOR
#
# Examples:
#   backlog.sh approvals ask ENG-123 prof_01k0000000000000000000000 "May this be deployed?"
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
# Summary: Approve what you were asked to
#
#   <approval>        The request's id: appr_…
#   --comment <text>  Why, in Markdown; - reads it from standard input or $EDITOR
#
# Examples:
#   backlog.sh approvals approve appr_01k0000000000000000000000
cmd_approvals__approve() {
  decide_approval approved "$@"
}

# Usage: backlog.sh approvals decline <approval>
# Summary: Decline what you were asked to approve
#
#   <approval>        The request's id: appr_…
#   --comment <text>  Why, in Markdown; - reads it from standard input or $EDITOR
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
# Summary: Withdraw a request for approval
#
#   <approval>  The request's id: appr_…
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
# Summary: List the comments that you began and didn't send
#
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh unsent list
cmd_unsent__list() {
  list_pages unsent-comments unsentComments "$@"
}

# Usage: backlog.sh unsent show <task>
# Summary: Show the comment that you began on a task
#
#   <task>  The task's id or reference: ENG-123
#
# Examples:
#   backlog.sh unsent show ENG-123
cmd_unsent__show() {
  show_one "<task>" tasks /unsent-comment "$@"
}

# Usage: backlog.sh unsent keep <task> <body>
# Summary: Keep a comment on a task that you send later
#
#   <task>  The task's id or reference: ENG-123
#   <body>  What to say, in Markdown; - reads it from standard input or $EDITOR
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
# Summary: Discard the comment that you began on a task
#
#   <task>  The task's id or reference: ENG-123
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
# Summary: List the teams that you see
#
#   --q <text>          With these words
#   --include-archived  Archived ones too
#   --limit <n>         At most so many, 250 at most; all without it
#   --cursor <cursor>   The page after the one that gave this as nextCursor
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
#   <team>  The team's key, name or id
#
# Examples:
#   backlog.sh teams show ENG
cmd_teams__show() {
  show_one "<team>" teams "" "$@"
}

# Usage: backlog.sh teams open-tasks
# Summary: Count the open tasks of each team, by status
#
#   --team-id <id>  Of one team alone
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
# Summary: Add somebody to a team, or change their role in it
#
#   <team>         The team's key, name or id
#   <member>       The member's username, name or profile id; me is understood
#   --role <role>  lead, member or commentator
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
# Summary: Take somebody out of a team, or leave it
#
#   <team>    The team's key, name or id
#   <member>  The member's username, name or profile id; me is understood
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
# Summary: List the workspace's people and agents
#
#   --role <role>      owner, admin or member
#   --kind <kind>      human or agent
#   --team-id <id>     Of this team
#   --q <text>         With these words
#   --include-removed  Former ones too
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh members list
cmd_members__list() {
  cmd_admin__members__list "$@"
}

# Usage: backlog.sh members show <member>
# Summary: Show a person or an agent
#
#   <member>  The member's username, name or profile id
#
# Examples:
#   backlog.sh members show bea
cmd_members__show() {
  show_one "<member>" members "" "$@"
}

# Usage: backlog.sh members activity <member>
# Summary: List what somebody did lately, newest first
#
#   <member>           The member's username, name or profile id
#   --limit <n>        At most so many, 50 without it, 250 at most
#   --all              Every page, as one
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh members activity bea
cmd_members__activity() {
  list_of "<member>" members /activity activity "" --all "$@"
}

# Usage: backlog.sh members work <member>
# Summary: Count what is in somebody's hands
#
#   <member>  The member's username, name or profile id
#
# Examples:
#   backlog.sh members work bea
cmd_members__work() {
  show_one "<member>" members /work "$@"
}

# Usage: backlog.sh projects list
# Summary: List projects
#
#   --status <statuses>      With any of these statuses; several are separated by commas
#   --lead-id <id>           Led by this profile; me and none are understood
#   --member-id <id>         On which this profile works; me is understood
#   --team-id <id>           Of this team
#   --label <label>          With this label
#   --health <healths>       Whose latest update says one of these: onTrack, atRisk, offTrack, none
#   --priority <priorities>  With any of these priorities
#   --updated-since <time>   Changed since this time: 2026-12-03 or 2026-12-03T17:00:00Z
#   --q <text>               With these words
#   --sort <order>           -createdAt, createdAt, -updatedAt, name, -priority or targetDate
#   --archived               Archived ones, in place of the others
#   --include-archived       Archived ones too
#   --limit <n>              At most so many, 250 at most; all without it
#   --cursor <cursor>        The page after the one that gave this as nextCursor
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
# Summary: List the projects that have a date, by when they start
#
#   --from <day>         Not over before this day: 2026-12-03
#   --to <day>           Begun by this day
#   --undated            Those without a date, in place of the others
#   --status <statuses>  With any of these statuses; several are separated by commas
#   --lead-id <id>       Led by this profile; me and none are understood
#   --team-id <id>       Of this team
#   --label <label>      With this label
#   --limit <n>          At most so many, 250 at most; all without it
#   --cursor <cursor>    The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh projects roadmap
#   backlog.sh projects roadmap --from 2026-12-03 --team-id ENG
cmd_projects__roadmap() {
  list_of "" roadmap "" projects "--from --to --status --lead-id --team-id --label" --undated "$@"
}

# Usage: backlog.sh projects show <project>
# Summary: Show a project with what happened to it
#
#   <project>  The project's id, key or name
#
# Examples:
#   backlog.sh projects show WEB
cmd_projects__show() {
  show_one "<project>" projects "" "$@"
}

# Usage: backlog.sh projects activity <project>
# Summary: List what happened to a project, newest first
#
#   <project>          The project's id, key or name
#   --limit <n>        At most so many, 50 without it, 250 at most
#   --all              Every page, as one
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh projects activity WEB
cmd_projects__activity() {
  list_of "<project>" projects /activity activity "" --all "$@"
}

# Usage: backlog.sh projects progress <project>
# Summary: Show how a project went on, day by day, and when the rest may be done
#
#   <project>      The project's id, key or name
#   --since <day>  The first day, 2026-12-03; the first task's without it
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
#   <project>           The project's id, key or name
#   --include-archived  Archived ones too
#   --limit <n>         At most so many, 250 at most; all without it
#   --cursor <cursor>   The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh projects milestones WEB
cmd_projects__milestones() {
  list_of "<project>" projects /milestones milestones "" --include-archived "$@"
}

# Usage: backlog.sh projects updates <project>
# Summary: List what was reported of a project, newest first
#
#   <project>          The project's id, key or name
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
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

# The fields of a project that options gave. A description of - is standard input, without the line breaks at its end.
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
#   --name <name>          How it is called (required)
#   --key <key>            What it is known by: WEB
#   --summary <text>       What it is for, in one line
#   --description <text>   The same at length; - reads it from standard input or $EDITOR
#   --lead-id <id>         The profile that leads it; me is understood
#   --member-id <id>       A profile that works on it; repeat it for several
#   --team-id <id>         A team of its; repeat it for several
#   --label <label>        A project label; repeat it for several
#   --priority <priority>  none, low, medium, high or urgent
#   --status <status>      backlog, planned, active, completed or cancelled
#   --start-date <day>     The day it begins: 2026-12-03
#   --target-date <day>    The day it is due
#   --template-id <id>     The project template that fills what isn't given
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
# Summary: Change a project
#
#   <project>              The project's id, key or name
#   --name <name>          How it is called
#   --key <key>            What it is known by: WEB
#   --summary <text>       What it is for, in one line
#   --description <text>   The same at length; - reads it from standard input or $EDITOR
#   --lead-id <id>         The profile that leads it; me is understood
#   --member-id <id>       A profile that works on it; repeat it for several
#   --team-id <id>         A team of its; repeat it for several
#   --label <label>        A project label; repeat it for several
#   --priority <priority>  none, low, medium, high or urgent
#   --status <status>      backlog, planned, active, completed or cancelled
#   --start-date <day>     The day it begins: 2026-12-03
#   --target-date <day>    The day it is due
#   --clear-summary        Take the summary away
#   --clear-description    Take the description away
#   --clear-lead           Leave it to nobody
#   --clear-status         Let the status follow from its tasks
#   --clear-start-date     Take the first day away
#   --clear-target-date    Take the day it is due away
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
# Summary: Report how a project goes
#
#   <project>  The project's id, key or name
#   <health>   How it goes: onTrack, atRisk or offTrack
#   [body]     What there is to say, in Markdown; - or nothing: standard input, or $EDITOR
#
# Examples:
#   backlog.sh projects report WEB onTrack "The gate stands"
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
#   <project>             The project's id, key or name
#   <name>                What is reached by it
#   --description <text>  What it takes
#   --target-date <day>   The day it is due: 2026-12-03
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
#   <project>  The project's id, key or name
#
# Examples:
#   backlog.sh projects archive WEB
cmd_projects__archive() {
  shelve projects "<project>" DELETE "" "$@"
}

# Usage: backlog.sh projects restore <project>
# Summary: Bring an archived project back
#
#   <project>  The project's id, key or name
#
# Examples:
#   backlog.sh projects restore WEB
cmd_projects__restore() {
  shelve projects "<project>" POST /restore "$@"
}

# shelve COLLECTION "<argument>" METHOD PLACE "$@": archives a record, which is printed, or brings it back.
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
# Summary: List labels of tasks, or of projects
#
#   --projects         Project labels instead of task labels
#   --archived         Archived ones too
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
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
#   <label>     The label's id or name
#   --projects  A project label instead of a task label
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
# Summary: Count the tasks that have each label, or the projects
#
#   --projects  Project labels instead of task labels
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
# Summary: Make a label
#
#   <name>                What it is called
#   --projects            A project label instead of a task label
#   --color <color>       Its colour: gray, red, orange, yellow, green, teal, blue, indigo, purple or pink
#   --description <text>  When to use it
#
# Examples:
#   backlog.sh labels create Bug --color red
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
# Summary: Rename, recolour or describe a label
#
#   <label>               The label's id or name
#   --projects            A project label instead of a task label
#   --name <name>         What it is called from now on
#   --color <color>       Its colour: gray, red, orange, yellow, green, teal, blue, indigo, purple or pink
#   --description <text>  When to use it
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
# Summary: Archive a label: what has it keeps it
#
#   <label>     The label's id or name
#   --projects  A project label instead of a task label
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
# Summary: Bring an archived label back
#
#   <label>     The label's id or name
#   --projects  A project label instead of a task label
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
# Summary: Put one label in the place of another
#
#   <label>     The label's id or name
#   <into>      The label that takes its place: its id or name
#   --projects  Project labels instead of task labels
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

# The path of the labels that the options name, or of one of them by its id, in FOUND_PATH.
find_labels() {
  if option --projects; then find_path project-labels "$@"; else find_path labels "$@"; fi
}

# Usage: backlog.sh views list
# Summary: List saved views
#
#   --kind <kind>       task or project
#   --scope <scope>     personal, team, project or workspace
#   --team-id <id>      Of this team
#   --project-id <id>   Of this project
#   --q <text>          With these words
#   --include-archived  Archived ones too
#   --limit <n>         At most so many, 250 at most; all without it
#   --cursor <cursor>   The page after the one that gave this as nextCursor
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
#   <view>  The view's id, key or name
#
# Examples:
#   backlog.sh views show mine-by-deadline-635qm
cmd_views__show() {
  act_on_view GET "" "$@"
}

# Usage: backlog.sh views tasks <view>
# Summary: List the tasks that a view shows
#
#   <view>             The view's id, key or name
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh views tasks mine-by-deadline-635qm
cmd_views__tasks() {
  list_of "<view>" views /tasks tasks "" "" "$@"
}

# Usage: backlog.sh views projects <view>
# Summary: List the projects that a view shows
#
#   <view>             The view's id, key or name
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh views projects projects-by-target-9k2fm
cmd_views__projects() {
  list_of "<view>" views /projects projects "" "" "$@"
}

# ask_page COLLECTION: the one page that --limit and --cursor ask for, or all of them.
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

# The fields of a view that options gave.
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
# Summary: Save a view
#
#   --name <name>             How it is called (required)
#   --kind <kind>             task or project
#   --description <text>      What it is for
#   --scope <scope>           personal, team, project or workspace
#   --team-id <id>            The team whose it is
#   --project-id <id>         The project whose it is
#   --layout <layout>         list or board
#   --filters <filters>       What narrows it, as a list's address has it: label=Bug&status=planned
#   --grouping <grouping>     What its groups are made by: status, assignee, none, …
#   --subgrouping <grouping>  What each of its groups is grouped by again
#   --sorting <sort>          Its order: -createdAt, -priority, deadlineAt, …
#   --sub-tasks <place>       beside or below
#   --hidden <parts>          What its rows don't show, with commas between; empty shows all
#   --density <density>       comfortable or compact
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
# Summary: Change a view
#
#   <view>                    The view's id, key or name
#   --name <name>             How it is called
#   --description <text>      What it is for
#   --scope <scope>           personal, team, project or workspace
#   --team-id <id>            The team whose it is
#   --project-id <id>         The project whose it is
#   --layout <layout>         list or board
#   --filters <filters>       What narrows it, as a list's address has it: label=Bug&status=planned
#   --grouping <grouping>     What its groups are made by: status, assignee, none, …
#   --subgrouping <grouping>  What each of its groups is grouped by again
#   --sorting <sort>          Its order: -createdAt, -priority, deadlineAt, …
#   --sub-tasks <place>       beside or below
#   --hidden <parts>          What its rows don't show, with commas between; empty shows all
#   --density <density>       comfortable or compact
#   --clear-description       Take the description away
#
# Examples:
#   backlog.sh views update mine-by-deadline-635qm --sorting deadlineAt
cmd_views__update() {
  parse "<view>" "--name $VIEW_VALUES" "" "--clear-description" "$@"
  start_record
  if option --clear-description; then
    if option --description; then bad_value "Give --description or --clear-description, not both."; fi
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
# Summary: Take back your last change of a view
#
#   <view>  The view's id, key or name
#
# Examples:
#   backlog.sh views undo mine-by-deadline-635qm
cmd_views__undo() {
  act_on_view POST /undo "$@"
}

# Usage: backlog.sh views archive <view>
# Summary: Archive a view
#
#   <view>  The view's id, key or name
#
# Examples:
#   backlog.sh views archive mine-by-deadline-635qm
cmd_views__archive() {
  act_on_view DELETE "" "$@"
}

# Usage: backlog.sh views restore <view>
# Summary: Bring an archived view back
#
#   <view>  The view's id, key or name
#
# Examples:
#   backlog.sh views restore mine-by-deadline-635qm
cmd_views__restore() {
  act_on_view POST /restore "$@"
}

# Usage: backlog.sh views subscribe <view>
# Summary: Hear of what comes into a view
#
#   <view>  The view's id, key or name
#
# Examples:
#   backlog.sh views subscribe mine-by-deadline-635qm
cmd_views__subscribe() {
  act_on_view PUT /subscription "$@"
}

# Usage: backlog.sh views unsubscribe <view>
# Summary: No longer hear of it
#
#   <view>  The view's id, key or name
#
# Examples:
#   backlog.sh views unsubscribe mine-by-deadline-635qm
cmd_views__unsubscribe() {
  act_on_view DELETE /subscription "$@"
}

# act_on_view METHOD PLACE "$@": what is done with one view, which is printed.
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
# Summary: List templates of tasks, or of projects
#
#   --projects          Project templates instead of task templates
#   --include-archived  Archived ones too
#   --limit <n>         At most so many, 250 at most; all without it
#   --cursor <cursor>   The page after the one that gave this as nextCursor
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
#   <template>  The template's id, or a task template's name
#   --projects  A project template instead of a task template
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
# Summary: List the workflows, each with its states
#
#   --include-archived  Archived ones too
#   --limit <n>         At most so many, 250 at most; all without it
#   --cursor <cursor>   The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh workflows list
cmd_workflows__list() {
  list_of "" workflows "" workflows "" --include-archived "$@"
}

# Usage: backlog.sh workflows show <workflow>
# Summary: Show a workflow with its states
#
#   <workflow>  The workflow's id or name
#
# Examples:
#   backlog.sh workflows show Default
cmd_workflows__show() {
  show_one "<workflow>" workflows "" "$@"
}

# Usage: backlog.sh favorites list
# Summary: List your favorites, in your order
#
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh favorites list
cmd_favorites__list() {
  list_pages favorites favorites "$@"
}

# Usage: backlog.sh favorites add <kind> <id>
# Summary: Add a favorite, or move one among the others
#
#   <kind>          What it is: task, project, view or team
#   <id>            Its id, key, reference or name
#   --position <n>  Where among the others, from 0; past the end means last
#
# Examples:
#   backlog.sh favorites add task ENG-123
#   backlog.sh favorites add project WEB --position 0
cmd_favorites__add() {
  local number='^(0|[1-9][0-9]{0,5})$'
  parse "<kind> <id>" "--position" "" "" "$@"
  start_record
  if option --position; then
    [[ $VALUE =~ $number ]] || bad_value "--position takes a whole number from 0; give one."
    set_json position "$VALUE"
  fi
  resolve_settings
  find_favorite
  ask PUT "$FOUND_PATH" "$WORK/record.json"
  print_json -n '{favorite: true}'
}

# Usage: backlog.sh favorites add-tasks <tasks>
# Summary: Add tasks to your favorites: all of them, or none
#
#   <tasks>  Ids or references, separated by commas: ENG-123,ENG-124
#
# Examples:
#   backlog.sh favorites add-tasks ENG-123,ENG-124
cmd_favorites__add_tasks() {
  change_own favorites /tasks '{favorite: true}' "$@"
}

# Usage: backlog.sh favorites remove-tasks <tasks>
# Summary: Take tasks out of your favorites: all of them, or none
#
#   <tasks>  Ids or references, separated by commas: ENG-123,ENG-124
#
# Examples:
#   backlog.sh favorites remove-tasks ENG-123,ENG-124
cmd_favorites__remove_tasks() {
  change_own favorites /tasks '{favorite: false}' "$@"
}

# Usage: backlog.sh favorites remove <kind> <id>
# Summary: Take something out of your favorites
#
#   <kind>  What it is: task, project, view or team
#   <id>    Its id, key, reference or name
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

# The path of the favorite that the arguments name, in FOUND_PATH.
find_favorite() {
  find_path favorites "${ARGS[0]}"
  FOUND_PATH="$FOUND_PATH/$(jq -nr --arg id "${ARGS[1]}" '$id | @uri')"
}

# Usage: backlog.sh sessions list
# Summary: List where you are signed in
#
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh sessions list
cmd_sessions__list() {
  list_pages /sessions sessions "$@"
}

# Usage: backlog.sh sessions revoke <session>
# Summary: End one of your sessions
#
#   <session>  The session's id
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
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh pat list
cmd_pat__list() {
  list_pages /personal-access-tokens credentials "$@"
}

# Usage: backlog.sh pat create --label <label>
# Summary: Create a personal access token, shown this once
#
#   --label <label>        What it is for (required)
#   --scope <scope>        What it may do: tasks.read; repeat it for several
#   --expires-in-days <n>  After how many days it ends, or never; else 90
#   --use                  Keep it in the profile instead of showing it, and use it from now on
#
# Examples:
#   backlog.sh pat create --label "Build server" --scope tasks.read --expires-in-days 30
cmd_pat__create() {
  local days='^([1-9][0-9]{0,5}|never)$'
  parse "" "--label --expires-in-days" "--scope" "--use" "$@"
  option --label || usage_failure "--label is required."
  start_record
  set_options --label
  set_list --scope scopes
  if option --expires-in-days; then
    [[ $VALUE =~ $days ]] || bad_value "--expires-in-days takes a whole number of days, or never; give one."
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
#   <credentialId>  Its id or label, as "backlog.sh pat list" shows it
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
# Summary: List the workspace's people and agents
#
#   --role <role>      owner, admin or member
#   --kind <kind>      human or agent
#   --team-id <id>     Of this team
#   --q <text>         With these words
#   --include-removed  Former ones too
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
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
# Summary: Give a member another role, or suspend them
#
#   <member>       The member's username, name or profile id
#   --role <role>  owner, admin or member
#   --suspend      Refuse all that they ask; what is theirs stays
#   --unsuspend    Let them in again
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
# Summary: Remove a member; what is theirs stays, and so does their name
#
#   <member>  The member's username, name or profile id
#
# Examples:
#   backlog.sh admin members remove bea
cmd_admin__members__remove() {
  shelve members "<member>" DELETE "" "$@"
}

# Usage: backlog.sh admin invitations list
# Summary: List the workspace's invitations
#
#   --status <status>  pending, accepted, declined, revoked or expired
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh admin invitations list
#   backlog.sh admin invitations list --status pending
cmd_admin__invitations__list() {
  list_of "" invitations "" invitations --status "" "$@"
}

# Usage: backlog.sh admin invitations create
# Summary: Invite people by email: all of them, or nobody
#
#   --email <address>   Whom to invite; repeat it for several
#   --role <role>       owner, admin or member
#   --team-id <id>      A team that they join with it; repeat it for several
#   --team-role <role>  lead, member or commentator
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
# Summary: Send an invitation once more; it holds for 14 days from now
#
#   <invitation>  The invitation's id
#
# Examples:
#   backlog.sh admin invitations resend inv_01k0000000000000000000000
cmd_admin__invitations__resend() {
  shelve invitations "<invitation>" POST /resend "$@"
}

# Usage: backlog.sh admin invitations revoke <invitation>
# Summary: Take an invitation back
#
#   <invitation>  The invitation's id
#
# Examples:
#   backlog.sh admin invitations revoke inv_01k0000000000000000000000
cmd_admin__invitations__revoke() {
  shelve invitations "<invitation>" DELETE "" "$@"
}

# The teams that people join with an invitation, each with the role that is theirs in all of them.
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
# Summary: List the workspace's automations
#
#   --limit <n>        At most so many, 250 at most; all without it
#   --cursor <cursor>  The page after the one that gave this as nextCursor
#
# Examples:
#   backlog.sh admin automations list
cmd_admin__automations__list() {
  list_pages automations automations "$@"
}

# Usage: backlog.sh admin automations show <automation>
# Summary: Show an automation, and when its secret was used
#
#   <automation>  The automation's id or name
#
# Examples:
#   backlog.sh admin automations show auto_01k0000000000000000000000
cmd_admin__automations__show() {
  show_one "<automation>" automations "" "$@"
}

# Usage: backlog.sh admin automations create --name <name>
# Summary: Create an automation; its secret is shown this once
#
#   --name <name>               How it is called (required)
#   --description <text>        What it does
#   --provider-type <type>      What runs it
#   --team-id <id>              A team that it works in; repeat it for several
#   --scope <scope>             What it may do: tasks.read; repeat it for several
#   --credential-label <label>  How its secret is called
#   --use                       Keep the secret in the profile instead of showing it, and use it from now on
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
# Summary: Change an automation
#
#   <automation>          The automation's id or name
#   --name <name>         How it is called
#   --description <text>  What it does
#   --clear-description   Take the description away
#   --team-id <id>        A team that it works in; repeat it for several
#   --scope <scope>       What it may do: tasks.read; repeat it for several
#   --suspend             Refuse its tokens
#   --unsuspend           Let its tokens work again
#
# Examples:
#   backlog.sh admin automations update auto_01k0000000000000000000000 --suspend
cmd_admin__automations__update() {
  parse "<automation>" "--name --description" "--team-id --scope" "--clear-description --suspend --unsuspend" "$@"
  start_record
  set_options "--name --description"
  if option --clear-description; then
    if option --description; then bad_value "Give --description or --clear-description, not both."; fi
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
# Summary: Give an automation a new secret, shown this once
#
#   <automation>                The automation's id or name
#   --credential-label <label>  How the new secret is called
#   --use                       Keep the secret in the profile instead of showing it, and use it from now on
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
# Summary: List the workspace's agents
#
#   --automation-id <id>  Of this automation
#   --limit <n>           At most so many, 250 at most; all without it
#   --cursor <cursor>     The page after the one that gave this as nextCursor
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
#   <agent>  The agent's id, username or name
#
# Examples:
#   backlog.sh admin agents show agent_01k0000000000000000000000
cmd_admin__agents__show() {
  show_one "<agent>" agents "" "$@"
}

# The automation that an option names, by either of its names.
set_automation() {
  if option --installation-id; then
    set_text automationId "$VALUE"
    if option --automation-id; then usage_failure "Give --automation-id once."; fi
  fi
  set_options --automation-id
}

# Usage: backlog.sh admin agents create --automation-id <id> --name <name>
# Summary: Create an agent of an automation
#
#   --automation-id <id>  The automation it belongs to (required)
#   --name <name>         How it is called (required)
#   --team-id <id>        A team that it works in; repeat it for several
#   --role <role>         member or commentator
#   --use                 Act as this agent from now on
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
# Summary: Change an agent
#
#   <agent>         The agent's id, username or name
#   --name <name>   How it is called
#   --team-id <id>  A team that it works in; repeat it for several
#   --role <role>   member or commentator
#   --suspend       Refuse requests that act as it
#   --unsuspend     Let it act again
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
# Summary: Find tasks, projects, people, teams and views by their words
#
#   <q>              Words; with @ before them people alone, $ projects, # tasks
#   --scope <kinds>  all, tasks, projects, people, teams or views
#   --limit <n>      At most so many, 20 without it, 50 at most
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
# Summary: Open a task or a project in the browser; into a pipe print its address
#
#   <what>  A task's id or reference, or a project's id or key: ENG-123, WEB
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
      printf 'No browser could be opened from here; open it yourself.\n' >&2
  fi
  print_json . "$WORK/url"
}

# Usage: backlog.sh prime
# Summary: Tell an agent what it needs to know to work here: who it is, words, commands, tasks
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
    "Your token (\(.principal.tokenKind | short)) may: \([.principal.scopes[]? | short] | join(", "))."' "$WORK/me"
  cat <<'EOF'

## Words

- A task has a reference (ENG-123), which stands wherever its id does, a team, a title, a status, a
  priority, and maybe a description in Markdown, project, milestone, assignee, deadline, parent, tags.
- Statuses: backlogged, planned, progressed, completed, cancelled.
  Priorities: none, low, medium, high, urgent.
- A draft is in no list until it is published. What is archived is put away, not gone.
- Teams and projects are named by key or name, people by username or name; "me" is you.
EOF
  jq -r "$shortly"' "- Teams: \([.teams[] | "\(.key | short) (\(.name | short))"] | join(", "))."' "$WORK/teams"
  cat <<'EOF'

## Commands, after the program's name

- tasks list --assignee-id me --status planned,progressed
- tasks show ENG-123
- tasks create --team-id ENG --title "Mend the gate" --description - < text.md
- tasks update ENG-123 --status progressed --assignee-id me
- tasks comment ENG-123 "What I found"
- tasks update-many ENG-123,ENG-124 --add-tag Bug
- tasks undo ENG-123 (takes back what you did last to it)
- projects list --status active
- inbox list
- search "broken gate"

Each has --help with examples. All but this prints JSON into a pipe; --compact a line a record,
--quiet references and ids alone.
Exit codes: 0 done, 1 failed, 2 used wrongly, 4 not signed in. An error says what to do.

## Ready for you

EOF
  jq -r "$shortly"'
    if .tasks == [] then "Nothing is assigned to you." else .tasks[]
      | "- \(.reference | short) (\(.status), \(.priority)\(if .deadlineAt then ", due \(.deadlineAt)" else "" end)) \(.title | short)"
    end' "$WORK/answer"
}

# Usage: backlog.sh watch
# Summary: Tell what happens to tasks and projects as it does, a line each, until it is stopped
#
#   --team-id <ids>  Of any of these teams; several are separated by commas
#   --count <n>      End after so many lines
#
# Examples:
#   backlog.sh watch --team-id ENG
#   backlog.sh watch --count 1
cmd_watch() {
  parse "" "--team-id --count" "" "" "$@"
  local number='^(0|[1-9][0-9]{0,8})$'
  LEFT=-1
  if option --count; then
    [[ $VALUE =~ $number ]] || bad_value "--count takes a whole number from 0; give one."
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

# follow PATH: prints what a stream tells, over cuts and restarts of the server, each event once; ends after LEFT of them.
# What can't be reached at first isn't waited for.
follow() {
  local rest=1 opened="" cut=""
  LAST_EVENT=""
  while true; do
    if open_stream "$1"; then
      if [ -n "$cut" ]; then printf '%s is there again.\n' "$BASE_URL" >&2; fi
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
          if [ -z "$cut" ]; then printf "%s can't be reached; it is tried again until it can.\n" "$BASE_URL" >&2; fi
          cut=yes
          ;;
        "") unreached ;;
        *)
          require_success
          fail "$BASE_URL doesn't tell what happens as it does; it may be an older one."
          ;;
      esac
    fi
    sleep "$rest"
    rest=$((rest * 2))
    [ "$rest" -le 30 ] || rest=30
  done
}

# open_stream PATH: goes on after LAST_EVENT, with what comes at descriptor 3. Fails where there is no stream, with the
# status in STATUS, which is empty where nothing answers, and the answer in $WORK/answer.
open_stream() {
  local first=""
  STATUS="" REDIRECT=""
  rm -f "$WORK/stream"
  mkfifo "$WORK/stream"
  # Both ends at once, as bash 3.2 gives up waiting for the other one when a process of its own ends
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
  # A stream begins by saying how long to wait after a cut, which is known here
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

# Prints what an open stream tells, until it ends. The server says every 20 seconds that it is there: what is silent for a
# minute is gone.
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
            fail "$BASE_URL tells what is not Backlog's. Check the address."
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
# Summary: Ask the API, as whoever is signed in, and print what it answers
#
#   <method>  GET, POST, PATCH, PUT or DELETE
#   <path>    What stands after /api/v1; {workspaceId} is the workspace in use
#   [json]    A JSON object; - reads it from standard input
#
# Examples:
#   backlog.sh api GET /me
#   backlog.sh api GET '/workspaces/{workspaceId}/tasks?status=planned&limit=5'
#   backlog.sh api POST '/workspaces/{workspaceId}/labels' '{"name": "Bug"}'
cmd_api() {
  parse "<method> <path> [json]" "" "" "" "$@"
  local method path=${ARGS[1]} body="" pattern=$'^/[A-Za-z0-9/_.~%?&=:@!$\'()*+,;{}-]*$'
  method=$(printf '%s' "${ARGS[0]}" | tr '[:lower:]' '[:upper:]')
  case "$method" in
    GET | POST | PATCH | PUT | DELETE) ;;
    *) bad_value "A method is GET, POST, PATCH, PUT or DELETE; give one of these." ;;
  esac
  if [ "${#ARGS[@]}" -gt 2 ]; then
    body="$WORK/body.json"
    if [ "${ARGS[2]}" = - ]; then read_input && body="$WORK/input"; else printf '%s' "${ARGS[2]}" >"$body"; fi
    [ "$(jq -s 'length == 1 and (.[0] | type) == "object"' "$body" 2>/dev/null)" = true ] ||
      bad_value "A body is a JSON object: '{\"title\": \"Mend the gate\"}'; give one."
    [ "$method" != GET ] || bad_value "A GET takes no body; put it into the path."
  fi
  resolve_settings
  [[ $path =~ $pattern ]] ||
    bad_value "A path begins with a slash, such as /me, and has what else a URL has as %20."
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

# ---- Help ---------------------------------------------------------------------------------------------------

# Help is read off this file: a command's comment, or a list of commands with their summaries.
show_help() {
  local script=${BASH_SOURCE[0]} function=cmd
  [ -r "$script" ] || fail "Help is read off the script itself; save it to a file and run that."
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
    printf '\nls is understood for list, and view for show.\n'
  fi
  cat <<'EOF'

Every command takes:
  --profile <name>     Use this profile instead of the default one
  --base-url <url>     Talk to this server
  --token <token>      Use this token instead of the stored one
  --workspace-id <id>  Work in this workspace, by its id or name
  --json               Print JSON, as it does anyway
  --compact            Print a line of JSON a record, without what is empty or long
  --quiet              Print references and ids alone, a line each
  -h, --help           Show this help
EOF
  exit 0
}

# ---- From words to a command --------------------------------------------------------------------------------

# has_group FUNCTION: whether some command begins so. A bash that was built without completion has no compgen.
has_group() {
  case "$(declare -F)" in *" $1__"*) ;; *) return 1 ;; esac
}

main() {
  local function=cmd name
  if [ "${1:-}" = help ]; then
    shift
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
      # What else is understood, as other programs of the kind have it
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
