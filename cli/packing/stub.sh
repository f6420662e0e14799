#!/bin/sh
# Backlog as one file: these lines, and after them a compressed archive of the program and the Deno runtime. The first
# start unpacks it into the user's cache, under the archive's checksum; from then on it is run from there.
set -u
sum=@SUM@ lines=@LINES@ files=@FILES@ machine='@MACHINE@'

fail() {
  printf 'backlog: %s\n' "$1" >&2
  exit 1
}

# Whether a folder is ours alone: what stands in another's is never run.
# shellcheck disable=SC3067 # dash, BusyBox and every other sh in use know -O
ours() { [ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ]; }

# Whether the program is there, whole: a cache is cleared by age, file by file, and what a machine that lost its power
# hadn't written yet is empty.
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
    serve) allowed='@SERVER_ALLOWED@' ;;
    *) allowed='@ALLOWED@' ;;
  esac
  # The runtime keeps what it compiled beside the program, and asks nobody whether there is a newer one.
  export DENO_DIR="$folder/compiled" DENO_NO_UPDATE_CHECK=1
  # shellcheck disable=SC2086 # the flags are words
  set -f && exec "$folder/deno" run --quiet --no-config --no-lock --no-remote --cached-only --no-prompt --no-check \
    --node-modules-dir=manual $allowed "$folder/@MAIN@" "$@"
}

archive() { tail -n "+$lines" "$0"; }

# Whether the archive is as it was made. Without any of these programs gzip's own checksum has to do.
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

# Unpacks beside the place and moves it there whole; whoever is first there stays.
unpack() (
  umask 077
  mkdir -p "$1" 2>/dev/null && ours "$1" && [ -w "$1" ] || exit 1
  # What a start that was killed left
  for draft in "$1/.$sum".*; do
    [ -d "$draft" ] && ! kill -0 "${draft##*.}" 2>/dev/null && rm -rf "$draft"
  done
  draft=$1/.$sum.$$
  trap 'rm -rf "$draft"' EXIT
  trap 'exit 1' HUP INT TERM
  mkdir "$draft" 2>/dev/null && archive | gzip -dc | (cd "$draft" && tar -xof - 2>/dev/null) || exit 1
  whole "$draft" && "$draft/deno" --version >/dev/null 2>&1 || exit 1
  whole "$1/$sum" && exit 0
  # Where the system can: all of it is on the disk before it is in its place
  sync -f "$draft" 2>/dev/null
  rm -rf "${1:?}/$sum" && mv "$draft" "$1/$sum" || exit 1
  # Another start may have moved its own there in between, which took this one in.
  rm -rf "$1/$sum/.$sum.$$"
  whole "$1/$sum"
)

# The user's cache, by the XDG Base Directory Specification; where that can't be written, a folder for files in passing.
case ${XDG_CACHE_HOME-} in
  /*) cache=$XDG_CACHE_HOME/backlog ;;
  *) cache=${HOME:+$HOME/.cache/backlog} ;;
esac
if [ "$cache" ] && whole "$cache/$sum"; then run "$cache/$sum" "$@"; fi
passing=${TMPDIR:-/tmp}/backlog-$(id -u)
if whole "$passing/$sum"; then run "$passing/$sum" "$@"; fi

[ "$(uname -sm)" = "$machine" ] || fail "This file is made for $machine, and this is $(uname -sm)."
intact || fail 'This file is damaged; fetch it again.'
for place in "$cache" "$passing"; do
  [ "$place" ] && unpack "$place" && run "$place/$sum" "$@"
done
fail "It can't be unpacked and run in ${cache:-any cache} or $passing: there must be 120 MB free, programs be allowed,\
 the folder be your own, and the system's C library glibc. XDG_CACHE_HOME can name another folder."
