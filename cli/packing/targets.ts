/** A kind of machine that Backlog is built for. */
export interface Target {
  /** Deno's name for it. */
  triple: string;
  /** The package with the database's native library. */
  engine: string;
  /** The program's file name in a build of all targets. */
  name: string;
}

/** Every machine that `compile:all` builds for. */
export const targets: readonly Target[] = [
  {
    triple: "x86_64-unknown-linux-gnu",
    engine: "@libsql/linux-x64-gnu",
    name: "backlog-linux-x64",
  },
  {
    triple: "aarch64-unknown-linux-gnu",
    engine: "@libsql/linux-arm64-gnu",
    name: "backlog-linux-arm64",
  },
  { triple: "x86_64-apple-darwin", engine: "@libsql/darwin-x64", name: "backlog-macos-x64" },
  { triple: "aarch64-apple-darwin", engine: "@libsql/darwin-arm64", name: "backlog-macos-arm64" },
  {
    triple: "x86_64-pc-windows-msvc",
    engine: "@libsql/win32-x64-msvc",
    name: "backlog-windows-x64.exe",
  },
];

/**
 * Returns a target by name, or this machine's.
 * @throws if Backlog isn't built for it
 */
export function targetOf(triple: string = Deno.build.target): Target {
  const found = targets.find((one) => one.triple === triple);
  if (found) return found;
  const known = targets.map((one) => one.triple).join(", ");
  throw new Error(`Backlog isn't built for ${triple}. Use one of ${known}.`);
}
