type Cell = string | number;

/** Prints a table, figures to the right. */
export const printTable = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): void => {
  const all = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  process.stdout.write(`\n${title}\n${all.map((row) => `  ${line(row).join('  ')}`).join('\n')}\n`);
};
