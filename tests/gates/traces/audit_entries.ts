import type { Answer, TestApp } from "../../support/app.ts";
import type { FullCast } from "../support/full_cast.ts";

/**
 * Collects the audit entries that requests write, by request: kind, subject, actor, and data. Names replace the IDs of
 * the cast, `new` replaces the ID of the response's record, and `other` any other ID.
 */
export function gatheringAudits({ world: { database } }: TestApp, fullCast: FullCast) {
  const { ids, teams, workspaceId: workspace } = fullCast;
  const written: Record<string, string[]> = {};
  const names = new Map(
    Object.entries({ ...ids, ...teams, workspace }).map(([name, id]) => [id, name]),
  );
  const entries = () => database.read.selectFrom("audit").selectAll().orderBy("seq").execute();
  return {
    written,
    async during(name: string, act: () => Promise<Answer>): Promise<Answer> {
      const { length } = await entries();
      const answer = await act();
      const added = (await entries()).slice(length);
      if (added.length === 0) return answer;
      const made = new Set(idsIn(answer.body));
      const named = (text: string) =>
        text.replaceAll(
          typeId,
          (id) => names.get(id) ?? (made.has(id) ? "new" : "other"),
        );
      written[name] = added.map((entry) => {
        const { kind, subject_kind: noun, subject_id: id, subject_name, profile_id: by } = entry;
        const subject = noun ? `${noun} ${id} (${subject_name})` : "nothing";
        return named(`${kind}: ${subject} by ${by ?? "nobody"} ${entry.data}`);
      });
      return answer;
    },
  };
}

const typeId = /\b[a-z]{2,6}_[0-9a-z]{26}\b/g;

/** Returns the IDs of a response's record, or of the records in its only list. */
function idsIn(body: unknown): string[] {
  return Object.values(Object(body)).flat().flatMap((record) => {
    const { id } = Object(record);
    return typeof id === "string" ? [id] : [];
  });
}
