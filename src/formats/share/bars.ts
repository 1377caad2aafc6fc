import { toDate } from '../../ledger/date.ts';
import { held } from '../../ledger/duration.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { colours, line, round } from './block.ts';
import { widthOf } from './type.ts';

/** Where the bars stand, in pixels of the picture. */
export interface BarsOptions {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** The ceasefires that stand out. */
	readonly marked: ReadonlySet<string>;
}

const AXIS = 30;
const LABEL = 19;

/** Every ceasefire as a bar on one axis of years: from its start to its end; a ring at its start where no end is known. */
export function bars(ledger: Ledger, { x, y, width, height, marked }: BarsOptions): string {
	const all = [...ledger.ceasefires.values()];
	const from = Math.min(...all.map(({ inForce }) => toDate(inForce).min));
	const to = Math.max(...all.map(({ inForce, ended }) => toDate(ended ?? inForce).max));
	const first = new Date(from).getUTCFullYear();
	const last = new Date(to).getUTCFullYear() + 1;
	const start = Date.UTC(first, 0);
	const at = (time: number) => round(x + ((time - start) / (Date.UTC(last, 0) - start)) * width);
	const step = (height - AXIS) / Math.max(1, all.length);
	const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
	const grid = years.map((year) => {
		const left = at(Date.UTC(year, 0));
		const rule = `<rect x="${left}" y="${y}" width="1" height="${height - AXIS + 6}" fill="${colours.rule}"/>`;
		const words = String(year);
		const label = year % 2 === 0 ? line(words, left - widthOf(words, LABEL) / 2, y + height, LABEL, colours.muted) : '';
		return rule + label;
	});
	const rows = all.map((ceasefire, index) => bar(ceasefire, y + index * step, step, at, marked.has(ceasefire.id)));
	return grid.join('') + rows.join('');
}

function bar(ceasefire: Ceasefire, top: number, step: number, at: (time: number) => number, marked: boolean): string {
	const fill = marked ? colours.accent : colours.faint;
	const thick = Math.max(4, step * (marked ? 0.72 : 0.5));
	const middle = round(top + step / 2);
	const left = at(toDate(ceasefire.inForce).min);
	if (held(ceasefire).type === 'open' || ceasefire.ended === undefined) {
		const radius = round(Math.max(3, thick / 2 - 1));
		return `<circle cx="${left}" cy="${middle}" r="${radius}" fill="${colours.paper}" stroke="${fill}" stroke-width="2"/>`;
	}
	const wide = Math.max(4, round(at(toDate(ceasefire.ended).max) - left));
	return `<rect x="${left}" y="${round(middle - thick / 2)}" width="${wide}" height="${round(thick)}" rx="2" fill="${fill}"/>`;
}
