/** A label: a dot in its color, and its name. */
export function Label({ label }: { label: { name: string; color: string } }) {
  return (
    <span class="label" data-color={label.color}>
      <span>{label.name}</span>
    </span>
  );
}
