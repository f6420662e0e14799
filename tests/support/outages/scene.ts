import assert from "node:assert/strict";
import type { TemporaryFolder } from "../folder.ts";
import { ask, type RemotePerson } from "../remote_person.ts";
import type { TestServer } from "../server.ts";
import { pause } from "./steady.ts";

/** A server with a problem, and a person who uses it. */
export interface Scene {
  server: TestServer;
  person: RemotePerson;
  folder: TemporaryFolder;
  /** How long the problem lasts, in milliseconds. */
  lasting: number;
}

/** @param description the task's description; a long one uses more space */
export function createTask({ server, person }: Pick<Scene, "server" | "person">, description = "") {
  return ask(server.url, `POST /workspaces/${person.workspaceId}/tasks`, {
    token: person.token,
    body: { title: "Mend the gate", teamId: person.teamId, description },
  });
}

/** Writes continuously for a number of milliseconds, and fails if a write is refused. */
export async function writeThroughout(
  scene: Pick<Scene, "server" | "person">,
  lasting: number,
): Promise<void> {
  for (const end = performance.now() + lasting; performance.now() < end; await pause(20)) {
    const { status, body } = await createTask(scene);
    assert.equal(status, 201, body.detail);
  }
}

/** Waits, with a time limit, until `/health` returns this status. */
export async function healthSays(server: TestServer, status: number): Promise<void> {
  let found = 0;
  for (let tries = 0; tries < 200; tries++) {
    const response = await onceTaken(() => fetch(`${server.url}/health`));
    await response.body?.cancel();
    found = response.status;
    if (found === status) return;
    await pause(50);
  }
  assert.equal(found, status, "what /health says");
}

/**
 * Repeats a request, with a time limit, while no connection is possible: a server without free descriptors drops
 * connections and refuses new ones until it listens again. Any other error counts immediately.
 */
export async function onceTaken<T>(asking: () => Promise<T>): Promise<T> {
  for (let tries = 0;; tries++) {
    try {
      return await asking();
    } catch (error) {
      // Only network errors have a cause
      const cause = error instanceof TypeError ? error.cause : undefined;
      if (!(cause instanceof Error)) throw error;
      if (tries === 200) throw new Error(`No connection was answered: ${cause.message}`, { cause });
      await pause(50);
    }
  }
}
