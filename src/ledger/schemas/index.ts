import type { z } from 'zod';
import type { Kind } from '../kinds.ts';
import { actor } from './actor.ts';
import { ceasefire } from './ceasefire.ts';
import { chart } from './chart.ts';
import { claim } from './claim.ts';
import { explainer, page } from './explainer.ts';
import { map } from './map.ts';
import { measure } from './measure.ts';
import { place } from './place.ts';
import { type Row, series } from './series.ts';
import { site } from './site.ts';
import { source } from './source.ts';
import { term } from './term.ts';
import { topic } from './topic.ts';

/** The schema of each kind of record, without its id (which is its file name, or its key in a list). */
export const schemas = {
	source,
	actor,
	place,
	measure,
	topic,
	term,
	claim,
	series,
	ceasefire,
	chart,
	map,
	explainer,
	page,
	site,
} satisfies Record<Kind, z.ZodType>;

/** A record of each kind: what its schema says, its id, and what stands beside its fields. */
export type Records = {
	readonly [K in Kind]: z.infer<(typeof schemas)[K]> & { readonly id: string } & (K extends 'series'
			? { readonly rows: readonly Row[] }
			: K extends 'explainer' | 'page'
				? { /** The MDX below the front matter. */ readonly body: string }
				: unknown);
};

export type Actor = Records['actor'];
export type Ceasefire = Records['ceasefire'];
export type Chart = Records['chart'];
export type Claim = Records['claim'];
export type Explainer = Records['explainer'];
export type MapSpec = Records['map'];
export type Measure = Records['measure'];
export type Page = Records['page'];
export type Place = Records['place'];
export type Series = Records['series'];
export type Site = Records['site'];
export type Source = Records['source'];
export type Term = Records['term'];
export type Topic = Records['topic'];

export type { Annotation } from './chart.ts';
export type { Qualifier, Quantity } from './claim.ts';
export type { Row } from './series.ts';
