/** Lines and columns as programs print them. */

/** Lines as a file holds them. */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Columns of `kubectl get` 1.8: at least ten wide, three spaces after the widest cell. */
export function listedColumns(rows: readonly (readonly string[])[]): string[] {
  return alignColumns(rows, 10, 3);
}

/** Columns of `kubectl describe` 1.8: two spaces after the widest cell. */
export function describedColumns(rows: readonly (readonly string[])[]): string[] {
  return alignColumns(rows, 0, 2);
}

function alignColumns(rows: readonly (readonly string[])[], least: number, gap: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(least, ...rows.map((row) => (row[column] ?? '').length + gap)),
  );
  return rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join(''),
  );
}
