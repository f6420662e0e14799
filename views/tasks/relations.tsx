import type { Relation, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { closedStatuses } from "../../server/domain/vocabulary.ts";
import { taskPath } from "../paths.ts";
import { relationPath, relationsPath } from "../task_paths.ts";
import { StatusMark } from "../ui/marks.tsx";
import { relationOrder, relationWords, statusWords } from "../ui/words.ts";
import { SectionHeading } from "../parts/section_heading.tsx";

/** How a task stands to others, by kind. */
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
  const id = `relations-${kind}`;
  const holdsUp = kind === "blockedBy" && related.some(({ task: other }) => !isClosed(other));
  return (
    <>
      <h3 id={id} class="detail-kind" data-warns={holdsUp || undefined}>{relationWords[kind]}</h3>
      <ul class="detail-list" aria-labelledby={id}>
        {related.map(({ task: other }) => (
          <li class="detail-item" data-closed={isClosed(other) || undefined}>
            <a href={taskPath(other.reference)}>
              <StatusMark status={other.status} />
              <span class="unseen">{statusWords[other.status]}:</span>
              <span class="row-reference">{other.reference}</span>
              <bdi class="detail-item-title">{other.title}</bdi>
              {other.archivedAt && <span class="badge">Archived</span>}
            </a>
            {writable && <Remove task={task} kind={kind} other={other} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One that is done, or won't be: it blocks nothing any more. */
function isClosed({ status }: Relation["task"]): boolean {
  return closedStatuses.includes(status);
}

function Remove({ task, kind, other }: { task: TaskDetail } & {
  kind: Relation["kind"];
  other: Relation["task"];
}) {
  const action = relationPath(task.reference, kind, other.reference);
  const name = `Remove: ${relationWords[kind].toLowerCase()} ${other.reference}`;
  return (
    <form method="post" action={action} hx-post={action} data-next="here">
      <button
        type="submit"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        name="act"
        value="remove"
        aria-label={name}
        title={name}
      >
        <Icon name="close" />
      </button>
    </form>
  );
}
