/** A property's value in words. Paper leaves out properties without a value. */
export function ValueText({ value, none }: { value: string | null | undefined; none: string }) {
  return value ? <span>{value}</span> : <span class="rail-none">{none}</span>;
}
