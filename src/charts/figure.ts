import type { Chart } from '../ledger/ledger.ts';
import type { Layout, Scene, Size } from './scene.ts';

/** A figure, complete: page, `.svg`, `.csv`, `.json` and embed are all written from this one value. */
export interface Figure {
	readonly id: string;
	/** What to see, as prose with references still in it (see prose/field.ts). */
	readonly title: string;
	/** One to three sentences, prose with references. */
	readonly summary: string;
	readonly drawings: Drawings;
	readonly table: Table;
	/** Every mark that stands for a datum; as many as table rows with a value. */
	readonly points: readonly Point[];
	/** Ids of the sources, in order of first use. */
	readonly sources: readonly string[];
	/** Those who counted what a source of another body's carries: "The Centre, through UNHCR’s data". */
	readonly credits?: readonly string[];
	/** Licence of the data, once each. */
	readonly licences: readonly string[];
	/** What a reader must know to read it rightly; definitions, methods and breaks of the series in it. */
	readonly notes: readonly { readonly heading: string; readonly text: string }[];
}

/** The same figure for every layout, all placed at build time; SVG is written where a page, a file or a picture needs it. */
export type Drawings = Readonly<Record<Layout, Scene>>;

export interface Column {
	readonly key: string;
	readonly label: string;
	readonly type: 'text' | 'date' | 'number';
	readonly unit?: string;
	/** In the files alone: on the page another column says it in words. */
	readonly forData?: true;
}

export interface Cell {
	/** For machines: EDTF date, number, text; null where nothing is known. */
	readonly value: string | number | null;
	/** For readers. */
	readonly text: string;
	/** Record that stands behind the cell, for a link. */
	readonly source?: string;
	readonly claim?: string;
}

export interface Table {
	readonly caption: string;
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
	/** Id of the point that each row stands for, in the order of the rows: `data-point` of the `<tr>`. */
	readonly points: readonly string[];
}

/** One mark: what it stands for. */
export interface Point {
	/** Unique in the figure: `<series or claim id>@<date>`; `data-point` of the mark in every drawing. */
	readonly id: string;
	/** Series or group it belongs to, for walking up and down. */
	readonly group: string;
	readonly date: string;
	readonly value: number | null;
	readonly upper?: number;
	readonly qualifier: string;
	/** "3,641,370 people", "more than 50 fighters", "no figure given". */
	readonly text: string;
	readonly source: string;
	readonly claim?: string;
}

/** The declaration of one kind of chart. */
export type Kind<K extends Chart['kind']> = Extract<Chart, { readonly kind: K }>;

/** What each kind of chart makes of its declaration: all of a figure but its name and words, drawn for any size. */
export interface Drawn extends Omit<Figure, 'id' | 'title' | 'summary' | 'drawings'> {
	readonly scene: (size: Size) => Scene;
}
