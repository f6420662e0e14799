import { auditPath } from "../../../views/settings_paths.ts";
import { Audit, AuditPeople, type AuditQuery } from "../../../views/settings/audit.tsx";
import { listAudit } from "../../domain/audit/list.ts";
import type { AuditEntry } from "../../domain/audit/schema.ts";
import { Invalid } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listMembers } from "../../domain/members/list.ts";
import { pageClockOf } from "../page_clock.ts";
import { isStaleCursor } from "../stale_cursor.ts";
import { settingsPage } from "./page.tsx";

/** Reads the filters of the audit log from a URL. Empty parameters are ignored. */
export function auditQueryIn(parameters: URLSearchParams): AuditQuery {
  const of = (name: string) => parameters.get(name)?.trim() || undefined;
  return {
    actorId: of("actorId"),
    kind: of("kind"),
    interface: of("interface"),
    since: of("since"),
    before: of("before"),
  };
}

const A_PAGE = 50;

/** The audit log, newest first. */
export const auditPage = settingsPage({
  path: auditPath,
  who: "managers",
  async read(at) {
    const { url: { searchParams }, ask, askAll } = at;
    const query = auditQueryIn(searchParams);
    const cursor = searchParams.get("cursor") ?? undefined;
    const everybody = async () => (
      <AuditPeople
        members={await askAll(listMembers, { includeRemoved: "true" })}
        chosen={query.actorId}
      />
    );
    const people = await at.drawOnce([auditPath, query.actorId], everybody);
    const found = { query, people, clock: pageClockOf(at) };
    try {
      const page = await ask(listAudit, { ...query, cursor, limit: A_PAGE });
      const entries: AuditEntry[] = parseJson(page.records);
      return { ...found, entries, next: page.nextCursor, wrong: null };
    } catch (error) {
      // Someone typed the URL. The filters show what is wrong with it.
      if (!(error instanceof Invalid) || isStaleCursor(error)) throw error;
      return { ...found, entries: [], next: null, wrong: error.message };
    }
  },
}).shows({
  title: () => "Audit",
  main: (props) => <Audit {...props} />,
});
