import type { Relation, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { closedStatuses } from "../../server/domain/vocabulary.ts";
import { taskPath } from "../paths.ts";
import { relationPath, relationsPath } from "../task_paths.ts";
import { StatusMark } from "../ui/marks.tsx";
import { relationOrder, relationWords, statusWords } from "../ui/words.ts";
import { LinkedRecords } from "../parts/linked_records.tsx";
import { SectionHeading } from "../parts/section_heading.tsx";

/** The relations of a task, by kind. */
export function Relations({ task, writable }: { task: TaskDetail; writable: boolean }) {
  if (task.relations.length === 0) return null;
  return (
    <section aria-labelledby="relations-title">
      <SectionHeading
        id="relations-title"
        name="Relations"
        add={writable && {
          id: "add-relation",
          name: "Add a relation",
          href: relationsPath(task.reference),
          menu: "relations",
        }}
      />
      {relationOrder.map((kind) => <KindOfRelation task={task} kind={kind} writable={writable} />)}
    </section>
  );
}

function KindOfRelation(
  { task, kind, writable }: { task: TaskDetail; kind: Relation["kind"]; writable: boolean },
) {
  const related = task.relations.filter((one) => one.kind === kind);
  if (related.length === 0) return null;
  const holdsUp = kind === "blockedBy" && related.some(({ task: other }) => !isClosed(other));
  return (
    <LinkedRecords
      id={`relations-${kind}`}
      name={relationWords[kind]}
      warns={holdsUp}
      writable={writable}
      records={related.map(({ task: other }) => ({
        href: taskPath(other.reference),
        mark: <StatusMark status={other.status} />,
        status: statusWords[other.status],
        reference: other.reference,
        name: other.title,
        closed: isClosed(other),
        besides: other.archivedAt && <span class="badge">Archived</span>,
        path: relationPath(task.reference, kind, other.reference),
      }))}
    />
  );
}

/** Returns whether a task is closed, so that it no longer blocks others. */
function isClosed({ status }: Relation["task"]): boolean {
  return closedStatuses.includes(status);
}
