/** What a reader has made of a chart, as the address keeps it: `#refugees-north:refugees-north@2020;hide=a,b`. */
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

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The fragment without "#"; empty for a chart at rest. */
export function writeFragment({ figure, point, hidden, only }: ChartState): string {
	const parts = [
		`${figure}:${encode(point)}`,
		...(hidden.length > 0 ? [`hide=${hidden.map(encode).join(',')}`] : []),
		...(only ? [`only=${encode(only)}`] : []),
	];
	return point || parts.length > 1 ? parts.join(';') : '';
}

/** Reads a fragment, with or without "#"; undefined where it is none of a chart's. */
export function readFragment(fragment: string): ChartState | undefined {
	const [head = '', ...rest] = fragment.replace(/^#/, '').split(';');
	const at = head.indexOf(':');
	if (at < 1) return undefined;
	const value = (name: string) => rest.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
	return {
		figure: head.slice(0, at),
		point: decode(head.slice(at + 1)),
		hidden: value('hide').split(',').filter(Boolean).map(decode),
		only: decode(value('only')),
	};
}
