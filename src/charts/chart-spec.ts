import type { Chart } from '../ledger/ledger.ts';
import type { Figure } from './figure.ts';
import type { Scene } from './scene.ts';
import type { Size } from './size.ts';

/** The declaration of one kind of chart. */
export type Kind<K extends Chart['kind']> = Extract<Chart, { readonly kind: K }>;

/** What each kind of chart makes of its declaration: all of a figure but its name and words, drawn for any size. */
export interface Drawn extends Omit<Figure, 'id' | 'title' | 'summary' | 'drawings'> {
	readonly scene: (size: Size) => Scene;
}
