/** The values of a view that determine its records. */
export interface Scoped {
  filters: Record<string, string>;
  teamId: string | null;
  projectId: string | null;
}

/** Returns the filters of a view's list: the view's own, within its team or project. */
export function scopedFilters({ filters, teamId, projectId }: Scoped): Record<string, string> {
  return { ...filters, ...(teamId ? { teamId } : {}), ...(projectId ? { projectId } : {}) };
}
