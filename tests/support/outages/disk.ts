import assert from "node:assert/strict";
import { compare, type Durability, taskIds } from "../durability/compare.ts";
import { createTask, healthSays, type Scene } from "./scene.ts";
import { pause } from "./steady.ts";

/** A shell that sets a limit and then runs the rest of its arguments. */
export const limited = (limit: string) => [
  "sh",
  "-c",
  `trap '' XFSZ; ${limit}; exec "$@"`,
  "sh",
];

/** Whether this machine can mount a file system for a single process and its children. */
export const canMount = isPossible("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt");

/** Runs the rest of its arguments with an empty 12 MB file system mounted at a folder. */
export const onSmallDisk = (folder: string) => [
  ...["unshare", "-m", "sh", "-c", `mount -t tmpfs -o size=12m tmpfs "$0" && exec "$@"`, folder],
];

/** Fills a small disk; see `fillDisk`. */
export function fillSmallDisk({ server, person, folder, lasting }: Scene): Promise<Durability> {
  return fillDisk({ server, person }, 2_000, lasting, () =>
    succeeds(
      "nsenter",
      ...["-t", `${server.pid}`, "-m", "mount", "-o", "remount,size=64m", folder.file("data")],
    ));
}

/**
 * Fills a disk, checks that `/health` reports it until there is space again, and looks for the acknowledged tasks.
 * @param length the length of the tasks' descriptions
 * @param lasting how long the disk stays full, in milliseconds
 */
export async function fillDisk(
  scene: Pick<Scene, "server" | "person">,
  length: number,
  lasting: number,
  makeRoom: () => Promise<void>,
): Promise<Durability> {
  const written = await writeUntilRefused(scene, length);
  await healthSays(scene.server, 503);
  for (const end = performance.now() + lasting; performance.now() < end; await pause(50)) {
    const { status, body } = await createTask(scene);
    if (status === 201) written.push(body.task.id);
    const health = await fetch(`${scene.server.url}/health`);
    await health.body?.cancel();
    assert.equal(health.status, 503, "what is written in between makes no room");
  }
  await makeRoom();
  await healthSays(scene.server, 200);
  return compare(written, await taskIds(scene.server.url, scene.person));
}

/** Writes until the disk is full, and returns the IDs of the acknowledged tasks. */
async function writeUntilRefused(
  scene: Pick<Scene, "server" | "person">,
  length: number,
): Promise<string[]> {
  const description = "All work and no play. ".repeat(length / 22);
  const written: string[] = [];
  while (written.length < 2_000) {
    const { status, body } = await createTask(scene, description);
    if (status !== 201) {
      assert.equal(status, 503);
      return written;
    }
    written.push(body.task.id);
  }
  return assert.fail("the disk is never full");
}

/** Runs a program that must succeed. */
export async function succeeds(program: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
}

function isPossible(program: string, ...args: string[]): boolean {
  try {
    return new Deno.Command(program, { args, stdout: "null", stderr: "null" }).outputSync().success;
  } catch {
    return false;
  }
}
