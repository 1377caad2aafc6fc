import { type Account, accounts, formatRange, range, standing } from './accounts.ts';
import type { Claim, Ledger } from './ledger.ts';
import { inSentence } from './name.ts';
import { formatQuantity, type NumberStyle } from './quantity.ts';
import type { Quantity } from './schemas/index.ts';
import { bySpeaker, speakerOf } from './speaker.ts';
import { type Attributes, done, fail, find, isFailure, type ValueResult } from './value.ts';

type Of = 'range' | 'lowest' | 'highest' | 'accounts' | 'outside-accounts';

/** How many speak of a matter, or the span of what they say. */
export function accountsValue(of: Of, ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
	const topic = find(ledger.topics, 'topic', attributes['about'] ?? '', 'about');
	if (isFailure(topic)) return topic;
	const measure = find(ledger.measures, 'measure', attributes['measure'] ?? '', 'measure');
	if (isFailure(measure)) return measure;
	const all = accounts(ledger, topic.id, measure.id);
	const matter = `“${topic.title}”, ${measure.label.toLowerCase()}`;
	if (of === 'range' || of === 'lowest' || of === 'highest')
		return endsValue(ledger, of, all, matter, attributes, style);
	const list = of === 'accounts' ? all : all.filter((account) => !account.seed);
	return done({
		text: `${bySpeaker(ledger, list).length}`,
		derivation: `Everyone whose word on ${matter} is listed on this site was counted once, however often they spoke or were quoted${of === 'accounts' ? '' : '; what stands only in the reports that it starts from is left out'}.`,
		claims: list.map((account) => account.claim),
	});
}

/** The span of the accounts of a matter, or one end of it. */
function endsValue(
	ledger: Ledger,
	of: 'range' | 'lowest' | 'highest',
	all: readonly Account[],
	matter: string,
	attributes: Attributes,
	style: NumberStyle,
): ValueResult {
	const which = attributes['which'] ?? 'standing';
	if (!['standing', 'all', 'seeds'].includes(which)) {
		return fail(`which="${which}" is not known`, 'Use standing (the default), all or seeds.', 'which');
	}
	const list = which === 'all' ? all : which === 'seeds' ? all.filter((account) => account.seed) : standing(all);
	const ends = range(list);
	if (!ends)
		return fail(
			`no account of ${attributes['about']}, ${attributes['measure']} gives a number`,
			'Say so in words, or use <Accounts …/>.',
			'measure',
		);
	const { low, high } = ends;
	const counted =
		{
			standing:
				'Figures that their own speakers later replaced are left out; a minimum that no count contradicts is not an end.',
			all: 'Figures that were later replaced are counted too.',
			seeds: 'Only the reports that this site starts from are counted.',
		}[which] ?? '';
	const end = (claim: Claim): string =>
		`${claim.quantity ? formatQuantity(claim.quantity) : ''} (${inSentence(speakerOf(ledger, claim))})`;
	if (of === 'range') {
		return done({
			text: formatRange(ends, style),
			exact: formatRange(ends, 'exact'),
			derivation: `${matter}: the lowest figure is ${end(low)}, the highest ${end(high)}. ${counted}`,
			claims: [low, high],
		});
	}
	const claim = of === 'lowest' ? low : high;
	return done({
		text: claim.quantity ? formatQuantity(claim.quantity, style) : '',
		exact: claim.quantity ? formatQuantity(claim.quantity, 'exact') : '',
		derivation: `${matter}: the ${of} figure is ${end(claim)}. ${counted}`,
		claims: [claim],
	});
}

/** The limit of a sum: as loose as its loosest part, "about" where parts are loose in different directions. */
function sumQualifier(parts: readonly Quantity[]): Quantity['qualifier'] {
	const given = new Set(parts.map((part) => part.qualifier));
	given.delete('exactly');
	const [only, second] = given;
	if (only === undefined) return 'exactly';
	if (second === undefined) return only === 'between' ? 'about' : only;
	if (given.size === 2 && given.has('more than') && given.has('at least')) return 'more than';
	return 'about';
}

/** Claims added up. */
export function sumValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
	const ids = (attributes['claims'] ?? '').split(',').map((id) => id.trim());
	const claims: Claim[] = [];
	const parts: Quantity[] = [];
	const units = new Set<string>();
	for (const id of ids) {
		const claim = find(ledger.claims, 'claim', id, 'claims');
		if (isFailure(claim)) return claim;
		if (claim.quantity?.value === undefined)
			return fail(`claim ${id} gives no number`, 'Sum claims that give a number.', 'claims');
		claims.push(claim);
		parts.push(claim.quantity);
		units.add(claim.quantity.unit ?? ledger.measures.get(claim.measure)?.unit ?? '');
	}
	if (new Set(ids).size !== ids.length)
		return fail('the same claim is summed twice', 'Name each claim once.', 'claims');
	if (units.size > 1)
		return fail(`the claims count different things: ${[...units].join(', ')}`, 'Sum claims of one unit.', 'claims');
	const total = parts.reduce(
		(sum, part) => sum + (part.upper === undefined ? (part.value ?? 0) : ((part.value ?? 0) + part.upper) / 2),
		0,
	);
	const [unit = ''] = units;
	const quantity: Quantity = { value: Number(total.toPrecision(15)), qualifier: sumQualifier(parts) };
	return done({
		text: formatQuantity(quantity, style),
		exact: formatQuantity(quantity, 'exact'),
		...(unit ? { unit } : {}),
		derivation: `${parts.map((part) => `${formatQuantity(part, 'exact')} ${unit}`.trim()).join(' and ')}, added up.`,
		claims,
	});
}
