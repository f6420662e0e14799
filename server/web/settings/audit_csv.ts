import type { Context } from "hono";
import { saidOf } from "../../../views/settings/audit_words.ts";
import { listAudit } from "../../domain/audit/list.ts";
import type { AuditEntry } from "../../domain/audit/schema.ts";
import { perform } from "../../domain/core/operation.ts";
import type { Env } from "../../http/env.ts";
import { csvAnswer, csvLine, pagesOf } from "../csv.ts";
import { required } from "../visit.ts";
import { requireAudience } from "../audience.ts";
import { auditQueryIn } from "./audit.tsx";

/** Maximum number of entries in a table, the newest. A filter by time returns others. */
const MOST_ROWS = 10_000;

const head = "time,kind,what,who,subject kind,subject,interface,credential,address,data";

/**
 * Returns the audit log as comma-separated values, with the filters of its page. RFC 4180
 * @throws Forbidden unless the member is a manager; Invalid for a wrong filter
 */
export async function auditCsv(c: Context<Env>): Promise<Response> {
  const member = required(c.get("member") ?? null);
  requireAudience(member, "managers");
  const query = auditQueryIn(new URL(c.req.url).searchParams);
  const deps = c.get("deps");
  const lines = [head];
  const pages = pagesOf((place) => perform(deps, member, listAudit, { ...query, ...place }));
  for await (const entries of pages) {
    for (const entry of entries) lines.push(lineOf(entry));
    if (lines.length > MOST_ROWS) break;
  }
  return csvAnswer(c, "audit.csv", lines);
}

function lineOf(entry: AuditEntry): string {
  const { createdAt, kind, actor, subject, interface: source, credential, address, data } = entry;
  return csvLine([
    createdAt,
    kind,
    saidOf(kind),
    actor?.name ?? "",
    subject?.kind ?? "",
    subject?.name ?? "",
    source,
    credential ? `${credential.kind} ${credential.id}` : "",
    address ?? "",
    JSON.stringify(data),
  ]);
}
