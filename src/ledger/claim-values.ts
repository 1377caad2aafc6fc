import { accounts, formatRange, range, standing } from './accounts.ts';
import { type Claim, type Ledger, unitOf } from './ledger.ts';
import { inSentence } from './name.ts';
import { formatQuantity, type NumberStyle } from './quantity.ts';
import type { Quantity } from './schemas/index.ts';
import { speakerOf } from './speaker.ts';
import { type Attributes, type Draft, fail, find } from './value.ts';

/** The span of what is said of a matter, without figures that their own speakers replaced. */
export function rangeValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const topic = find(ledger.topics, 'topic', attributes['about'], 'about');
	const measure = find(ledger.measures, 'measure', attributes['measure']);
	const none = `no account of ${topic.id}, ${measure.id} gives a number`;
	const ends =
		range(standing(accounts(ledger, topic.id, measure.id))) ??
		fail(none, 'Say so in words, or use <Accounts …/>.', 'measure');
	const end = (claim: Claim): string =>
		`${claim.quantity ? formatQuantity(claim.quantity) : ''} (${inSentence(speakerOf(ledger, claim))})`;
	const { low, high } = ends;
	return {
		text: formatRange(ends, style),
		exact: formatRange(ends, 'exact'),
		derivation: `“${topic.title}”, ${measure.label.toLowerCase()}: the lowest figure is ${end(low)}, the highest ${end(high)}. Figures that their own speakers later replaced are left out; a minimum that no count contradicts is not an end.`,
		claims: [low, high],
	};
}

/** The limit of a sum: as loose as its loosest part, "about" where parts are loose in different directions. */
function sumQualifier(parts: readonly Quantity[]): Quantity['qualifier'] {
	const given = new Set(parts.map(({ qualifier }) => qualifier)).difference(new Set(['exactly']));
	const [only, second] = given;
	if (only === undefined) return 'exactly';
	if (second === undefined) return only === 'between' ? 'about' : only;
	return given.isSubsetOf(new Set(['more than', 'at least'])) ? 'more than' : 'about';
}

/** Claims added up. */
export function sumValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const ids = (attributes['claims'] ?? '').split(',').map((id) => id.trim());
	const claims = ids.map((id) => find(ledger.claims, 'claim', id, 'claims'));
	const parts = claims.map(({ id, quantity }) =>
		quantity?.value === undefined
			? fail(`claim ${id} gives no number`, 'Sum claims that give a number.', 'claims')
			: { ...quantity, value: quantity.value },
	);
	const units = new Set(claims.map((claim) => unitOf(ledger, claim) ?? ''));
	if (new Set(ids).size !== ids.length) fail('the same claim is summed twice', 'Name each claim once.', 'claims');
	if (units.size > 1)
		fail(`the claims count different things: ${[...units].join(', ')}`, 'Sum claims of one unit.', 'claims');
	const total = parts.reduce((sum, { value, upper = value }) => sum + (value + upper) / 2, 0);
	const [unit = ''] = units;
	const quantity: Quantity = { value: Number(total.toPrecision(15)), qualifier: sumQualifier(parts) };
	return {
		text: formatQuantity(quantity, style),
		exact: formatQuantity(quantity, 'exact'),
		unit: unit || undefined,
		derivation: `${parts.map((part) => `${formatQuantity(part, 'exact')} ${unit}`.trim()).join(' and ')}, added up.`,
		claims,
	};
}
