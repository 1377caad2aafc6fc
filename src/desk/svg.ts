import sax, { type QualifiedAttribute, type QualifiedTag, type SAXParser } from 'sax';

const ELEMENTS = new Set(
	'svg g path rect circle ellipse line polyline polygon text tspan title desc defs use symbol clipPath mask pattern linearGradient radialGradient stop style'.split(
		' ',
	),
);
const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const NAMESPACES = new Set([SVG, XLINK]);
/** What may stand in front of a drawing. */
const HEAD =
	/^\uFEFF?(?:<\?xml\s+version=(["'])1\.0\1(?:\s+encoding=(["'])[Uu][Tt][Ff]-8\2)?(?:\s+standalone=(["'])(?:yes|no)\3)?\s*\?>)?[ \t\r\n]*(?=<)/;
/** What the parser passes and a browser does not. */
const LOOSE = /<\/?\s|\]\]>|[\uFFFE\uFFFF]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)[^;]{0,9};?/;
const LOADS = /@import|(?:image(?:-set)?|cross-fade|src)\(|url\((?!['"]?#)/i;
/** A tag's attributes cost the parser the square of their number. */
const MOST_ATTRIBUTES = 500;
const OPTIONS = { xmlns: true, position: false, strictEntities: true };

// Paths are long.
Object.assign(sax, { MAX_BUFFER_LENGTH: Number.POSITIVE_INFINITY });

/** What in a drawing is not well-formed, or is more than a drawing: script, foreign content, what is loaded from elsewhere. */
export function svgFault(text: string): string | undefined {
	const head = HEAD.exec(text)?.[0];
	if (head === undefined) return 'it does not start as a drawing in UTF-8 does';
	const [loose] = LOOSE.exec(text) ?? [];
	if (loose !== undefined) return `${JSON.stringify(loose)} is not part of a plain drawing`;
	if (text.split('<').some((tag) => tag.split('=').length > MOST_ATTRIBUTES)) return 'a tag has too many attributes';
	try {
		read(text.slice(head.length), sax.parser(true, OPTIONS));
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
	}
}

/** @throws Error for the first thing in a drawing that should not be there */
function read(text: string, parser: SAXParser): void {
	const no = (what: string): never => {
		throw new Error(what);
	};
	const plain = (value: string): void => {
		if (LOADS.test(value)) no('its styles load something from elsewhere');
		// Behind it a word could hide from what is looked for.
		if (value.includes('\\')) no('it holds "\\"; write the character itself');
	};
	parser.onerror = ({ message }) => no(`it is no well-formed XML: ${message}`);
	for (const what of ['ondoctype', 'onsgmldeclaration', 'onprocessinginstruction'] as const)
		parser[what] = () => no('"<!" and "<?" are not part of a plain drawing');
	let [depth, roots, words] = [0, 0, ''];
	let inStyle = false;
	const named = new Set<string>();
	parser.onattribute = (given) => {
		const { name, value, prefix, local, uri } = given as QualifiedAttribute;
		const key = `${uri} ${local}`;
		if (named.has(key)) no(`${name} stands twice in one tag`);
		named.add(key);
		if (prefix === 'xmlns' && !NAMESPACES.has(value)) no(`${name} brings in another language`);
		if (/^on/i.test(local)) no(`${name} would run a script`);
		if (prefix !== '' && prefix !== 'xmlns' && uri !== XLINK && !/^xml:(?:space|lang)$/.test(name))
			no(`${name} is not part of a plain drawing`);
		if (local === 'href' && !value.startsWith('#')) no(`${name} leads out of the drawing`);
		if (value.includes('<')) no(`${name} holds a "<"`);
		plain(value);
	};
	parser.onopentag = (tag) => {
		const { name, uri } = tag as QualifiedTag;
		// A browser reads round a tag in there.
		if (inStyle) no(`<style> holds <${name}>`);
		inStyle = name === 'style';
		if (uri !== SVG || !ELEMENTS.has(name)) no(`<${name}> is not part of a plain drawing`);
		if (depth === 0 && (name !== 'svg' || ++roots > 1)) no('it is not one <svg>');
		depth += 1;
		named.clear();
	};
	parser.onclosetag = () => {
		inStyle = false;
		depth -= 1;
	};
	// What stands between tags is one text: a comment or a tag inside a word could hide it.
	parser.ontext = (more) => {
		words += more;
	};
	parser.write(text).close();
	if (roots === 0) no('it is not one <svg>');
	plain(words);
}
