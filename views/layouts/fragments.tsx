import type { Child } from "hono/jsx";
import { Toast, type ToastProps } from "../ui/toast.tsx";

/** A part of a response with its own target on the page. */
export function Partial({ target, swap = "outerMorph", children }: {
  target: string;
  swap?: string;
  children: Child;
}) {
  return <hx-partial hx-target={target} hx-swap={swap}>{children}</hx-partial>;
}

/** A toast that replaces the current one. */
export function ToastPartial(toast: ToastProps) {
  return (
    <Partial target="#toasts" swap="innerHTML">
      <Toast {...toast} />
    </Partial>
  );
}
