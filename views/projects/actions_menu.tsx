import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import {
  dependencyPath,
  openOnProjectPath,
  projectMenuPath,
  templateOfProjectPath,
} from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { type Choice, Menu } from "../ui/menu.tsx";
import { projectProperties, projectPropertyOf } from "./properties/all.ts";

interface ProjectActionsProps {
  project: ProjectDetail;
  /** Why the viewer can't change it. */
  refusal: string | null;
  /** Whether they may archive and restore it. */
  mayAct: boolean;
  /** Whether they may make a template of it. */
  makesTemplates: boolean;
  favorite: boolean;
}

/** Everything else that one can do with a project, and why one can't do more. */
export function ProjectActionsMenu(props: ProjectActionsProps) {
  const { project, refusal } = props;
  const archived = project.archivedAt !== null;
  const groups = [
    ...(refusal ? [] : [{ name: "Properties", choices: propertyMenus(project) }]),
    ...(refusal ? [] : [{ name: "Add", choices: additionsOf(project) }]),
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

function additionsOf({ id }: ProjectDetail): Choice[] {
  return [
    {
      name: "Update",
      icon: <Icon name="pencil" />,
      href: openOnProjectPath(id, { add: "update" }),
    },
    {
      name: "Milestone",
      icon: <Icon name="milestone" />,
      href: openOnProjectPath(id, { add: "milestone" }),
    },
    {
      name: "Blocked by…",
      icon: <Icon name="relation" />,
      href: dependencyPath(id, "blockedBy"),
      menu: "blockedBy",
    },
    {
      name: "Blocks…",
      icon: <Icon name="relation" />,
      href: dependencyPath(id, "blocks"),
      menu: "blocks",
    },
  ];
}

function copiesOf({ key, name }: ProjectDetail): Choice[] {
  const copies = (what: "link" | "reference") => ({ what, task: projectPath(key), title: name });
  return [
    { name: "Copy link", icon: <Icon name="link" />, copies: copies("link") },
    { name: "Copy key", icon: <Icon name="copy" />, copies: copies("reference") },
  ];
}

function choicesFor(props: ProjectActionsProps): Choice[] {
  const { project, mayAct, makesTemplates, favorite } = props;
  const archived = project.archivedAt !== null;
  const pin: Choice = {
    name: favorite ? "Remove from favorites" : "Add to favorites",
    icon: <Icon name="star" />,
    press: "Alt F",
    send: { name: "act", value: favorite ? "unfavorite" : "favorite" },
  };
  const template: Choice = {
    name: "Make a template of it…",
    icon: <Icon name="template" />,
    href: templateOfProjectPath(project.id),
    menu: "template",
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
    ...(makesTemplates ? [template] : []),
    print,
    ...(mayAct ? [shelve] : []),
  ];
}
