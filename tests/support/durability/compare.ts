import type { RemotePerson } from "../remote_person.ts";
import { ask } from "../remote_person.ts";

/** The result of comparing acknowledged writes with the stored records. */
export interface Durability {
  /** IDs of the tasks whose creation returned 201. */
  acknowledged: string[];
  /** IDs of acknowledged tasks that are missing from the database. */
  lost: string[];
}

/** @param kept IDs of the stored tasks */
export function compare(acknowledged: string[], kept: Iterable<string>): Durability {
  const there = new Set(kept);
  return { acknowledged, lost: acknowledged.filter((id) => !there.has(id)) };
}

/** Returns a summary in one line. */
export function inWords(name: string, { acknowledged, lost }: Durability): string {
  return `${name}: acknowledged ${acknowledged.length}, lost ${lost.length}`;
}

/** Returns the IDs of all tasks visible to a person, page by page. */
export async function taskIds(
  url: string,
  { token, workspaceId }: RemotePerson,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor = "";
  do {
    const list = `GET /workspaces/${workspaceId}/tasks?limit=250&sort=createdAt${cursor}`;
    const { body } = await ask(url, list, { token });
    ids.push(...body.tasks.map((task: { id: string }) => task.id));
    cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
  } while (cursor);
  return ids;
}
