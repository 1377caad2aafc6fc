/** What a reader has made of a chart, as the address keeps it: `#refugees-north:refugees-north@2020;hide=a;hide=b`. */
export interface ChartState {
	readonly figure: string;
	/** Id of the point that is read. */
	readonly point: string;
	/** Groups that are not shown. */
	readonly hidden: readonly string[];
	/** The one group whose accounts count. */
	readonly only: string;
}

// "@" and "/" may stand in a fragment as they are, and keep the address readable.
const encode = (text: string): string => encodeURIComponent(text).replaceAll('%40', '@').replaceAll('%2F', '/');

/** The fragment without "#"; empty for a chart at rest. */
export function writeFragment({ figure, point, hidden, only }: ChartState): string {
	const parts = [...hidden.map((group) => `hide=${encode(group)}`), ...(only ? [`only=${encode(only)}`] : [])];
	return point || parts.length > 0 ? [`${figure}:${encode(point)}`, ...parts].join(';') : '';
}

/** Reads a fragment, with or without "#"; undefined where it is none of a chart's. */
export function readFragment(fragment: string): ChartState | undefined {
	const [, figure, rest = ''] = /^#?([^#:;]+):(.*)$/s.exec(fragment) ?? [];
	if (figure === undefined) return undefined;
	const asked = new URLSearchParams(`point=${rest.replaceAll(';', '&')}`);
	const hidden = asked.getAll('hide').filter(Boolean);
	return { figure, point: asked.get('point') ?? '', hidden, only: asked.get('only') ?? '' };
}
