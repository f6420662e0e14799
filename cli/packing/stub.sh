#!/bin/sh
# Backlog as one file: this script, followed by a compressed archive of the program and the Deno runtime. The first start
# unpacks the archive into the user's cache, in a folder named after its checksum. Later starts run it from there.
set -u
sum=@SUM@ lines=@LINES@ files=@FILES@ machine='@MACHINE@'

fail() {
  printf 'backlog: %s\n' "$1" >&2
  exit 1
}

# Succeeds if a folder belongs to this user. Other users' files are never run.
# shellcheck disable=SC3067 # dash, BusyBox and every other sh in use know -O
ours() { [ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ]; }

# Succeeds if all files of the program are there and not empty. Caches are cleared file by file, and a power failure can
# leave empty files.
whole() {
  ours "$1" && [ -x "$1/deno" ] && [ -s "$1/node_modules/@ENGINE@/index.node" ] || return 1
  set -- "$1"/deno "$1"/program/modules/* "$1"/static/* "$1"/static/*/* "$1"/static/*/*/*
  [ "$#" -eq "$files" ] || return 1
  for file in "$@"; do
    [ -s "$file" ] || [ -d "$file" ] || return 1
  done
}

run() {
  folder=$1
  shift
  case ${1-} in
    serve) flags='@SERVER_FLAGS@' ;;
    *) flags='@FLAGS@' ;;
  esac
  # The runtime caches compiled code beside the program, and doesn't check for updates
  export DENO_DIR="$folder/compiled" DENO_NO_UPDATE_CHECK=1
  # shellcheck disable=SC2086 # the flags are words
  set -f && exec "$folder/deno" run --quiet --no-config --no-lock --no-remote --cached-only --no-prompt --no-check \
    --node-modules-dir=manual $flags "$folder/@MAIN@" "$@"
}

archive() { tail -n "+$lines" "$0"; }

# Succeeds if the archive is intact. Without a checksum program, uses gzip's own checksum.
intact() {
  if command -v sha256sum >/dev/null; then
    found=$(archive | sha256sum)
  elif command -v shasum >/dev/null; then
    found=$(archive | shasum -a 256)
  else
    archive | gzip -t 2>/dev/null && found=$sum
  fi
  [ "${found%% *}" = "$sum" ]
}

# Unpacks into a draft folder and moves it into place. The first of several concurrent starts wins.
unpack() (
  umask 077
  mkdir -p "$1" 2>/dev/null && ours "$1" && [ -w "$1" ] || exit 1
  # Remove drafts of killed starts
  for draft in "$1/.$sum".*; do
    [ -d "$draft" ] && ! kill -0 "${draft##*.}" 2>/dev/null && rm -rf "$draft" 2>/dev/null
  done
  draft=$1/.$sum.$$
  trap 'rm -rf "$draft" "$draft.damaged" 2>/dev/null' EXIT
  trap 'exit 1' HUP INT TERM
  mkdir "$draft" 2>/dev/null && archive | gzip -dc | (cd "$draft" && tar -xof - 2>/dev/null) || exit 1
  whole "$draft" && "$draft/deno" --version >/dev/null 2>&1 || exit 1
  # Write everything to the disk before the move, if the system can
  sync -f "$draft" 2>/dev/null
  # A damaged folder is moved away first: deleting it takes time, in which another start might move its folder there
  if [ -e "$1/$sum" ]; then
    whole "$1/$sum" && exit 0
    mv "$1/$sum" "$draft.damaged" 2>/dev/null
  fi
  # If another start moved its folder there first, mv puts this one inside it
  mv "$draft" "$1/$sum" && rm -rf "$1/$sum/.$sum.$$"
  whole "$1/$sum"
)

# The user's cache (XDG Base Directory Specification), or a temporary folder if the cache isn't writable.
case ${XDG_CACHE_HOME-} in
  /*) cache=$XDG_CACHE_HOME/backlog ;;
  *) cache=${HOME:+$HOME/.cache/backlog} ;;
esac
if [ "$cache" ] && whole "$cache/$sum"; then run "$cache/$sum" "$@"; fi
passing=${TMPDIR:-/tmp}/backlog-$(id -u)
if ours "$passing" && whole "$passing/$sum"; then run "$passing/$sum" "$@"; fi

[ "$(uname -sm)" = "$machine" ] || fail "This file is for $machine, but this machine is $(uname -sm)."
intact || fail 'This file is damaged. Download it again.'
# Another start that found a damaged folder can move this start's folder away instead, so there is a second try
for place in "$cache" "$cache" "$passing"; do
  [ "$place" ] && unpack "$place" && run "$place/$sum" "$@"
done
fail "Backlog can't be unpacked and run in ${cache:-any cache} or $passing. The folder must belong to you, have 120 MB free, and\
 allow programs, and the system needs glibc. Set XDG_CACHE_HOME to use another folder."
