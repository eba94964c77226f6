/** x to the right and y downwards, in modules (the squares of the code). */
export type Point = readonly [x: number, y: number];

/** A filled convex outline; the last point joins the first. */
export type Shape = readonly Point[];

export function rectangle(x: number, y: number, width: number, height: number): Shape {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** The dark cells of a grid as one rectangle for each run in a row: fewer shapes, and no seams inside a run. */
export function gridShapes(rows: readonly (readonly boolean[])[], at: Point, cell: number): Shape[] {
  const shapes: Shape[] = [];
  for (const [y, row] of rows.entries()) {
    for (let end = 0, start = row.indexOf(true); start !== -1; start = row.indexOf(true, end)) {
      end = row.indexOf(false, start);
      if (end === -1) end = row.length;
      shapes.push(rectangle(at[0] + start * cell, at[1] + y * cell, (end - start) * cell, cell));
    }
  }
  return shapes;
}

/** The part of a convex shape where `side` is not negative; `side` is linear in x and y. */
export function clip(shape: Shape, side: (point: Point) => number): Shape {
  return shape.flatMap((point, index) => {
    const next = shape[(index + 1) % shape.length] ?? point;
    const [here, there] = [side(point), side(next)];
    const kept = here >= 0 ? [point] : [];
    if (here * there >= 0) return kept;
    const share = here / (here - there);
    const crossing: Point = [
      point[0] + (next[0] - point[0]) * share,
      point[1] + (next[1] - point[1]) * share,
    ];
    return [...kept, crossing];
  });
}
