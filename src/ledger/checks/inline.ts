import { type Inline, parseInline } from '../inline.ts';
import { type Ledger, recordsOf } from '../ledger.ts';
import { findFigures } from '../number.ts';
import type { Parsed } from '../parse.ts';
import { type Kind, type Path, type Problem, problem } from '../problem.ts';
import { formatQuantity } from '../quantity.ts';
import { didYouMean } from '../suggest.ts';
import { resolveValue } from '../values.ts';
import { unknownAdvice } from './reference.ts';

/** A string in which references are shown, with its place. */
export interface Prose {
	readonly kind: Kind;
	readonly id: string;
	readonly path: Path;
	readonly text: string;
}

/** Path of an MDX body, for problems in it: the offset counts from the first character below the front matter. */
export const BODY: Path = ['body'];

/** Every prose string of the ledger, bodies included. */
export function* proseOf(ledger: Ledger): Generator<Prose> {
	for (const { id, role } of ledger.actors.values()) yield { kind: 'actor', id, path: ['role'], text: role };
	for (const { id, role } of ledger.places.values()) yield { kind: 'place', id, path: ['role'], text: role };
	for (const record of ledger.ceasefires.values()) {
		const at = { kind: 'ceasefire', id: record.id } as const;
		for (const key of ['endedNote', 'scope', 'outcome'] as const) yield { ...at, path: [key], text: record[key] };
		for (const [index, text] of record.terms.entries()) yield { ...at, path: ['terms', index], text };
		for (const [index, { what }] of record.events.entries())
			yield { ...at, path: ['events', index, 'what'], text: what };
	}
	for (const record of ledger.charts.values()) {
		const at = { kind: 'chart', id: record.id } as const;
		for (const key of ['title', 'summary'] as const) yield { ...at, path: [key], text: record[key] };
		if (record.kind === 'truces')
			for (const [key, text] of Object.entries(record.says)) yield { ...at, path: ['says', key], text };
		for (const [index, { label }] of (record.annotations ?? []).entries())
			yield { ...at, path: ['annotations', index, 'label'], text: label };
	}
	for (const { id, title, summary, corridor, front, near, sides = [] } of ledger.maps.values()) {
		const at = { kind: 'map', id } as const;
		yield { ...at, path: ['title'], text: title };
		yield { ...at, path: ['summary'], text: summary };
		for (const [key, part] of Object.entries({ corridor, front, near }))
			if (part) yield { ...at, path: [key, 'label'], text: part.label };
		for (const [index, { label }] of sides.entries()) yield { ...at, path: ['sides', index, 'label'], text: label };
	}
	for (const [kind, records] of [
		['explainer', ledger.explainers],
		['page', ledger.pages],
	] as const) {
		for (const record of records.values()) {
			const at = { kind, id: record.id } as const;
			yield { ...at, path: ['dek'], text: record.dek };
			for (const [index, text] of (record.summary ?? []).entries()) yield { ...at, path: ['summary', index], text };
			yield { ...at, path: BODY, text: record.body };
		}
	}
	for (const record of ledger.pages.values()) {
		for (const [index, { figure, label }] of (record.glance ?? []).entries()) {
			yield { kind: 'page', id: record.id, path: ['glance', index, 'figure'], text: figure };
			yield { kind: 'page', id: record.id, path: ['glance', index, 'label'], text: label };
		}
	}
}

type Reference = Extract<Inline, { readonly type: 'reference' }>;
type Wrong = (offset: number, message: string, fix: string, rests?: readonly string[]) => void;

const KINDS = { Claim: 'claim', Term: 'term', Actor: 'actor' } as const;

