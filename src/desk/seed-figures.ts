import { placeIn, type Seed } from '../ledger/quote.ts';

/** A figure of a seed with its place. */
export interface SeedFigure {
	readonly offset: number;
	readonly length: number;
	readonly text: string;
	readonly value: number | null;
	readonly qualifier: string;
	readonly line: number;
	readonly sentence: string;
}

/** Every figure of a seed in order, with line and sentence: what must be accounted for. */
export function figuresOf(seed: Seed): readonly SeedFigure[] {
	return seed.numbers.map(({ offset, length, text, value, qualifier }) => {
		const { line, sentence } = placeIn(seed, offset, length);
		return { offset, length, text, value, qualifier: qualifier ?? 'exactly', line, sentence };
	});
}
