import type { Rule } from './rule.ts';
import * as each from './rules/each.ts';
import { told } from './rules/told.ts';

/** Every rule of the desk in order of name: one for each file of rules/, and those that only put a finding into words. */
export const rules: readonly Rule[] = [...Object.values(each), ...told].sort((a, b) => (a.name < b.name ? -1 : 1));
