import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { relationPagePath, relationsPagePath } from "../../../views/task_paths.ts";
import { FindTaskMenu, RelationKindsMenu } from "../../../views/tasks/relation_menus.tsx";
import { relationOrder, relationVerbs } from "../../../views/ui/words.ts";
import { parseJson } from "../../domain/core/json.ts";
import { addRelation } from "../../domain/relations/add.ts";
import { removeRelation } from "../../domain/relations/remove.ts";
import { findTask } from "../../domain/tasks/find.ts";
import type { Relation, TaskDetail } from "../../domain/tasks/schema.ts";
import type { RelationKind } from "../../domain/vocabulary.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";
import { page } from "../page.ts";
import { findTasksFor } from "./find_tasks.ts";
import { readTask } from "./menus.tsx";
import { done } from "./undo.ts";

const under = (_url: URL, { taskId }: { taskId: string }) => taskPath(taskId);
const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** The menu of the kinds of relations. */
export const relationKindsMenu = page({
  path: relationsPagePath,
  who: "members",
  layer: "menu",
  under,
  read: readTask,
}).shows({
  title: ({ task }) => `Relations of ${task.reference}`,
  main: (props) => <RelationKindsMenu {...props} />,
});

/** For each kind a menu that finds the other task as one types. */
export const findTaskMenus = relationOrder.map((kind: RelationKind) =>
  page({
    path: `${relationsPagePath}/${kind}` as const,
    who: "members",
    layer: "menu",
    under,
    async read(at) {
      const { task, refusal } = await readTask(at);
      const q = at.url.searchParams.get("q")?.trim() ?? "";
      return { task, refusal, q, found: refusal ? [] : await findTasksFor(at, q, task.id) };
    },
  }).shows({
    title: ({ task }) => `${task.reference} ${relationVerbs[kind]}`,
    main: (props) => <FindTaskMenu {...props} kind={kind} />,
  })
);

interface Related {
  task: TaskDetail;
  relation: Pick<Relation, "kind"> & { reference: string };
}

/** Takes a relation away. */
export const unrelate = action({
  path: relationPagePath,
  button: "act=remove",
  form: {},
  async does(_form, { ask, perform, params }): Promise<Related> {
    const other = parseJson((await ask(findTask, { taskId: params.otherId })).json);
    const task = parseJson((await perform(removeRelation, params)).json);
    return { task, relation: { kind: params.kind as RelationKind, reference: other.reference } };
  },
  says: (related, _form, at) => done(`${toldOf(related, "no longer ")}.`, at),
  home,
});

/** Relates a task to the one that a menu found. */
export const relate = action({
  path: `${relationsPagePath}/:kind` as `${typeof taskPagePath}/relations/:kind`,
  form: { otherId: text },
  async does({ otherId }, { perform, params }): Promise<Related> {
    const kind = params.kind as RelationKind;
    const task = parseJson((await perform(addRelation, { ...params, otherId })).json);
    const found = task.relations.find((one) =>
      one.kind === kind && [one.task.id, one.task.reference].includes(otherId)
    );
    return { task, relation: { kind, reference: found?.task.reference ?? otherId } };
  },
  says: (related, _form, at) => done(`${toldOf(related)}.`, at),
  home,
});

function toldOf({ task, relation: { kind, reference } }: Related, before = ""): string {
  return `${task.reference} ${before}${relationVerbs[kind]} ${reference}`;
}
