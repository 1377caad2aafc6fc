import { type Colour, colours, DARK, LIGHT, sans } from './colours.ts';

/** How a part of a drawing looks: CSS by property; a colour of the site is written by its name. */
type Look = Readonly<Record<string, string | number>>;

const line = (stroke: string, width: number, dash?: string): Look => ({
	fill: 'none',
	stroke,
	'stroke-width': width,
	...(dash && { 'stroke-dasharray': dash }),
});
const edged = (fill: string, stroke: string, width = 1): Look => ({ fill, stroke, 'stroke-width': width });
const join: Look = { 'stroke-linejoin': 'round' };
const cap: Look = { 'stroke-linecap': 'round' };
const curve = (stroke: string, width: number): Look => ({ ...line(stroke, width), ...join });
/** The ground shows around a word or a mark that stands on others. */
const halo = (width: number): Look => ({ stroke: 'paper', 'stroke-width': width, ...join, 'paint-order': 'stroke' });

/** The words keep the room that was measured for them, whatever spacing a reader's tool sets; they stand in the page too. */
const spacing: Look = { 'letter-spacing': 'normal !important', 'word-spacing': 'normal !important' };

/** Parts of drawings by their class: of charts, of timelines, of maps. Of two that say the same of one part the later holds. */
export const marks: Readonly<Record<string, Look>> = {
	svg: { color: 'ink', 'font-family': 'var(--sans)', 'font-variant-numeric': 'lining-nums tabular-nums' },
	text: { fill: 'ink' },
	'text, tspan': spacing,
	'.ch-tick, .ch-detail, .ch-heading': { fill: 'muted' },
	'.ch-grid': { stroke: 'grid' },
	'.ch-axis': { stroke: 'muted' },
	'.ch-band': { fill: 'band', 'fill-opacity': 0.7 },
	// By one of two brokers only.
	'.ch-band.ch-maybe': { 'fill-opacity': 0.35 },
	'.ch-note-line': { stroke: 'muted', 'stroke-dasharray': '2 3' },
	// What an editor's words are about.
	'.ch-noted': line('muted', 1.2),
	'.ch-apart': line('ink', 1.4),
	'.ch-leader': { stroke: 'muted', 'stroke-width': 0.8 },
	'.ch-hours-other': { color: 'muted' },
	'.ch-line': { ...line('currentColor', 2.2), ...join, ...cap },
	// The last step of a line, where that is what to see.
	'.ch-last': { ...line('currentColor', 5), ...cap },
	'.ch-gap': { stroke: 'currentColor', 'stroke-width': 1.4, 'stroke-dasharray': '1 5', ...cap },
	'.ch-reach': line('currentColor', 2),
	'.ch-mark': edged('currentColor', 'paper'),
	'.ch-mark.ch-hollow': edged('paper', 'currentColor', 1.6),
	// On a line as thin as itself an edge would be a gap.
	'.ch-mark.ch-small': { stroke: 'none' },
	'.ch-bar': { fill: 'currentColor' },
	// A time, with a number on it.
	'.ch-window': { ...edged('currentColor', 'currentColor', 1.4), 'fill-opacity': 0.22 },
	'.ch-quiet': { color: 'muted' },
	// On the line of nought, and no louder.
	'.ch-nought': { fill: 'muted' },
	'.ch-chain': line('muted', 1.2),
	'.ch-halo': halo(4),
	'.ch-series-1': { color: 'series-1' },
	'.ch-series-2': { color: 'series-2' },
	// Of many lines one is strong.
	'.ch-series-other': { color: 'muted' },
	'.ch-replaced': { color: 'muted' },
	'text.ch-name, text.ch-value': { fill: 'currentColor' },
	// Told apart by shape, dash and label first, by colour second.
	'.ch-series-2 .ch-line': { 'stroke-dasharray': '7 4' },
	'.ch-series-other .ch-line': { 'stroke-width': 1.3 },

	'.tl-quiet': { color: 'muted' },
	'.tl-strong': { color: 'accent' },
	'.tl-bar': { fill: 'currentColor' },
	// Over the time in which it began or ended.
	'.tl-rough': { ...edged('currentColor', 'currentColor'), 'fill-opacity': 0.3 },
	// One whose end nobody knows.
	'.tl-open': edged('paper', 'currentColor', 2),
	'.tl-warm, .tl-value, .tl-band-name': { fill: 'warm' },
	'.tl-say, .tl-say-long, .tl-say-people, .tl-say-strike': { fill: 'muted', ...halo(4) },
	'.tl-say-long, .tl-in-force-time-name': { fill: 'accent' },
	'.tl-say-people, .tl-say-strike': { fill: 'warm' },
	// Seen on a bar of its own colour too, as on paper.
	'.tl-event': { ...edged('warm', 'paper', 4), 'paint-order': 'stroke' },
	'.tl-event.tl-deal': { fill: 'accent' },
	'.tl-event.tl-end': { fill: 'ink' },
	'.tl-event.tl-vague': edged('paper', 'warm', 2),
	'.tl-event.tl-deal.tl-vague': edged('paper', 'accent', 2),
	// Faint, but seen in light and in dark alike: of the colour that the bars and the line have.
	'.tl-band, .tl-people': { fill: 'warm', 'fill-opacity': 0.13 },
	// All below a line.
	'.tl-block': { ...edged('warm', 'warm'), 'fill-opacity': 0.15, 'stroke-opacity': 0.6 },
	'.tl-in-force-time': { fill: 'accent', 'fill-opacity': 0.07 },
	'.tl-line': curve('warm', 2.4),
	'.tl-rise': { 'stroke-dasharray': '3 4' },
	'.tl-dot': edged('warm', 'paper'),
};

