/** A place on the map, in degrees. */
export interface Point {
  lat: number;
  long: number;
}

/** A bounding box in degrees; it does not cross the antimeridian. */
export interface BoundingBox {
  south: number;
  north: number;
  west: number;
  east: number;
}

const METRES_PER_DEGREE = 111_195;
const RADIUS_METRES = 6_371_000;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Contains everything within this distance of a point, and slightly more in its corners. */
export function boundingBoxAround({ lat, long }: Point, metres: number): BoundingBox {
  const high = metres / METRES_PER_DEGREE;
  // At the poles a degree of longitude has no length.
  const wide = Math.min(180, high / Math.max(0.001, Math.cos(radians(lat))));
  return {
    south: Math.max(-90, lat - high),
    north: Math.min(90, lat + high),
    west: Math.max(-180, long - wide),
    east: Math.min(180, long + wide),
  };
}

/** The distance between two points on a sphere. */
export function distanceMetresBetween(one: Point, other: Point): number {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const chord =
    half(one.lat, other.lat) +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.long, other.long);
  return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
