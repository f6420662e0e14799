import type { Task, TaskDetail } from "../../server/domain/tasks/schema.ts";
import type { RelationKind } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { relationsPath } from "../task_paths.ts";
import { StatusMark } from "../ui/marks.tsx";
import { Menu, MenuNote } from "../ui/menu.tsx";
import { relationOrder, relationWords } from "../ui/words.ts";

interface RelationMenuProps {
  task: TaskDetail;
  /** Why the viewer can't change it. */
  refusal: string | null;
}

/** The kinds of relations; each leads to the menu that finds the other task. */
export function RelationKindsMenu({ task, refusal }: RelationMenuProps) {
  if (refusal) return <MenuNote name="Relations">{refusal}</MenuNote>;
  const choices = relationOrder.map((kind) => ({
    name: `${relationWords[kind]}…`,
    icon: <Icon name="relation" />,
    href: relationsPath(task.reference, kind),
    menu: "relation",
  }));
  return <Menu name="Relation" groups={[{ choices }]} />;
}

/** Finds the other task by its reference or by words, as one types. */
export function FindTaskMenu({ task, refusal, kind, q, found }: RelationMenuProps & {
  kind: RelationKind;
  /** What is typed. */
  q: string;
  found: readonly Task[];
}) {
  const name = relationWords[kind];
  if (refusal) return <MenuNote name={name}>{refusal}</MenuNote>;
  const path = relationsPath(task.reference, kind);
  const related = new Set(
    task.relations.filter((one) => one.kind === kind).map((one) => one.task.id),
  );
  const choices = found.map(({ id, title, reference, status }) => ({
    name: title,
    hint: reference,
    icon: <StatusMark status={status} />,
    chosen: related.has(id),
    send: { name: "otherId", value: reference },
  }));
  return <Menu name={name} action={path} finds={{ path, q }} groups={[{ choices }]} />;
}
