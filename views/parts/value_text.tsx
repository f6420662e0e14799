/** A property's value in words. Narrow layouts hide the words for no value and keep the icon. */
export function ValueText({ value, none }: { value: string | null | undefined; none: string }) {
  return value ? <span>{value}</span> : <span class="rail-none">{none}</span>;
}
