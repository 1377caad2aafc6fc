import charts from '../../styles/charts.css?raw';
import timeline from '../../styles/timeline.css?raw';
import tokens from '../../styles/tokens.css?raw';

const COMMENT = /\/\*[\s\S]*?\*\//g;
/** Rules for some readers only: a picture is the same for all. */
const CONDITIONAL = /@(?:media|container|supports)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const TOKEN = /(--[\w-]+):\s*([^;]+);/g;
const VARIABLE = /var\((--[\w-]+)\)/g;
const PREFIX = '.drawing ';

/**
 * The rules of the page's style sheet for drawings, for a picture: light colours written out, text as outlines.
 * @param css the style sheets for drawings, their rules in `.drawing …`
 * @param values the style sheet with the custom properties
 */
export function pictureStyle(css: string, values: string): string {
	const light = new Map(
		[...values.replace(COMMENT, '').replace(CONDITIONAL, '').matchAll(TOKEN)].map(([, name, value]) => [name, value]),
	);
	const rules: string[] = [];
	for (const [, selectors = '', declarations = ''] of css.replace(COMMENT, '').replace(CONDITIONAL, '').matchAll(RULE)) {
		const own = selectors
			.split(',')
			.map((selector) => selector.trim())
			.filter((selector) => selector.startsWith(PREFIX) && selector !== `${PREFIX}svg`)
			.map((selector) => selector.slice(PREFIX.length).replace(/(^|[\s>+~])text(?=[.:\s]|$)/g, '$1.text'));
		if (own.length === 0) continue;
		const body = declarations.trim().replace(VARIABLE, (whole, name: string) => light.get(name) ?? whole);
		rules.push(`${own.join(',')}{${body.replace(/\s+/g, ' ')}}`);
	}
	return rules.join('\n');
}

/** The rules for the site's own drawings. */
export const drawingStyle = pictureStyle(`${charts}\n${timeline}`, tokens);
