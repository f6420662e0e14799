import type { Task, TaskDetail } from "../../server/domain/tasks/schema.ts";
import type { RelationKind } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { relationsPath } from "../task_paths.ts";
import { relationLine } from "./starting_lines.ts";
import { StatusMark } from "../ui/marks.tsx";
import { type Choice, Menu, MenuNote } from "../ui/menu.tsx";
import { relationWords } from "../ui/words.ts";

interface RelationMenuProps {
  task: TaskDetail;
  /** Why the viewer can't change it. */
  refusal: string | null;
}

/**
 * The menu of kinds of relations. Each opens a search for the other task with the typed text. If the text is a reference,
 * each relates the tasks directly.
 */
export function RelationKindsMenu({ task, refusal, q, other, kinds }: RelationMenuProps & {
  /** The search text. */
  q: string;
  /** The task with the typed reference. */
  other: Task | null;
  /** The kinds that match the typed text. */
  kinds: readonly RelationKind[];
}) {
  if (refusal) return <MenuNote name="Relations">{refusal}</MenuNote>;
  const icon = <Icon name="relation" />;
  const choices = kinds.map((kind): Choice => {
    const name = relationWords[kind];
    if (other) {
      const { reference, title } = other;
      return {
        name: `${name} ${reference}`,
        hint: title,
        icon,
        send: { name: "relation", value: relationLine({ kind, taskId: reference }) },
      };
    }
    const path = relationsPath(task.reference, kind);
    return {
      name: q ? `${name}: “${q}”…` : `${name}…`,
      icon,
      href: q ? withQuery(path, { q }) : path,
      menu: "relation",
    };
  });
  const path = relationsPath(task.reference);
  const finds = { path, q, rest: q === "" };
  return (
    <Menu
      name={`Relation of ${task.reference}`}
      action={path}
      finds={finds}
      groups={[{ choices }]}
    />
  );
}

/** The search for the other task, by reference or words. */
export function FindTaskMenu({ task, refusal, kind, q, found }: RelationMenuProps & {
  kind: RelationKind;
  /** The search text. */
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
  const subject = `${task.reference}: ${name.toLowerCase()}`;
  return <Menu name={subject} action={path} finds={{ path, q }} groups={[{ choices }]} />;
}
