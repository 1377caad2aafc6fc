/** Every colour of the site: in light, in the dark, on paper. Those of series, grid and band are for charts, the last three for maps. */
export const colours = {
	paper: ['#fdfcf9', '#14171b', '#fff'],
	raised: ['#f4f1ea', '#1e2228', '#fff'],
	ink: ['#1b1d20', '#ebe7df', '#000'],
	muted: ['#55595f', '#a9aeb5', '#333'],
	rule: ['#d8d3c8', '#3a3f47', '#999'],
	accent: ['#0a5a78', '#7cc4e0', '#000'],
	warm: ['#a83c16', '#f0936b', '#000'],
	mark: ['#f7e3a1', '#54461a', '#fff'],
	'series-1': ['#0a5a78', '#7cc4e0', '#000'],
	'series-2': ['#a83c16', '#f0936b', '#555'],
	grid: ['#e4dfd4', '#2c3138', '#ddd'],
	band: ['#efe7d6', '#3d3626', '#e4e4e4'],
	sea: ['#e6ecef', '#10161c', '#fff'],
	land: ['#f7f5f0', '#1a1d21', '#fff'],
	held: ['#c6dbe3', '#1f4151', '#b8b8b8'],
} as const;
export type Colour = keyof typeof colours;

/** The letters of menus, labels and drawings. */
export const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** Where the colours hold: the place of each in a row above. */
export const LIGHT = 0;
export const DARK = 1;
export const PRINT = 2;

const names = Object.keys(colours) as Colour[];
const declared = (value: (name: Colour) => string): string => names.map((name) => `--${name}:${value(name)};`).join('');
const rootOf = (theme: 0 | 1 | 2): string => `:root{${declared((name) => colours[name][theme])}}`;

/** The custom properties of a page. */
export const colourRules = `${rootOf(LIGHT)}:root{--sans:${sans}}
@media (prefers-color-scheme: dark){${rootOf(DARK)}}
@media print{${rootOf(PRINT)}}`;

/** Where a reader chose the colours: browsers replace those of text, not those of shapes. */
const GROUND: ReadonlySet<Colour> = new Set(['paper', 'sea', 'land', 'held']);
const chosen = (name: Colour): string => (name === 'mark' ? 'Mark' : GROUND.has(name) ? 'Canvas' : 'CanvasText');
export const chosenColours = `@media (forced-colors: active){.drawing svg{${declared(chosen)}}}`;
