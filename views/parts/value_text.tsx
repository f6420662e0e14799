/** What a property holds, in words. Where it holds nothing, its mark alone says so where there is little room. */
export function ValueText({ value, none }: { value: string | null | undefined; none: string }) {
  return value ? <span>{value}</span> : <span class="rail-none">{none}</span>;
}