export const mapMarks: Readonly<Record<string, Look>> = {
	'.map-sea': { fill: 'sea' },
	'.map-land': { ...curve('muted', 1.2), fill: 'land' },
	'.map-home': { ...curve('muted', 1.2), fill: 'band' },
	// Where nothing is said of who holds it.
	'.map-inner': { ...curve('muted', 1.2), fill: 'rule' },
	'.map-held': { fill: 'held', 'fill-opacity': 0.75 },
	'.map-province': { ...line('muted', 1.4, '1 4'), ...cap },
	'.map-corridor': { ...line('muted', 0.8), fill: 'mark' },
	'.map-road': { ...curve('ink', 2), ...cap },
	'.map-front': { ...line('accent', 4.5, '12 4'), ...join },
	'.map-frame': line('rule', 2),
	'.map-here': line('warm', 2),
	'.map-dot': edged('ink', 'paper'),
	'.map-near': line('warm', 2.4),
	'.map-leader': line('warm', 1.2),
	'.map-near.map-strokes': { 'stroke-width': 1, 'stroke-opacity': 0.5 },
	'.map-name, .map-side': { fill: 'ink', ...halo(3) },
	'.map-front-name, .map-held-name': { fill: 'accent' },
	'.map-near-name': { fill: 'warm' },
	'.map-country, .map-water': { fill: 'muted' },
	'.map-water': { 'font-style': 'italic' },
	'.map-scale': line('ink', 1.5),
};

/** Of a picture that stands alone: its ground, its title and its last lines. */
const frame: Readonly<Record<string, Look>> = {
	'.paper': { fill: 'paper' },
	'.title': { fill: 'ink' },
	'.foot': { fill: 'muted' },
};

/** Rules for parts of drawings. @param of what a colour is written as */
function write(looks: Readonly<Record<string, Look>>, within: string, of: (colour: Colour) => string): string {
	const paint = (value: string | number) => (value in colours ? of(value as Colour) : value);
	const rules = Object.entries(looks).map(([selector, look]) => {
		const declarations = Object.entries(look).map(([name, value]) => `${name}:${paint(value)}`);
		const list = selector.split(', ').map((one) => `${within}${one}`);
		return `${list.join(',')}{${declarations.join(';')}}`;
	});
	return rules.join('\n');
}

/** The rules of a page for the drawings in it. */
export const markRules = (looks: typeof marks): string => write(looks, '.drawing ', (colour) => `var(--${colour})`);

/**
 * For a picture that stands alone: the page's custom properties do not reach it, and many programs know none, so that
 * every colour is written out, for light and for dark. All rules again for dark: their order decides between equals.
 */
function alone(): string {
	const all = { ...marks, ...mapMarks, ...frame };
	const rules = (theme: 0 | 1) => write(all, '', (colour) => colours[colour][theme]).replaceAll('var(--sans)', sans);
	return `${rules(LIGHT)}\n@media (prefers-color-scheme: dark){\n${rules(DARK)}\n}`;
}
export const drawingStyle = alone();