function claimProblem(ledger: Ledger, reference: Reference, wrong: Wrong): void {
	const claim = ledger.claims.get(reference.attributes['id'] ?? '');
	if (!claim) return;
	const { quantity } = claim;
	if (reference.words === undefined) {
		if (!quantity)
			wrong(
				reference.offset,
				`claim ${claim.id} has no figure to print`,
				`Put words between the tags: <Claim id="${claim.id}">words</Claim>.`,
			);
		return;
	}
	if (reference.words.trim() === '')
		wrong(reference.offset, 'there are no words between the tags', 'Write words there, or close the tag with />.');
	for (const figure of findFigures(reference.words)) {
		const agrees =
			quantity !== undefined &&
			(figure.value === null
				? figure.text.toLowerCase() === quantity.qualifier
				: figure.value === quantity.value || figure.value === quantity.upper);
		if (agrees) continue;
		const stated = quantity ? `“${formatQuantity(quantity)}”` : 'no figure';
		wrong(
			reference.offset,
			`the words say “${figure.text}”, and claim ${claim.id} gives ${stated}`,
			'Correct the words, or choose the claim that gives this figure.',
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
export function restsOf(attributes: Readonly<Record<string, string>>): readonly string[] {
	const { claims = '', about } = attributes;
	return [
		...NAMED.flatMap(([attribute, kind]) =>
			attributes[attribute] === undefined ? [] : [`${kind}/${attributes[attribute]}`],
		),
		...claims.split(',').map((id) => `claim/${id.trim()}`),
		...(about === undefined ? [] : [`accounts/${about}`]),
	];
}

/** Whether a value rests on a record that is there and does not hold: that record has its own problem. */
function restsOnBroken({ ledger, ids }: Parsed, attributes: Readonly<Record<string, string>>): boolean {
	return NAMED.some(([attribute, kind]) => {
		const id = attributes[attribute];
		return id !== undefined && ids[kind].has(id) && !recordsOf(ledger, kind).has(id);
	});
}

function referenceProblem(parsed: Parsed, reference: Reference, wrong: Wrong): void {
	const { ledger, ids } = parsed;
	const { name, attributes } = reference;
	if (name === 'Value') {
		if (reference.words !== undefined) wrong(reference.offset, '<Value> takes no words', 'Close the tag with />.');
		const result = restsOnBroken(parsed, attributes) ? undefined : resolveValue(ledger, attributes);
		if (result && !result.ok) wrong(reference.offset, result.message, result.fix, restsOf(attributes));
		return;
	}
	const unknown = Object.keys(attributes).find((key) => key !== 'id');
	if (unknown !== undefined)
		wrong(reference.offset, `<${name}> has no attribute "${unknown}"`, didYouMean(unknown, ['id'], 'It has: id.'));
	const { id } = attributes;
	const kind = KINDS[name];
	if (id === undefined) wrong(reference.offset, `<${name}> needs id="…"`, `Write <${name} id="…"/>.`);
	else if (!ids[kind].has(id))
		wrong(reference.offset, `there is no ${kind} "${id}"`, unknownAdvice(parsed, kind, id), [`${kind}/${id}`]);
	else if (name === 'Claim') claimProblem(ledger, reference, wrong);
}

const LOST = /<\/?(?:Claim|Value|Term|Actor)\b|&lt;(?:Claim|Value|Term|Actor)\b/gi;

/**
 * References in prose: known, with the attributes they have, and a figure or words to print.
 * Components that stand on their own lines in MDX are the desk's.
 */
export function inlineProblems(parsed: Parsed): readonly Problem[] {
	const problems: Problem[] = [];
	for (const { text, ...record } of proseOf(parsed.ledger)) {
		if (!text.includes('<') && !text.includes('&lt;')) continue;
		const wrong: Wrong = (offset, message, fix, rests) => {
			const more = rests === undefined ? { offset } : { offset, rests };
			problems.push(problem('inline-reference', record, record.path, message, fix, more));
		};
		for (const part of parseInline(text)) {
			if (part.type === 'reference') referenceProblem(parsed, part, wrong);
			else {
				for (const match of part.text.matchAll(LOST)) {
					const curly = /^<\w+\s[^<>]*=\s*[“”„‘’]/.test(part.text.slice(match.index));
					if (curly) {
						wrong(
							part.offset + match.index,
							'curly quotation marks stand around the value of an attribute',
							'Write straight ones, as in id="…".',
						);
						continue;
					}
					wrong(
						part.offset + match.index,
						`“${part.text.slice(match.index, match.index + 24)}” cannot be read as a reference`,
						'Write it as <Claim id="…"/> or <Claim id="…">words</Claim>: capital first, double quotes, closed.',
					);
				}
			}
		}
	}
	return problems;
}
