/** The parts of a view that decide what it shows. */
export interface Scoped {
  filters: Record<string, string>;
  teamId: string | null;
  projectId: string | null;
}

/** The filters of the list that a view is: its own, within its team or project. */
export function scopedFilters({ filters, teamId, projectId }: Scoped): Record<string, string> {
  return { ...filters, ...(teamId ? { teamId } : {}), ...(projectId ? { projectId } : {}) };
}
