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
import { series } from './series.ts';
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

export type { Actor } from './actor.ts';
export type { Ceasefire } from './ceasefire.ts';
export type { Annotation, Chart } from './chart.ts';
export type { Claim, Qualifier, Quantity } from './claim.ts';
export type { Explainer, Page } from './explainer.ts';
export type { MapSpec } from './map.ts';
export type { Measure } from './measure.ts';
export type { Place } from './place.ts';
export type { Row, Series } from './series.ts';
export type { Site } from './site.ts';
export type { Source } from './source.ts';
export type { Term } from './term.ts';
export type { Topic } from './topic.ts';
