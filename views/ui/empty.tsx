import type { Child } from "hono/jsx";
import { Icon, type IconName } from "../icons.tsx";

interface EmptyProps {
  icon: IconName;
  title: string;
  children: Child;
  actions?: Child;
}

/** The empty state of a list, with the next step. */
export function Empty({ icon, title, children, actions }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{children}</p>
      {actions && <div class="form-actions">{actions}</div>}
    </div>
  );
}
