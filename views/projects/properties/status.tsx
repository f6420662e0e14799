import type { ProjectDetail } from "../../../server/domain/projects/schema.ts";
import { projectStatuses } from "../../../server/domain/vocabulary.ts";
import { Icon } from "../../icons.tsx";
import { ProjectStatusMark, projectStatusWords } from "../marks.tsx";
import type { PropertyOfProject } from "./property.ts";

/** The status: set by someone, or derived from the tasks. */
export const status: PropertyOfProject = {
  name: "Status",
  field: "status",
  icon: "circle-dot",
  key: "s",
  value: (project) => (
    <>
      <ProjectStatusMark status={project.status} />
      <span>{projectStatusWords[project.status]}</span>
      <small class="rail-why">{whence(project)}</small>
    </>
  ),
  inWords: (project) =>
    project.statusSource === "derived"
      ? `automatic (${projectStatusWords[project.status]})`
      : projectStatusWords[project.status],
  numbered: true,
  choices: ({ project }) => [
    ...projectStatuses.map((word) => ({
      name: projectStatusWords[word],
      icon: <ProjectStatusMark status={word} />,
      chosen: project.statusSource === "override" && word === project.status,
      send: { name: "status", value: word },
    })),
    {
      name: "Automatic",
      icon: <Icon name="layers" />,
      hint: project.statusSource === "derived" ? projectStatusWords[project.status] : undefined,
      chosen: project.statusSource === "derived",
      send: { name: "status", value: "" },
    },
  ],
};

/** Describes whether the status is automatic, or who set it, if the loaded activity tells. */
function whence({ statusSource, activity }: ProjectDetail): string {
  if (statusSource === "derived") return "automatic";
  const by = activity.findLast(({ kind }) => kind === "project.status_changed")?.actor;
  return by ? `set by ${by.name}` : "set manually";
}
