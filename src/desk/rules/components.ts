import { dateAdvice, parseDate } from '../../ledger/date.ts';
import { aRecord } from '../../ledger/kinds.ts';
import { didYouMean, didYouMeanId } from '../../ledger/suggest.ts';
import { resolveValue } from '../../ledger/values.ts';
import { componentByName, components } from '../../prose/dialect.ts';
import { attributesOf } from '../../prose/nodes.ts';
import { nodesOf } from '../outline.ts';
import { attributeOf, namedBy, type Use } from '../passage.ts';
import type { Fault } from '../position.ts';
import type { Desk, Found, Rules } from '../rule.ts';

const names = components.map(({ name }) => name);
/** A tag of HTML, and no component in small letters. */
const isHtml = (name: string): boolean =>
	/^[a-z]/.test(name) && !names.some((known) => known.toLowerCase() === name.toLowerCase());
const isInline = (name: string): boolean => componentByName.get(name)?.level === 'inline';

function wrong(use: Use): Fault | undefined {
	const component = componentByName.get(use.name);
	if (!component) {
		if (isHtml(use.name)) return undefined;
		if (use.name === '') return ['"<>" is not a component', 'take it out'];
		const fix = didYouMean(use.name, names, `The components: ${names.join(', ')}.`);
		return [`there is no component "${use.name}"`, fix];
	}
	const { name, level, inside } = component;
	const empty = use.words.trim() === '';
	const outer = use.inside.some(isInline);
	if (level === 'block' && use.node.type === 'mdxJsxTextElement' && !use.alone)
		return [
			`<${name}> stands inside a line of text`,
			'put it on lines of its own, with an empty line before and behind',
		];
	if (use.source.mdx && level === 'block' && outer)
		return [`<${name}> stands inside <${use.inside.at(-1)}>`, 'put it on lines of its own'];
	if (use.inside.includes('Quote'))
		return [`<${name}> stands inside <Quote>`, 'a quotation holds the words of its source and nothing else'];
	if (level === 'inline' && outer)
		return [`<${name}> stands inside <${use.inside.at(-1)}>`, 'close the outer one first'];
	if (inside === 'nothing' && !empty)
		return [`<${name}> prints its own words; those inside are lost`, `write <${name} …/> and the words behind it`];
	if (inside === 'text' && empty)
		return [`<${name}> is empty`, `put its text between <${name}> and </${name}>, or take it out`];
	return undefined;
}

/** What is wrong with one attribute as written; undefined where nothing is. */
function wrongAttribute(use: Use, name: string, value: string | undefined): Fault | undefined {
	const known = componentByName.get(use.name)?.attributes ?? [];
	const attribute = known.find((one) => one.name === name);
	if (name.startsWith('{')) return [`"${name}" is code; attributes are plain text`, 'write the attributes out'];
	if (name.endsWith(' (again)')) return [`"${name.slice(0, -8)}" stands twice`, 'keep one of the two'];
	if (!attribute) {
		const list = known.map((one) => one.name);
		const has = list.length === 0 ? `<${use.name}> has no attributes` : `<${use.name}> has: ${list.join(', ')}`;
		return [`<${use.name}> has no attribute "${name}"`, didYouMean(name, list, has)];
	}
	const { refers, values, date } = attribute;
	if (value === undefined)
		return [`the value of "${name}" is not plain text`, `write ${name}="…" with straight quotation marks`];
	if (value.trim() === '')
		return [`"${name}" is empty`, refers ? `write the id of ${aRecord(refers)}` : 'write its value'];
	if (values && !values.includes(value))
		return [`"${value}" is no value of "${name}"`, didYouMean(value, values, `use one of: ${values.join(', ')}`)];
	const read = date && attributeOf(use, 'of') !== 'between' ? parseDate(value) : undefined;
	return read && !read.ok ? [read.message, dateAdvice(value)] : undefined;
}

/** Ids that lead nowhere: told under the name of the ledger's own rule. */
function* unknown({ content, records }: Desk, use: Use): Iterable<Found> {
	for (const { attribute, kind, id } of namedBy(use)) {
		const key = `${kind}/${id}`;
		if (content.homes.has(key) && !content.unfinished.has(key)) continue;
		const ids = records(kind).map(({ entry }) => entry.id);
		const dataOf = (one: string) => content.homes.get(`${kind}/${one}`)?.entry.data;
		const fix = didYouMeanId(id, ids, dataOf, 'look for it in content/, or write it first');
		const place = use.attributes.get(attribute)?.place ?? use.place;
		yield [place, `there is no ${kind} "${id}"`, fix, { rule: 'unknown-reference', rests: [key] }];
	}
}

