const COMMENT = /\/\*[\s\S]*?\*\//g;
const DARK = /@media \(prefers-color-scheme: dark\) \{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}/;
/** Rules for some readers only. */
const CONDITIONAL = /@(?:media|container|supports)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const TOKEN = /(--[\w-]+):\s*([^;]+);/g;
const VARIABLE = /var\((--[\w-]+)\)/g;
const PREFIX = '.drawing ';

type Tokens = ReadonlyMap<string, string>;

const tokensIn = (css: string): Tokens =>
	new Map([...css.matchAll(TOKEN)].map(([, name = '', value = '']) => [name, value] as const));

interface Rule {
	readonly selectors: string;
	readonly declarations: readonly string[];
}

/** The rules that begin with `.drawing `, without that beginning. */
function drawingRules(css: string): readonly Rule[] {
	return [...css.replace(COMMENT, '').replace(CONDITIONAL, '').matchAll(RULE)].flatMap(([, list = '', body = '']) => {
		const own = list
			.split(',')
			.map((selector) => selector.trim())
			.filter((selector) => selector.startsWith(PREFIX) && !selector.startsWith(`${PREFIX}>`))
			.map((selector) => selector.slice(PREFIX.length));
		const declarations = body
			.split(';')
			.map((declaration) => declaration.trim().replace(/\s+/g, ' '))
			.filter(Boolean);
		return own.length === 0 ? [] : [{ selectors: own.join(','), declarations }];
	});
}

const resolved = (declaration: string, tokens: Tokens): string =>
	declaration.replace(VARIABLE, (whole, name: string) => tokens.get(name) ?? whole);

const write = (rules: readonly Rule[], tokens: Tokens): string =>
	rules
		.filter(({ declarations }) => declarations.length > 0)
		.map(({ selectors, declarations }) => `${selectors}{${declarations.map((one) => resolved(one, tokens)).join(';')}}`)
		.join('\n');

/** Rules of a stand-alone picture that the page does not have: its ground, its title and its last lines. */
const OWN = `
.drawing .paper { fill: var(--paper); }
.drawing .title { fill: var(--ink); }
.drawing .foot { fill: var(--muted); }
`;

/**
 * The page's rules for drawings, for a picture that stands alone: the page's custom properties do not reach it, and
 * many programs know none, so that every colour is written out, for light and for dark.
 * @param css the style sheets for drawings, their rules in `.drawing …`
 * @param values the style sheet with the custom properties
 */
export function standAloneStyle(css: string, values: string): string {
	const bare = values.replace(COMMENT, '');
	const light = tokensIn(bare.replace(CONDITIONAL, ''));
	const dark = new Map([...light, ...tokensIn(DARK.exec(bare)?.[1] ?? '')]);
	const rules = drawingRules(css + OWN);
	// All of them again for dark: the order of the rules decides between equals.
	return `${write(rules, light)}\n@media (prefers-color-scheme: dark){\n${write(rules, dark)}\n}`;
}
