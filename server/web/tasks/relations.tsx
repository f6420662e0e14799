import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { relationPagePath, relationsPagePath } from "../../../views/task_paths.ts";
import { FindTaskMenu, RelationKindsMenu } from "../../../views/tasks/relation_menus.tsx";
import { relationOrder, relationVerbs, relationWords } from "../../../views/ui/words.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { addRelation } from "../../domain/relations/add.ts";
import { removeRelation } from "../../domain/relations/remove.ts";
import { findTaskRow } from "../../domain/tasks/find_row.ts";
import type { Relation, TaskDetail } from "../../domain/tasks/schema.ts";
import { nameScore, plainName } from "../../domain/text/name_score.ts";
import type { RelationKind } from "../../domain/vocabulary.ts";
import { searchTextIn } from "../choices.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { text } from "../forms.ts";
import { page } from "../page.ts";
import { findTasksFor } from "./find_tasks.ts";
import { taskAndRefusal } from "./menus.tsx";
import { done } from "./undo.ts";

const under = (_url: URL, { taskId }: { taskId: string }) => taskPath(taskId);
const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** The menu of the kinds of relations. */
export const relationKindsMenu = page({
  path: relationsPagePath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const { task, refusal } = await taskAndRefusal(at);
    const q = searchTextIn(at.url);
    const [reference] = /\b[a-z][a-z0-9]{0,9}-\d{1,9}\b/i.exec(q) ?? [];
    const found = reference && !refusal ? await findTasksFor(at, reference, task.id) : [];
    const other = found.find((one) => one.reference === reference?.toUpperCase()) ?? null;
    const kinds = relationOrder.filter((kind) =>
      nameScore(plainName(q), `${relationWords[kind]} ${reference ?? ""}`) > 0
    );
    return { task, refusal, q, other, kinds: kinds.length > 0 ? kinds : relationOrder };
  },
}).shows({
  title: ({ task }) => `Relations of ${task.reference}`,
  main: (props) => <RelationKindsMenu {...props} />,
});

/** For each kind, a menu that searches for the other task. */
export const findTaskMenus = relationOrder.map((kind: RelationKind) =>
  page({
    path: `${relationsPagePath}/${kind}` as const,
    who: "members",
    layer: "menu",
    under,
    async read(at) {
      const { task, refusal } = await taskAndRefusal(at);
      const q = searchTextIn(at.url);
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

/** Removes a relation. */
export const unrelate = action({
  path: relationPagePath,
  button: "act=remove",
  form: {},
  async does(_form, { ask, perform, params }): Promise<Related> {
    const other = parseJson(await ask(findTaskRow, { taskId: params.otherId }));
    const task = parseJson((await perform(removeRelation, params)).json);
    return { task, relation: { kind: params.kind as RelationKind, reference: other.reference } };
  },
  says: (related, _form, at) => done(`Relation removed: ${toldOf(related)}`, at),
  home,
});

/** Adds a relation to a task found in a menu. */
export const relate = action({
  path: `${relationsPagePath}/:kind` as `${typeof taskPagePath}/relations/:kind`,
  form: { otherId: text },
  does: ({ otherId }, { perform, params }) => related(perform, { ...params, otherId }),
  says: (related, _form, at) => done(`Relation added: ${toldOf(related)}`, at),
  home,
});

/** Adds a relation whose task was typed before its kind was chosen. */
export const relateNamed = action({
  path: relationsPagePath as `${typeof taskPagePath}/relations`,
  form: { relation: text },
  does({ relation }, { perform, params }) {
    const [kind = "", otherId = ""] = relation.split(" ");
    return related(perform, { ...params, kind, otherId });
  },
  says: (related, _form, at) => done(`Relation added: ${toldOf(related)}`, at),
  home,
});

async function related(
  perform: ActionContext<Member>["perform"],
  asked: { taskId: string; kind: string; otherId: string },
): Promise<Related> {
  const { otherId } = asked;
  const kind = asked.kind as RelationKind;
  const task = parseJson((await perform(addRelation, { ...asked, kind })).json);
  const found = task.relations.find((one) =>
    one.kind === kind && [one.task.id, one.task.reference].includes(otherId)
  );
  return { task, relation: { kind, reference: found?.task.reference ?? otherId } };
}

function toldOf({ task, relation: { kind, reference } }: Related): string {
  return `${task.reference} ${relationVerbs[kind]} ${reference}`;
}
