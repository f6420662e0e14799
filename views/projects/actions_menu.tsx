import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import {
  dependencyPath,
  openOnProjectPath,
  projectMenuPath,
  templateOfProjectPath,
} from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { favoriteChoice, printChoice, RecordActionsMenu } from "../parts/actions_menu.tsx";
import type { Choice } from "../ui/menu.tsx";
import { projectProperties, projectPropertyOf } from "./properties/all.ts";

interface ProjectActionsProps {
  project: ProjectDetail;
  /** Why the viewer can't change the project. */
  refusal: string | null;
  /** Whether the viewer can archive and restore the project. */
  mayAct: boolean;
  /** Whether the viewer can create a template from the project. */
  makesTemplates: boolean;
  favorite: boolean;
}

/** The menu of actions on a project, and the reason why some are missing. */
export function ProjectActionsMenu(props: ProjectActionsProps) {
  const { project, refusal } = props;
  return (
    <RecordActionsMenu
      name={`Actions on ${project.key}`}
      path={projectPath(project.id)}
      archived={project.archivedAt !== null}
      refusal={refusal}
      properties={propertyMenus(project)}
      additions={additionsOf(project)}
      copies={copiesOf(project)}
      whole={{ name: "Project", choices: choicesFor(props) }}
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
  const template: Choice = {
    name: "Save as template…",
    icon: <Icon name="template" />,
    href: templateOfProjectPath(project.id),
    menu: "template",
  };
  const act = archived ? "restore" : "archive";
  const shelve: Choice = {
    name: archived ? "Restore" : "Archive",
    icon: <Icon name={act} />,
    send: { name: "act", value: act },
  };
  return [
    ...(archived ? [] : [favoriteChoice(favorite, "Alt F")]),
    ...(makesTemplates ? [template] : []),
    printChoice(projectPath(project.id)),
    ...(mayAct ? [shelve] : []),
  ];
}
