import type { Bounds } from './coordinates.ts';

/** What is cut out of the boundary set for the map and for its inset: a little more than the widest frame of each. */
export const REGION: Bounds = [35, 34.85, 38.2, 36.75];
export const AROUND: Bounds = [28.3, 29.5, 46, 39.5];
