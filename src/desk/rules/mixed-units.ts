import { claimsOf } from '../claims.ts';
import type { Place } from '../position.ts';
import { finding, placeIn, type Rule, textAt } from '../rule.ts';

/** Values that are worked out over all accounts of one thing. */
const OVER_ALL = /^(?:range|lowest|highest|difference)$/;

export const rule: Rule = {
	name: 'mixed-units',
	summary: 'A chart, list or range of accounts holds counts of different things.',
	remedy: 'Give each thing that is counted a measure or a topic of its own; nobody can compare teachers and children.',
	example: {
		wrong: 'two claims of one measure, one with unit: teachers, one with unit: children',
		right: 'one of them with another measure',
	},
	*check(desk) {
		const units = new Map<string, Set<string>>();
		for (const { about, measure, unit, value } of claimsOf(desk).values()) {
			// The unit of the measure holds for all of them: fighters are people.
			if (unit === '' || value === undefined || unit === desk.ledger.measures.get(measure)?.unit) continue;
			const key = `${about} ${measure}`;
			units.set(key, (units.get(key) ?? new Set()).add(unit));
		}
		const shown: (readonly [key: string, place: Place])[] = [
			...desk.uses.flatMap(({ name, attributes, place }) => {
				const of = (key: string) => attributes.get(key)?.value ?? '';
				const overAll = name === 'Accounts' || (name === 'Value' && OVER_ALL.test(of('of')));
				return overAll ? [[`${of('about')} ${of('measure')}`, place] as const] : [];
			}),
			...desk
				.records('chart')
				.filter((home) => textAt(home, 'kind') === 'accounts')
				.map(
					(home) => [`${textAt(home, 'about')} ${textAt(home, 'measure')}`, placeIn(desk, home, ['measure'])] as const,
				),
		];
		for (const [key, place] of shown) {
			const mixed = [...(units.get(key) ?? [])];
			if (mixed.length > 1)
				yield finding(
					rule.name,
					place,
					`these accounts count ${mixed.slice(0, -1).join(', ')} and ${mixed.at(-1)} in one`,
					'give each of them a measure or a topic of its own',
					'warning',
				);
		}
	},
};
