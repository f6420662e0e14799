import type { Child } from "hono/jsx";
import type { GuidePath } from "../docs_paths.ts";
import { Icon, type IconName } from "../icons.tsx";
import { GuideLink } from "./guide_link.tsx";

interface EmptyProps {
  icon: IconName;
  title: string;
  guide: GuidePath;
  children: Child;
  actions?: Child;
}

/** The empty state of a list, with the next step and its guide. */
export function Empty({ icon, title, guide, children, actions }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>
        {children} <GuideLink to={guide} text="Read the guide" />
      </p>
      {actions && <div class="form-actions">{actions}</div>}
    </div>
  );
}
