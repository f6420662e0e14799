import { newProjectMenuPath, newProjectPath } from "../project_paths.ts";
import { Icon } from "../icons.tsx";
import { OtherDay } from "../parts/other_values.tsx";
import { offeredChoices } from "../parts/offered_choices.ts";
import { type Filled, FillForm, Menu, MenuNote } from "../ui/menu.tsx";
import { composedLetter, type ComposedProperty } from "./composer_keys.ts";
import { projectPropertyOf } from "./properties/all.ts";
import type { ChoosingForProject } from "./properties/property.ts";

interface ComposedMenuProps {
  /** The composer's current values by field name. */
  along: Filled["along"];
}

const pressOf = (menu: ComposedProperty | "template") => {
  const letter = composedLetter(menu);
  return letter && `Alt Shift ${letter}`;
};

/** The menu of a new project's property. */
export function ComposedPropertyMenu({ property, along, q, ...choosing }:
  & ComposedMenuProps
  & ChoosingForProject
  & {
    property: ComposedProperty;
    /** The typed text that filters the choices. */
    q: string;
  }) {
  const of = projectPropertyOf(property);
  const { name, field, many } = of;
  const { options } = choosing;
  const fills = { field, path: newProjectPath, along };
  const all = of.choices(choosing).map(({ send, ...choice }) => ({
    ...choice,
    send: { name: field, value: send?.value ?? "" },
  }));
  if (all.length === 0 && !q && of.nothing) return <MenuNote name={name}>{of.nothing}</MenuNote>;
  const search = new URLSearchParams(along.map(([key, value]) => [key, value]));
  const at = newProjectMenuPath(property);
  const finding = { ...options, q, path: `${at}?${search}` };
  const note = of.note?.(choosing.project);
  return (
    <Menu
      name={name}
      many={many}
      fills={fills}
      press={pressOf(property)}
      at={at}
      {...offeredChoices(of, all, finding)}
      below={note
        ? <p class="menu-hint">{note}</p>
        : of.day && (
          <FillForm {...fills} class="menu-form">
            <OtherDay name={field} />
          </FillForm>
        )}
    />
  );
}

/** The menu of templates for a new project. */
export function ComposedTemplateMenu({ templates, chosen, along }: ComposedMenuProps & {
  templates: readonly { id: string; name: string }[];
  chosen: string | null | undefined;
}) {
  const field = "templateId";
  const none = {
    name: "No template",
    icon: <Icon name="close" />,
    chosen: !chosen,
    send: { name: field, value: "" },
  };
  const choices = templates.map(({ id, name }) => ({
    name,
    icon: <Icon name="template" />,
    chosen: id === chosen,
    send: { name: field, value: id },
  }));
  return (
    <Menu
      name="Template"
      groups={[{ choices: [none, ...choices] }]}
      fills={{ field, path: newProjectPath, along }}
      press={pressOf("template")}
    />
  );
}
