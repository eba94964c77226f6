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
export function gridShapes(rows: readonly (readonly boolean[])[], [left, top]: Point, cell: number): Shape[] {
  const shapes: Shape[] = [];
  for (const [y, row] of rows.entries()) {
    let start = -1;
    // One cell past the end, where a run ends that reaches it.
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] === true) {
        if (start === -1) start = x;
      } else if (start !== -1) {
        shapes.push(rectangle(left + start * cell, top + y * cell, (x - start) * cell, cell));
        start = -1;
      }
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
