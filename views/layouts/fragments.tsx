import type { Child } from "hono/jsx";
import { Toast, type ToastProps } from "../ui/toast.tsx";

/** A part of an answer that goes to a place of its own on the page. */
export function Partial({ target, swap = "outerMorph", children }: {
  target: string;
  swap?: string;
  children: Child;
}) {
  return <hx-partial hx-target={target} hx-swap={swap}>{children}</hx-partial>;
}

/** News for the corner of the page; it takes the place of what stands there. */
export function ToastPartial(toast: ToastProps) {
  return (
    <Partial target="#toasts" swap="innerHTML">
      <Toast {...toast} />
    </Partial>
  );
}
