/** Outlines are kept in whole units of this part of a degree. */
export const PER_DEGREE = 1000;

/** Mean radius of the earth (IUGG). */
export const EARTH_KM = 6371.0088;
/** Radians in one degree. */
export const RADIANS = Math.PI / 180;

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** A line or ring as longitude, latitude, longitude, latitude, … in whole units of 1/PER_DEGREE of a degree. */
export type Coordinates = readonly number[];

/** What the drawings need of a boundary set, cut to one frame. */
export interface Outlines {
	readonly bounds: Bounds;
	readonly land: readonly Coordinates[];
	readonly syria: readonly Coordinates[];
	/** Boundaries between two states, without coasts. */
	readonly borders: readonly Coordinates[];
}
