import type { Task, TaskDraft } from "../../server/domain/tasks/schema.ts";
import type { RelationKind } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { composerPath } from "../paths.ts";
import { type ComposerMenu, composerMenuPath } from "../task_paths.ts";
import { StatusMark } from "../ui/marks.tsx";
import { relationOrder, relationWords } from "../ui/words.ts";
import { type Choice, type Filled, FillForm, Menu, MenuNote } from "../ui/menu.tsx";
import { composerLetter } from "./composer_keys.ts";
import { belowChoices } from "./other_value.tsx";
import { relationLine } from "./starting_lines.ts";
import { propertyOf, type TaskProperty } from "./properties/all.ts";
import type { Choosing } from "./properties/property.ts";
import { offeredChoices, withDigits } from "../parts/offered_choices.ts";

interface ComposerMenuProps {
  /** The new task's values, by field name. */
  along: Filled["along"];
}

/** The menu that chooses a new task's property. */
export function ComposerPropertyMenu({ property, along, q, tasks, ...choosing }:
  & ComposerMenuProps
  & Choosing
  & {
    property: TaskProperty;
    /** The search text. */
    q: string;
    /** The found tasks that can be its parent. */
    tasks: readonly Task[] | null;
  }) {
  const of = propertyOf(property);
  const { name, field } = of;
  const fills = { field, path: composerPath, along };
  const press = pressOf(property);
  if (tasks) {
    const found = { q, tasks };
    return <ParentMenu {...choosing} name={name} fills={fills} press={press} found={found} />;
  }
  const all = of.choices(choosing).map(({ send, ...choice }): Choice => ({
    ...choice,
    send: choice.makes ? send : { name: field, value: send?.value ?? "" },
  }));
  const why = all.length === 0 && !q ? of.nothing?.(choosing) : null;
  if (why) return <MenuNote name={name}>{why}</MenuNote>;
  const at = composerMenuPath(property);
  const finding = { ...choosing.options, q, path: `${at}?${searchOf(along)}` };
  return (
    <Menu
      name={name}
      many={of.many}
      fills={fills}
      press={press}
      at={at}
      {...offeredChoices(of, all, finding)}
      below={belowChoices(property, choosing, (props) => <FillForm {...fills} {...props} />)}
    />
  );
}

const searchOf = (along: Filled["along"]) =>
  new URLSearchParams(along.map(([name, value]) => [name, value])).toString();

/** Returns the shortcut of a composer menu. */
function pressOf(menu: ComposerMenu): string | undefined {
  const letter = composerLetter(menu);
  return letter && `Alt Shift ${letter}`;
}

function ParentMenu({ task, name, fills, press, found: { q, tasks } }: Pick<Choosing, "task"> & {
  name: string;
  fills: Filled;
  press: string | undefined;
  found: { q: string; tasks: readonly Task[] };
}) {
  const none = task.parentId
    ? [{
      name: "No parent task",
      icon: <Icon name="close" />,
      send: { name: fills.field, value: "" },
    }]
    : [];
  const choices = tasks.map(({ title, reference, status }) => ({
    name: title,
    hint: reference,
    icon: <StatusMark status={status} />,
    chosen: reference === task.parentId,
    send: { name: fills.field, value: reference },
  }));
  return (
    <Menu
      name={name}
      finds={{ path: composerMenuPath("parent"), q }}
      groups={[{ choices: [...none, ...choices] }]}
      fills={fills}
      press={press}
    />
  );
}

/** The menu that sets the relation of a new task to another task. */
export function ComposerRelationMenu({ along, relations, of }: ComposerMenuProps & {
  relations: NonNullable<TaskDraft["relations"]>;
  /** The other task's reference. */
  of: string;
}) {
  const field = "relations";
  const valueWith = (kind: RelationKind | null) =>
    relations.flatMap((one) => {
      if (one.taskId !== of) return [one];
      return kind ? [{ ...one, kind }] : [];
    }).map(relationLine).join("\n");
  const choices = relationOrder.map((kind) => ({
    name: `${relationWords[kind]} ${of}`,
    icon: <Icon name="relation" />,
    chosen: relations.some((one) => one.taskId === of && one.kind === kind),
    send: { name: field, value: valueWith(kind) },
  }));
  const none = {
    name: "Not related",
    icon: <Icon name="close" />,
    send: { name: field, value: valueWith(null) },
  };
  return (
    <Menu
      name="Relation"
      groups={[{ choices: [...withDigits(choices), none] }]}
      fills={{ field, path: composerPath, along }}
    />
  );
}

/** The menu of templates for a new task. */
export function ComposerTemplateMenu(
  props: ComposerMenuProps & {
    templates: readonly { id: string; name: string; teamId: string | null }[];
    /** The search text, or `null` if all templates are listed. */
    finds: string | null;
    chosen: string | null | undefined;
    teams: readonly { id: string; name: string }[];
  },
) {
  const { along, templates, finds, chosen, teams } = props;
  const field = "templateId";
  const path = `${composerMenuPath("template")}?${searchOf(along)}`;
  const none = {
    name: "No template",
    icon: <Icon name="close" />,
    chosen: !chosen,
    send: { name: field, value: "" },
  };
  const choices = templates.map(({ id, name, teamId }) => ({
    name,
    hint: teams.find((team) => team.id === teamId)?.name ?? "All teams",
    icon: <Icon name="template" />,
    chosen: id === chosen,
    send: { name: field, value: id },
  }));
  return (
    <Menu
      name="Template"
      press={pressOf("template")}
      groups={[{ choices: finds ? choices : [none, ...choices] }]}
      fills={{ field, path: composerPath, along }}
      finds={finds === null ? undefined : { path, q: finds }}
    />
  );
}
