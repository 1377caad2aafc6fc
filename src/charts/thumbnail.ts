import { KEY } from './key.ts';

const TEXT = /<text\b[\s\S]*?<\/text>/g;
/** What ties a drawing to its figure and layout, and its size. */
const TIES = /\s(?:id|class|width|height)="[^"]*"/g;
const ROOT = /^<svg\b[^>]*>/;
const GROUP = /<g\b[^>]*>|<\/g>/g;

/** The drawing without its keys: samples without their words are stray marks. */
function withoutKeys(svg: string): string {
	const opening = `<g class="${KEY}">`;
	let rest = svg;
	for (let start = rest.indexOf(opening); start >= 0; start = rest.indexOf(opening)) {
		let depth = 0;
		let end = rest.length;
		for (const { 0: tag, index } of rest.slice(start).matchAll(GROUP)) {
			depth += tag === '</g>' ? -1 : 1;
			if (depth > 0) continue;
			end = start + index + tag.length;
			break;
		}
		rest = rest.slice(0, start) + rest.slice(end);
	}
	return rest;
}

/**
 * A drawing as a small picture beside its title: its shapes without words and keys, whole in whatever room it is given.
 */
export function thumbnail(svg: string): string {
	const [root = ''] = ROOT.exec(svg) ?? [];
	const inner = withoutKeys(svg.slice(root.length))
		.replace(TEXT, '')
		.replace(/\sdata-(?:point|series)="[^"]*"/g, '');
	return `${root.replace(TIES, '').replace(/>$/, ' preserveAspectRatio="xMinYMin meet">')}${inner}`;
}
