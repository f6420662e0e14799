import type { Context } from "hono";
import { saidOf } from "../../../views/settings/audit_words.ts";
import { listAudit } from "../../domain/audit/list.ts";
import type { AuditEntry } from "../../domain/audit/schema.ts";
import { perform } from "../../domain/core/operation.ts";
import type { Env } from "../../http/env.ts";
import { csvAnswer } from "../csv.ts";
import { required } from "../visit.ts";
import { requireAudience } from "../audience.ts";
import { auditQueryIn } from "./audit.tsx";

/** Maximum number of entries in a table, the newest. A filter by time returns others. */
const MOST_ROWS = 10_000;

const columns = [
  "time",
  "kind",
  "what",
  "who",
  "subject kind",
  "subject",
  "interface",
  "credential",
  "address",
  "data",
];

/**
 * Returns the audit log as comma-separated values, with the filters of its page. RFC 4180
 * @throws Forbidden unless the member is a manager; Invalid for a wrong filter; errors of `csvAnswer`
 */
export async function auditCsv(c: Context<Env>): Promise<Response> {
  const member = required(c.get("member") ?? null);
  requireAudience(member, "managers");
  const query = auditQueryIn(new URL(c.req.url).searchParams);
  const deps = c.get("deps");
  return await csvAnswer<AuditEntry>(c, member, {
    file: "audit.csv",
    columns,
    ask: (member, place) => perform(deps, member, listAudit, { ...query, ...place }),
    row: rowOf,
    most: MOST_ROWS,
  });
}

function rowOf(entry: AuditEntry): string[] {
  const { createdAt, kind, actor, subject, interface: source, credential, address, data } = entry;
  return [
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
  ];
}
