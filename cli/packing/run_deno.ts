/** What a failed run of Deno said. */
export class DenoFailed extends Error {
  override name = "DenoFailed";
}

/**
 * Runs the Deno that runs this.
 * @param env more of the environment; what is undefined is left out of it
 * @throws DenoFailed with what it wrote to standard error
 */
export async function runDeno(
  args: string[],
  cwd: string,
  env: Record<string, string> = Deno.env.toObject(),
): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    clearEnv: true,
    env: { ...env, NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new DenoFailed(new TextDecoder().decode(stderr).trim());
}
