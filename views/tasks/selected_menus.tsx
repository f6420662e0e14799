import type { Child } from "hono/jsx";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { selectedMenuPath, selectedPath } from "../paths.ts";
import { type Along, type Choice, Menu, MenuForm, MenuNote } from "../ui/menu.tsx";
import { furtherMenu, peekChoice } from "./actions_menu.tsx";
import { propertyOf, taskProperties, type TaskProperty } from "./properties/all.ts";
import type { Property, PropertyOptions } from "./properties/property.ts";
import { offeredChoices } from "../parts/offered_choices.ts";

interface SelectedProps {
  tasks: Task[];
  /** The name of the tasks: "3 tasks". */
  called: string;
  /** Why the viewer can't change them. */
  refusal: string | null;
  /** The references of tasks that can't be changed with the others. */
  leavesOut: readonly string[];
  /** The list with the selection, if the menu opens elsewhere. */
  list: string | undefined;
}

interface OfSelected extends SelectedProps {
  viewerId: string;
  /** The search text. */
  q: string;
  options: PropertyOptions;
}

const along = ({ tasks, list }: SelectedProps): Along => ({
  tasks: tasks.map(({ reference }) => reference).join(","),
  ...(list ? { list } : {}),
});

/** Explains why tasks can't be changed together, and links to the menu for those that can. */
function Refused({ name, why, menu, tasks, leavesOut, list }: Omit<SelectedProps, "called"> & {
  name: string;
  why: string;
  menu: TaskProperty | "actions";
}) {
  const rest = tasks.map(({ reference }) => reference).filter((one) => !leavesOut.includes(one));
  const few = leavesOut.length === 1 ? leavesOut[0]! : `these ${leavesOut.length}`;
  return (
    <MenuNote name={name}>
      {why}
      {leavesOut.length > 0 && rest.length > 0 && (
        <a
          class="link"
          href={selectedMenuPath(rest, menu, list)}
          data-menu={menu}
          data-leaves-out={leavesOut.join(",")}
        >
          {`Deselect ${few} and continue with ${
            rest.length === 1 ? rest[0]! : `the other ${rest.length}`
          }`}
        </a>
      )}
    </MenuNote>
  );
}

/** The menu that changes one property of several tasks at once, or why it can't be changed. */
export function SelectedPropertyMenu(
  { property, ...selected }: OfSelected & { property: TaskProperty },
) {
  const { tasks, called, refusal, list, viewerId, options, q } = selected;
  const of = propertyOf(property);
  const title = `${of.name} of ${called}`;
  const all = refusal ? [] : choicesFor(of, selected);
  const [task] = tasks;
  const why = refusal ??
    (all.length === 0 && !q && task ? of.nothing?.({ task, viewerId, options }) : null);
  if (why) return <Refused {...selected} name={title} why={why} menu={property} />;
  const path = selectedMenuPath(tasks.map(({ reference }) => reference), property, list);
  return (
    <Menu
      name={title}
      action={selectedPath}
      along={along(selected)}
      sets={property}
      at={path}
      {...offeredChoices(of, all, { ...options, q, path })}
      many={of.many}
      below={below(of, selected)}
    />
  );
}

/** The choices of a property, with the number of tasks that have each. */
function choicesFor(property: Property, { tasks, viewerId, options }: OfSelected): Choice[] {
  const alike = Map.groupBy(tasks, (task) => JSON.stringify(task[property.field]));
  const lists = [...alike.values()].map((group) => ({
    count: group.length,
    choices: property.choices({ task: group[0]!, viewerId, options }),
  }));
  // Offers the choice that clears a value if there is one. Tasks without a value don't offer it.
  const fullest = lists.toSorted((a, b) => b.choices.length - a.choices.length)[0]!.choices;
  const counts = new Map<string, number>();
  for (const { count, choices } of lists) {
    const offered = new Map(choices.map((choice) => [keyOf(choice), choice]));
    for (const choice of fullest) {
      const key = keyOf(choice);
      const own = offered.get(key);
      const has = own ? own.chosen : choice.send?.value === "" && !choice.makes;
      counts.set(key, (counts.get(key) ?? 0) + (has ? count : 0));
    }
  }
  return fullest.map((choice) => ofSeveral(choice, counts.get(keyOf(choice)) ?? 0, tasks.length));
}

