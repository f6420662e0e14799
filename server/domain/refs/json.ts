/** Returns a profile as a JSON object in SQL text, from a table alias that is a constant of the calling query. */
export function profileJson(alias: string): string {
  return `json_object('id', ${alias}.id, 'name', ${alias}.name, 'username', ${alias}.username,
    'kind', ${alias}.kind, 'color', ${alias}.color)`;
}

/**
 * Returns a task's reference as a JSON object in SQL text, from a table alias that is a constant of the calling query.
 */
export function taskRefJson(alias: string): string {
  return `json_object('id', ${alias}.id, 'reference',
    (select key from teams where id = ${alias}.team_id) || '-' || ${alias}.number,
    'title', ${alias}.title, 'status', ${alias}.status, 'archivedAt', ${alias}.archived_at)`;
}
