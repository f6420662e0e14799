import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { projectMenuPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { type Choice, Menu } from "../ui/menu.tsx";
import { projectProperties, projectPropertyOf } from "./properties/all.ts";

interface ProjectActionsProps {
  project: ProjectDetail;
  /** Why the viewer can't change it. */
  refusal: string | null;
  /** Whether they may archive and restore it. */
  mayAct: boolean;
  favorite: boolean;
}

/** Everything else that one can do with a project, and why one can't do more. */
export function ProjectActionsMenu(props: ProjectActionsProps) {
  const { project, refusal } = props;
  const archived = project.archivedAt !== null;
  const groups = [
    ...(refusal ? [] : [{ name: "Properties", choices: propertyMenus(project) }]),
    { name: "Copy", choices: copiesOf(project) },
    { name: "Project", choices: choicesFor(props) },
  ];
  return (
    <Menu
      name={`Actions on ${project.key}`}
      action={projectPath(project.id)}
      groups={groups}
      below={refusal && !archived ? <p class="menu-hint">{refusal}</p> : undefined}
    />
  );
}

function propertyMenus({ id }: ProjectDetail): Choice[] {
  return projectProperties.map((property) => {
    const { name, icon, key } = projectPropertyOf(property);
    return {
      name: `${name}…`,
      icon: <Icon name={icon} />,
      href: projectMenuPath(id, property),
      menu: property,
      shortcut: key,
    };
  });
}

function copiesOf({ key, name }: ProjectDetail): Choice[] {
  const copies = (what: "link" | "reference") => ({ what, task: projectPath(key), title: name });
  return [
    { name: "Copy link", icon: <Icon name="link" />, copies: copies("link") },
    { name: "Copy key", icon: <Icon name="copy" />, copies: copies("reference") },
  ];
}

function choicesFor(props: ProjectActionsProps): Choice[] {
  const { project, mayAct, favorite } = props;
  const archived = project.archivedAt !== null;
  const pin: Choice = {
    name: favorite ? "Remove from favorites" : "Add to favorites",
    icon: <Icon name="star" />,
    press: "Alt F",
    send: { name: "act", value: favorite ? "unfavorite" : "favorite" },
  };
  const print: Choice = {
    name: "Print…",
    icon: <Icon name="printer" />,
    press: "Ctrl P",
    prints: projectPath(project.id),
  };
  const act = archived ? "restore" : "archive";
  const shelve: Choice = {
    name: archived ? "Restore" : "Archive",
    icon: <Icon name={act} />,
    send: { name: "act", value: act },
  };
  return [
    ...(archived ? [] : [pin]),
    print,
    ...(mayAct ? [shelve] : []),
  ];
}
