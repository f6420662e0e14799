import type { ProjectDetail } from "../../../server/domain/projects/schema.ts";
import { projectStatuses } from "../../../server/domain/vocabulary.ts";
import { Icon } from "../../icons.tsx";
import { ProjectStatusMark, projectStatusWords } from "../marks.tsx";
import type { PropertyOfProject } from "./property.ts";

/** Its own, or the one that follows from its tasks. */
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
    projectStatusWords[project.status] +
    (project.statusSource === "derived" ? ", as its tasks are" : ""),
  numbered: true,
  choices: ({ project }) => [
    ...projectStatuses.map((word) => ({
      name: projectStatusWords[word],
      icon: <ProjectStatusMark status={word} />,
      chosen: project.statusSource === "override" && word === project.status,
      send: { name: "status", value: word },
    })),
    {
      name: "Follow the tasks",
      icon: <Icon name="layers" />,
      hint: project.statusSource === "derived" ? projectStatusWords[project.status] : undefined,
      chosen: project.statusSource === "derived",
      send: { name: "status", value: "" },
    },
  ],
};

/** Whether the status follows from the tasks, or who set it, as far back as history is at hand. */
function whence({ statusSource, activity }: ProjectDetail): string {
  if (statusSource === "derived") return "follows the tasks";
  const by = activity.findLast(({ kind }) => kind === "project.status_changed")?.actor;
  return by ? `set by ${by.name}` : "set by hand";
}