function* value(desk: Desk, use: Use): Iterable<Found> {
	const attributes = attributesOf(use.node);
	const result = resolveValue(desk.ledger, attributes);
	if (result.ok) return;
	const at = result.attribute === undefined ? undefined : use.attributes.get(result.attribute);
	// An id that is nowhere has been reported as such.
	if (result.nowhere && at) return;
	// Every record that the value is worked out from; `accounts/…` for the claims about a topic.
	const rests = namedBy(use).map(({ kind, id }) => `${kind}/${id}`);
	if (attributes['about'] !== undefined) rests.push(`accounts/${attributes['about']}`);
	yield [at?.place ?? use.place, result.message, result.fix, { rests }];
}

/** Accounts of what no claim speaks of: readers would see an empty table. */
function* noAccounts({ content }: Desk, use: Use, measuresOf: ReadonlyMap<string, Set<string>>): Iterable<Found> {
	const [about, measure] = [attributeOf(use, 'about'), attributeOf(use, 'measure')];
	const known = [`topic/${about}`, `measure/${measure}`].every((key) => content.homes.has(key));
	const measures = measuresOf.get(about) ?? new Set();
	// An id that is nowhere has been reported as such.
	if (!known || measures.has(measure)) return;
	const message = `no report says anything of "${measure}" for "${about}"`;
	const fix = measures.size > 0 ? `reports of it are on: ${[...measures].join(', ')}` : 'write its claims first';
	yield [use.attributes.get('measure')?.place ?? use.place, message, fix, { rests: [`accounts/${about}`] }];
}

/** What looks like a component and is text: with spaces, in other brackets, in backticks, escaped. */
const NO_TAG = new RegExp(`[<＜〈‹⟨]\\s*/?\\s*(?:${names.join('|')})(?![\\p{L}])[^>＞〉›⟩]*[>＞〉›⟩]?`, 'gu');
/** A statement that is words for one parser and code for another. */
const STATEMENT =
	/^[^\S\n]*(?:export|import)\s*(?:[*{("']|(?:default|const|let|var|function|class|async|type|enum)\b)/gm;

function* inBodies({ passages }: Desk, pattern: RegExp, ...fault: Fault): Iterable<Found> {
	for (const { text, path, place } of passages)
		if (path[0] === 'body')
			for (const { index, 0: found } of text.matchAll(pattern)) yield [place(index, index + found.length), ...fault];
}

export const componentRules: Rules = {
	*attribute(desk) {
		const measuresOf = new Map<string, Set<string>>();
		for (const { about, measure } of desk.claims.values())
			measuresOf.set(about, (measuresOf.get(about) ?? new Set()).add(measure));
		for (const use of desk.uses) {
			const known = componentByName.get(use.name)?.attributes ?? [];
			if (!componentByName.has(use.name)) continue;
			yield* unknown(desk, use);
			let whole = true;
			const { attributes } = use;
			for (const [name, written] of attributes) {
				const fault = wrongAttribute(use, name, written.value);
				if (fault) yield [written.place, ...fault];
				whole &&= !fault;
				const { quotedBy = '' } = known.find((one) => one.name === name) ?? {};
				const { quote } = desk.ledger.claims.get(attributeOf(use, quotedBy)) ?? {};
				if (quote !== undefined && !quote.includes(written.value ?? ''))
					yield [written.place, `"${written.value}" is not in the quotation`, `copy words of it: "${quote}"`];
			}
			// Attributes that are spread may hold any other.
			if ([...attributes.keys()].some((name) => name.startsWith('{'))) continue;
			for (const { name, required, refers } of known) {
				if (!required || attributes.has(name)) continue;
				whole = false;
				const fix = `add ${name}="…"${refers ? ` with the id of ${aRecord(refers)}` : ''}`;
				yield [use.place, `<${use.name}> needs "${name}"`, fix];
			}
			if (use.name === 'Value' && whole) yield* value(desk, use);
			if (use.name === 'Accounts' && whole) yield* noAccounts(desk, use, measuresOf);
		}
	},

	*code(desk) {
		yield* inBodies(desk, STATEMENT, 'this line reads as code', 'take it out, or start the line with another word');
		const { files } = desk.content;
		for (const { place } of nodesOf(files, 'mdxjsEsm')) {
			const fix = 'take the line out: every component is there without it';
			yield [place, '"import" and "export" are code; content has none', fix];
		}
		for (const { place } of nodesOf(files, 'mdxFlowExpression', 'mdxTextExpression'))
			yield [place, '"{…}" is code; content has none', 'write the words themselves'];
	},

	*component(desk) {
		yield* inBodies(
			desk,
			NO_TAG,
			'this is no tag, and readers would see it as it stands',
			'write it with plain "<" and ">", without a space behind "<", and not as code',
		);
		for (const use of desk.uses) {
			const found = wrong(use);
			if (found) yield [use.place, ...found];
		}
	},

	*'raw-html'({ uses }) {
		for (const use of uses)
			if (isHtml(use.name)) yield [use.place, `<${use.name}> is HTML; content has none`, 'use Markdown or a component'];
	},
};
