import { gunzipSync } from "node:zlib";
import { RawConnection, requestBytes } from "./connection.ts";
import type { Fixture } from "./fixture.ts";
import type { Row } from "./rows.ts";

/** How many of a row's requests are compared. */
const COMPARED = 5;
/** How many answers are read for their average size. */
const AVERAGED = 50;

/**
 * Whether the product and the bare server answer a row's requests with the same bytes.
 * @returns null when they do, else one sentence about the first difference
 */
export async function compareBytes(
  row: Row,
  oursPort: number,
  barePort: number,
): Promise<string | null> {
  for (const { method, path, headers, body } of row.requests.slice(0, COMPARED)) {
    const request = requestBytes(method, path, headers, body);
    const ours = await once(oursPort, request);
    const bare = await once(barePort, request);
    if (ours === bare) continue;
    const at = [...ours].findIndex((character, n) => character !== bare[n]);
    const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 50));
    return `${path}: ${ours.length} and ${bare.length} characters, ` +
      `which differ from ${at}: ${near(ours)} and ${near(bare)}`;
  }
  return null;
}

/** Returns the average length of a row's answers, uncompressed. */
export async function answerBytes({ requests }: Row, port: number): Promise<number> {
  const some = requests.slice(0, AVERAGED);
  let bytes = 0;
  for (const { method, path, headers } of some) {
    bytes += (await once(port, requestBytes(method, path, headers))).length;
  }
  return bytes / some.length;
}

async function once(port: number, request: Uint8Array): Promise<string> {
  const connection = await RawConnection.open(port);
  try {
    const { head, body } = await connection.read(request);
    const zipped = /\r\ncontent-encoding: *gzip\r\n/i.test(head);
    return new TextDecoder().decode(zipped ? gunzipSync(body) : body);
  } finally {
    connection.close();
  }
}

/** The ETag of each task that the bench asks for, as the product gives it. */
export async function etagsOf(fixture: Fixture, port: number): Promise<Map<string, string>> {
  const etags = new Map<string, string>();
  const connection = await RawConnection.open(port);
  const headers = { authorization: `Bearer ${fixture.accessToken}` };
  try {
    for (const id of fixture.taskIds) {
      const path = `/api/v1/workspaces/${fixture.workspaceId}/tasks/${id}`;
      const { head, status } = await connection.read(requestBytes("GET", path, headers));
      const etag = /\r\netag: *(.+)\r\n/i.exec(head)?.[1];
      if (!etag) throw new Error(`${path} answered ${status} without an ETag.`);
      etags.set(id, etag);
    }
  } finally {
    connection.close();
  }
  return etags;
}
