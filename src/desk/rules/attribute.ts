import { dateAdvice, parseDate } from '../../ledger/date.ts';
import { aRecord, type Kind } from '../../ledger/kinds.ts';
import { didYouMean, didYouMeanId } from '../../ledger/suggest.ts';
import { resolveValue } from '../../ledger/values.ts';
import { componentByName } from '../../prose/dialect.ts';
import { type Attributes, attributesOf } from '../../prose/nodes.ts';
import type { Use, Written } from '../passage.ts';
import type { Finding } from '../position.ts';
import { type Desk, finding, type Rule } from '../rule.ts';

function* inUse(desk: Desk, use: Use): Iterable<Finding> {
	const component = componentByName.get(use.name);
	if (!component) return;
	const known = component.attributes.map(({ name }) => name);
	let whole = true;
	for (const [name, written] of use.attributes) {
		const { value } = written;
		const attribute = component.attributes.find((candidate) => candidate.name === name);
		const fault = (message: string, fix: string) => {
			whole = false;
			return finding(rule.name, written.place, message, fix);
		};
		if (name.startsWith('{')) yield fault(`"${name}" is code; attributes are plain text`, 'write the attributes out');
		else if (name.endsWith(' (again)')) yield fault(`"${name.slice(0, -8)}" stands twice`, 'keep one of the two');
		else if (!attribute) {
			const list = known.length === 0 ? `<${use.name}> has no attributes` : `<${use.name}> has: ${known.join(', ')}`;
			yield fault(`<${use.name}> has no attribute "${name}"`, didYouMean(name, known, list));
		} else if (value === undefined)
			yield fault(`the value of "${name}" is not plain text`, `write ${name}="…" with straight quotation marks`);
		else if (value.trim() === '')
			yield fault(
				`"${name}" is empty`,
				attribute.refers ? `write the id of ${aRecord(attribute.refers)}` : 'write its value',
			);
		else if (attribute.values && !attribute.values.includes(value)) {
			yield fault(
				`"${value}" is no value of "${name}"`,
				didYouMean(value, attribute.values, `use one of: ${attribute.values.join(', ')}`),
			);
		} else if (attribute.date && use.attributes.get('of')?.value !== 'between') {
			const date = parseDate(value);
			if (!date.ok) yield fault(date.message, dateAdvice(value));
		}
		if (attribute?.refers && value !== undefined && value.trim() !== '')
			yield* unknown(desk, written, attribute.refers, attribute.list === true);
	}
	// Attributes that are spread may hold any other.
	if ([...use.attributes.keys()].some((name) => name.startsWith('{'))) return;
	for (const { name, required, refers } of component.attributes) {
		if (!required || use.attributes.has(name)) continue;
		whole = false;
		yield finding(
			rule.name,
			use.place,
			`<${use.name}> needs "${name}"`,
			refers ? `add ${name}="…" with the id of ${aRecord(refers)}` : `add ${name}="…"`,
		);
	}
	if (use.name === 'Value' && whole) yield* value(desk, use);
}

function* unknown(desk: Desk, written: Written, kind: Kind, list: boolean): Iterable<Finding> {
	const { homes } = desk.content;
	const { value = '' } = written;
	for (const id of list ? value.split(',').map((part) => part.trim()) : [value]) {
		if (homes.has(`${kind}/${id}`) && !desk.content.unfinished.has(`${kind}/${id}`)) continue;
		const ids = desk.records(kind).map(({ entry }) => entry.id);
		yield finding(
			'unknown-reference',
			written.place,
			`there is no ${kind} "${id}"`,
			didYouMeanId(
				id,
				ids,
				(one) => homes.get(`${kind}/${one}`)?.entry.data,
				'look for it in content/, or write it first',
			),
			'error',
			[`${kind}/${id}`],
		);
	}
}

/** Kinds of record that attributes of `<Value>` name. */
const NAMED = [
	['series', 'series'],
	['minus', 'series'],
	['ceasefire', 'ceasefire'],
	['about', 'topic'],
	['measure', 'measure'],
] as const;

/** Every `kind/id` that a value is worked out from; `accounts/…` for the claims about a topic. */
function restsOf(attributes: Attributes): readonly string[] {
	const { claims = '', about } = attributes;
	return [
		...NAMED.flatMap(([attribute, kind]) =>
			attributes[attribute] === undefined ? [] : [`${kind}/${attributes[attribute]}`],
		),
		...claims.split(',').map((id) => `claim/${id.trim()}`),
		...(about === undefined ? [] : [`accounts/${about}`]),
	];
}

function* value(desk: Desk, use: Use): Iterable<Finding> {
	const attributes = attributesOf(use.node);
	const result = resolveValue(desk.ledger, attributes);
	if (result.ok) return;
	const at = result.attribute === undefined ? undefined : use.attributes.get(result.attribute);
	// An id that is nowhere has been reported as such.
	if (result.nowhere && at) return;
	yield finding(rule.name, at?.place ?? use.place, result.message, result.fix, 'error', restsOf(attributes));
}

export const rule: Rule = {
	name: 'attribute',
	summary:
		'A component has an attribute that it does not know, lacks one that it needs, or has one with a wrong value.',
	remedy: 'Write the attributes as the guide shows them, each with plain text in straight quotation marks.',
	example: { wrong: '<Claim ident="strike-killed-sohr"/>', right: '<Claim id="strike-killed-sohr"/>' },
	*check(desk) {
		for (const use of desk.uses) for (const found of inUse(desk, use)) if (found.rule === rule.name) yield found;
	},
};

/** References in attributes that lead nowhere; reported under the name of the ledger's own rule. */
export function* unknownReferences(desk: Desk): Iterable<Finding> {
	for (const use of desk.uses) for (const found of inUse(desk, use)) if (found.rule !== rule.name) yield found;
}