const keyOf = ({ send }: Choice) => `${send?.name}=${send?.value}`;

function ofSeveral(choice: Choice, having: number, all: number): Choice {
  const { send } = choice;
  const chosen = having === all;
  const mixed = having > 0 && !chosen;
  return {
    ...choice,
    chosen,
    mixed,
    hint: mixed ? [choice.hint, `${having} of ${all}`].filter(Boolean).join(" · ") : choice.hint,
    // A label that only some tasks have is first added to all.
    ...(send?.name === "toggleLabel" && {
      send: { name: chosen ? "removeLabel" : "addLabel", value: send.value },
    }),
  };
}

function below({ other, note, field }: Property, selected: OfSelected): Child {
  const { tasks, viewerId, options } = selected;
  const [first, ...rest] = tasks as [Task, ...Task[]];
  const words = note?.({ task: first, viewerId, options });
  if (words) return <p class="menu-hint">{words}</p>;
  if (!other) return null;
  const common = rest.every((task) => task[field] === first[field]);
  return (
    <MenuForm action={selectedPath} along={along(selected)} class="menu-form">
      <div class="field">
        <label for="menu-field">{other.label}</label>
        {other.input(common ? first : { ...first, [field]: null })}
      </div>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Set</button>
      </div>
    </MenuForm>
  );
}

/** The menu of actions on several tasks, or the reason for having none. */
export function SelectedActionsMenu(
  { peeks, favored, archived, ...selected }: SelectedProps & {
    /** Whether all are archived, so that they can only be restored. */
    archived: boolean;
    /** How many of the tasks are favorites. */
    favored: number;
    /** Whether the menu was opened where a task can be shown in the side panel. */
    peeks: boolean;
  },
) {
  const { tasks, called, refusal, list } = selected;
  const name = `Actions on ${called}`;
  if (refusal) return <Refused {...selected} name={name} why={refusal} menu="actions" />;
  const clear: Choice = {
    name: "Clear selection",
    icon: <Icon name="close" />,
    press: "Esc",
    selects: { act: "clear" },
  };
  const restore: Choice = {
    name: "Restore",
    icon: <Icon name="restore" />,
    send: { name: "act", value: "restore" },
  };
  if (archived) {
    return (
      <Menu
        name={name}
        action={selectedPath}
        along={along(selected)}
        groups={[{ choices: [restore, clear] }]}
      />
    );
  }
  const references = tasks.map(({ reference }) => reference);
  const [only, second] = references;
  const peek = peeks && only !== undefined && second === undefined ? [peekChoice(only)] : [];
  const menus = taskProperties.map((property) =>
    furtherMenu(property, selectedMenuPath(references, property, list))
  );
  return (
    <Menu
      name={name}
      action={selectedPath}
      along={along(selected)}
      groups={[{ name: "Properties", choices: menus }, {
        name: "Tasks",
        choices: [
          clear,
          ...peek,
          {
            name: "Assign to me",
            icon: <Icon name="user" />,
            shortcut: "i",
            send: { name: "act", value: "assignToMe" },
          },
          ...ownChoices(favored, tasks.length),
          {
            name: "Archive",
            icon: <Icon name="archive" />,
            send: { name: "act", value: "archive" },
          },
        ],
      }]}
    />
  );
}

/** Personal actions, such as following. @param favored how many of the tasks are favorites */
function ownChoices(favored: number, all: number): Choice[] {
  const favor: Choice = {
    name: "Add to favorites",
    icon: <Icon name="star" />,
    press: "Alt F",
    send: { name: "act", value: "favorite" },
  };
  const unfavor: Choice = {
    name: "Remove from favorites",
    icon: <Icon name="star" />,
    ...(favored === all && { press: "Alt F" }),
    send: { name: "act", value: "unfavorite" },
  };
  return [
    ...(favored < all ? [favor] : []),
    ...(favored > 0 ? [unfavor] : []),
    { name: "Follow", icon: <Icon name="bell" />, send: { name: "act", value: "follow" } },
    { name: "Unfollow", icon: <Icon name="bell-off" />, send: { name: "act", value: "unfollow" } },
  ];
}
