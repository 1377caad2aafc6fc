const TEXT = /<text\b[\s\S]*?<\/text>/g;
/** What ties a drawing to its figure and layout, and its size. */
const TIES = /\s(?:id|class|width|height)="[^"]*"/g;
const ROOT = /^<svg\b[^>]*>/;

/**
 * A drawing as a small picture beside its title: its shapes without words, whole in whatever room it is given.
 */
export function thumbnail(svg: string): string {
	const [root = ''] = ROOT.exec(svg) ?? [];
	const inner = svg
		.slice(root.length)
		.replace(TEXT, '')
		.replace(/\sdata-(?:point|series)="[^"]*"/g, '');
	return `${root.replace(TIES, '').replace(/>$/, ' preserveAspectRatio="xMinYMin meet">')}${inner}`;
}
