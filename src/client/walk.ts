/** A point as far as walking goes. */
export interface Step {
	readonly point: string;
	readonly group: string;
}

const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
export type Key = (typeof keys)[number];
export const isKey = (key: string): key is Key => (keys as readonly string[]).includes(key);

/** The date in a point's id, which ends in "@" and an EDTF date. */
const dateOf = ({ point }: Step): string => point.slice(point.lastIndexOf('@') + 1);

/** The point of a group that is nearest in time: at the date or last before it, else the group's first. */
function nearest<T extends Step>(group: readonly T[], date: string): T | undefined {
	return group.find((step) => dateOf(step) === date) ?? group.findLast((step) => dateOf(step) <= date) ?? group[0];
}

/**
 * Where a key leads: left and right by time within the group, up and down to the neighbouring group, Home and End to
 * the ends of the group. The first key leads to the first point, End to the last.
 * @param steps in order of group, then of time
 */
export function walk<T extends Step>(steps: readonly T[], current: T | undefined, key: Key): T | undefined {
	if (!current) return key === 'End' ? steps.at(-1) : steps[0];
	const groups = [...Map.groupBy(steps, ({ group }) => group).values()];
	const at = groups.findIndex(([first]) => first?.group === current.group);
	const group = groups[at] ?? [];
	const index = group.indexOf(current);
	const to = {
		ArrowLeft: () => group[index - 1],
		ArrowRight: () => group[index + 1],
		Home: () => group[0],
		End: () => group.at(-1),
		ArrowUp: () => nearest(groups[at - 1] ?? [], dateOf(current)),
		ArrowDown: () => nearest(groups[at + 1] ?? [], dateOf(current)),
	};
	return to[key]() ?? current;
}
