import type { Chart, Measure, Series } from '../ledger/ledger.ts';
import type { Datum } from './data.ts';
import type { Scene } from './scene.ts';
import type { Size } from './size.ts';

/** The declaration of one kind of chart. */
export type Kind<K extends Chart['kind']> = Extract<Chart, { readonly kind: K }>;

/** What each kind of chart hands to the common part. */
export interface Drawn {
	readonly data: readonly Datum[];
	readonly scene: (size: Size) => Scene;
	readonly subtitle: string;
	readonly groupHeading: string;
	readonly series: readonly Series[];
	/** Licence of figures that are quoted from many sources, where no series has one. */
	readonly licence?: string;
	/** What is counted, where no series says it. */
	readonly measure?: Measure | undefined;
}
